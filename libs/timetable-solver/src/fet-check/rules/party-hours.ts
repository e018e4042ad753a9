import { countBusy, countGaps, hasHalfDays, isBusy, listAfternoons, listAlong, listDays, listMornings, listRealDays, measureSpan, nameDay } from '../days.ts';
import { over, type PartyRule } from '../rule.ts';
import { numberOf, textOf, type Party, type Situation } from '../situation.ts';

type Days = (situation: Situation) => number[][];
type Measure = (party: Party, slots: readonly number[]) => number;

/** On no day more than so many; on one day of the week one more, where the constraint allows it. */
const dailyAtMost =
  (days: Days, measure: Measure, word: string, ...fields: readonly string[]): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, ...fields);
    let spare = textOf(element, 'Allow_One_Day_Exception_of_Plus_One') === 'true' ? 1 : 0;
    return days(situation).flatMap((slots) => {
      const count = measure(party, slots);
      if (count === most + 1 && spare > 0) {
        spare = 0;
        return [];
      }
      return over(count - most, () => `${party.name} has ${count} ${word} on ${nameDay(situation, slots)}, at most ${most} allowed`);
    });
  };

/** A day with lessons has at least so many; an empty one counts as none unless it may be empty. */
const dailyAtLeast =
  (days: Days, mayBeEmpty: (text: string, party: Party) => boolean, field: string, emptyField: string): PartyRule =>
  (party, { element }, situation) => {
    const least = numberOf(element, field);
    const isEmptyFine = mayBeEmpty(textOf(element, emptyField), party);
    return days(situation).flatMap((slots) => {
      const count = countBusy(party, slots);
      return count === 0 && (isEmptyFine || isRestOfWorkday(party, slots, situation)) ? [] : over(least - count, () => `${party.name} has ${count} hours on ${nameDay(situation, slots)}, at least ${least} wanted`);
    });
  };

/** An empty half day is no empty day while the other half has lessons. */
function isRestOfWorkday(party: Party, slots: readonly number[], situation: Situation): boolean {
  if (!hasHalfDays(situation) || slots.length > situation.hours) return false;
  return listRealDays(situation).some((day) => day.includes(slots[0] ?? -1) && countBusy(party, day) > 0);
}

const isTold = (text: string): boolean => text === 'true';

/** Hours with a lesson of the tag: at most so many a day, or in a row. */
const tagged =
  (measure: (isOn: readonly boolean[]) => number, days: Days, word: string, field: string): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, field);
    const tag = textOf(element, 'Activity_Tag', 'Activity_Tag_Name');
    return days(situation).flatMap((slots) => {
      const count = measure(slots.map((slot) => (party.busy[slot] ?? []).some(({ activity }) => activity.tags.includes(tag))));
      return over(count - most, () => `${party.name} has ${count} hours of ${tag} ${word} ${nameDay(situation, slots)}, at most ${most} allowed`);
    });
  };

const countOn = (isOn: readonly boolean[]): number => isOn.filter(Boolean).length;

function measureLongestRun(isOn: readonly boolean[]): number {
  let [longest, run] = [0, 0];
  for (const on of isOn) {
    run = on ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** At most so many hours in a row. */
const maxContinuously: PartyRule = (party, { element }, situation) => {
  const most = numberOf(element, 'Maximum_Hours_Continuously');
  return listDays(situation).flatMap((slots) => {
    const count = measureLongestRun(slots.map((slot) => isBusy(party, slot)));
    return over(count - most, () => `${party.name} has ${count} hours in a row on ${nameDay(situation, slots)}, at most ${most} allowed`);
  });
};

/** Gaps of the whole week together. */
const maxGapsPerWeek: PartyRule = (party, { element }, situation) => {
  const most = numberOf(element, 'Max_Gaps');
  const count = listDays(situation).reduce((sum, slots) => sum + countGaps(party, slots), 0);
  return over(count - most, () => `${party.name} has ${count} gaps in the week, at most ${most} allowed`);
};

/** No gap in an afternoon. */
const noGapsInAfternoons: PartyRule = (party, _, situation) =>
  listAfternoons(situation).flatMap((slots) => over(countGaps(party, slots), () => `${party.name} has gaps on ${nameDay(situation, slots)}`));

/** Gaps of a real day: those of its morning and of its afternoon. */
const countHalfDayGaps =
  (situation: Situation): Measure =>
  (party, slots) =>
    hasHalfDays(situation) ? countGaps(party, slots.slice(0, situation.hours)) + countGaps(party, slots.slice(situation.hours)) : countGaps(party, slots);

const maxGapsPerRealDay: PartyRule = (party, constraint, situation) =>
  dailyAtMost(listRealDays, countHalfDayGaps(situation), 'gaps', 'Max_Gaps')(party, constraint, situation);

/** After a lesson of one tag a lesson of another on the same day waits for so many hours. */
const minGapsBetweenTags: PartyRule = (party, { element }, situation) => {
  const [first, second, least] = [textOf(element, 'First_Activity_Tag'), textOf(element, 'Second_Activity_Tag'), numberOf(element, 'MinGaps')];
  return listDays(situation).flatMap((slots) => {
    const along = listAlong(party, slots);
    return along.flatMap((one) =>
      along.flatMap((other) => {
        const isPair = one !== other && one.activity.tags.includes(first) && other.activity.tags.includes(second) && other.hour >= one.end;
        return isPair ? over(least - (other.hour - one.end), () => `${party.name} has ${other.hour - one.end} hours between ${first} and ${second} on ${nameDay(situation, slots)}`) : [];
      }),
    );
  });
};

/** A day that is too long counts once, however long it is. */
const hoursDaily =
  (days: Days): PartyRule =>
  (party, constraint, situation) =>
    dailyAtMost(days, countBusy, 'hours', 'Maximum_Hours_Daily')(party, constraint, situation).map(({ text }) => ({ text, amount: 1 }));

/** At most two of the tags N1, N2 and N3 on a half day. */
const maxTwoTags: PartyRule = (party, _, situation) =>
  listDays(situation).flatMap((slots) => {
    const along = listAlong(party, slots);
    const count = ['N1', 'N2', 'N3'].filter((tag) => along.some(({ activity }) => activity.tags.includes(tag))).length;
    return over(count - 2, () => `${party.name} has lessons of N1, N2 and N3 on ${nameDay(situation, slots)}`);
  });

const leastDaily = (days: Days): PartyRule =>
  // A teacher may always stay away for a day; students only where the constraint says so.
  dailyAtLeast(days, (text, party) => party.kind === 'teacher' || isTold(text), 'Minimum_Hours_Daily', 'Allow_Empty_Days');

export const HOUR_RULES: Readonly<Record<string, PartyRule>> = {
  MaxHoursDaily: hoursDaily(listDays),
  MaxHoursDailyHalfDays: hoursDaily(listDays),
  MaxHoursDailyRealDays: hoursDaily(listRealDays),
  MinHoursDaily: leastDaily(listDays),
  MinHoursDailyRealDays: leastDaily(listRealDays),
  MinHoursPerMorning: dailyAtLeast(listMornings, isTold, 'Minimum_Hours_Per_Morning', 'Allow_Empty_Mornings'),
  MaxHoursContinuously: maxContinuously,
  ActivityTagMaxHoursDaily: tagged(countOn, listDays, 'on', 'Maximum_Hours_Daily'),
  ActivityTagMaxHoursDailyRealDays: tagged(countOn, listRealDays, 'on', 'Maximum_Hours_Daily'),
  ActivityTagMaxHoursContinuously: tagged(measureLongestRun, listDays, 'in a row on', 'Maximum_Hours_Continuously'),
  MaxGapsPerDay: dailyAtMost(listDays, countGaps, 'gaps', 'Max_Gaps'),
  MaxGapsPerRealDay: maxGapsPerRealDay,
  MaxGapsPerWeek: maxGapsPerWeek,
  MaxSpanPerDay: dailyAtMost(listDays, measureSpan, 'hours from first to last', 'Max_Span'),
  MaxSpanPerRealDay: dailyAtMost(listRealDays, measureSpan, 'hours from first to last', 'Max_Span'),
  MaxZeroGapsPerAfternoon: noGapsInAfternoons,
  MaxTwoActivityTagsPerDayFromN1N2N3: maxTwoTags,
  MinGapsBetweenOrderedPairOfActivityTags: minGapsBetweenTags,
};
