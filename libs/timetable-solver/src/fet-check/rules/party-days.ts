import { countBusy, hasHalfDays, isBusy, listAfternoons, listDays, listMornings, listRealDays, nameDay } from '../days.ts';
import { over, type PartyRule } from '../rule.ts';
import { numberOf, textOf, type Situation } from '../situation.ts';

type Days = (situation: Situation) => number[][];

/** They work on at most so many days (half days, mornings, afternoons). */
const atMost =
  (days: Days, word: string, ...fields: readonly string[]): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, ...fields);
    const count = days(situation).filter((slots) => countBusy(party, slots) > 0).length;
    return over(count - most, () => `${party.name} has lessons on ${count} ${word}, at most ${most} allowed`);
  };

/** They work on at least so many days. */
const atLeast =
  (days: Days, word: string, ...fields: readonly string[]): PartyRule =>
  (party, { element }, situation) => {
    const least = numberOf(element, ...fields);
    const count = days(situation).filter((slots) => countBusy(party, slots) > 0).length;
    return over(least - count, () => `${party.name} has lessons on ${count} ${word}, at least ${least} wanted`);
  };

/** They have lessons between two hours of a day on at most so many days. */
const intervalMaxDays: PartyRule = (party, { element }, situation) => {
  const { school } = situation;
  const from = school.hours.indexOf(textOf(element, 'Interval_Start_Hour'));
  const until = textOf(element, 'Interval_End_Hour');
  const end = school.hours.includes(until) ? school.hours.indexOf(until) : school.hours.length;
  const most = numberOf(element, 'Max_Days_Per_Week');
  const count = listDays(situation).filter((slots) => countBusy(party, slots.slice(from, end)) > 0).length;
  return over(count - most, () => `${party.name} has lessons from ${school.hours[from] ?? '?'} to ${until || 'the end'} on ${count} days, at most ${most} allowed`);
};

/** Between the end of one day and the start of the next there are so many hours of the grid. */
const minRestingHours: PartyRule = (party, { element }, situation) => {
  const least = numberOf(element, 'Minimum_Resting_Hours');
  const days = listDays(situation);
  const pairs = days.map((day, index) => [day, days[index + 1]] as const);
  if (textOf(element, 'Circular') === 'true') pairs[pairs.length - 1] = [days.at(-1) ?? [], days[0]];
  return pairs.flatMap(([evening, morning]) => {
    if (morning === undefined) return [];
    const last = evening.findLastIndex((slot) => isBusy(party, slot));
    const first = morning.findIndex((slot) => isBusy(party, slot));
    if (last < 0 || first < 0) return [];
    const rest = evening.length - 1 - last + first;
    return over(least - rest, () => `${party.name} rests ${rest} hours after ${nameDay(situation, evening)}, at least ${least} wanted`);
  });
};

/** Between the end of a morning and the start of the afternoon there are so many hours of the grid. */
const minRestingAtNoon: PartyRule = (party, { element }, situation) => {
  const least = numberOf(element, 'Minimum_Resting_Hours');
  return listMornings(situation).flatMap((morning, index) => {
    const afternoon = listAfternoons(situation)[index] ?? [];
    const last = morning.findLastIndex((slot) => isBusy(party, slot));
    const first = afternoon.findIndex((slot) => isBusy(party, slot));
    if (last < 0 || first < 0) return [];
    const rest = morning.length - 1 - last + first;
    return over(least - rest, () => `${party.name} rests ${rest} hours at noon of ${nameDay(situation, morning)}, at least ${least} wanted`);
  });
};

/** They start at the first open hour of a day, at the second on at most so many days, never later. */
const earlyStarts =
  (days: Days): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, 'Max_Beginnings_At_Second_Hour');
    const starts = days(situation).flatMap((slots) => {
      const open = slots.filter((slot) => party.closed[slot] === 0);
      const first = open.findIndex((slot) => isBusy(party, slot));
      return first < 0 ? [] : [{ first, slots }];
    });
    const seconds = starts.filter(({ first }) => first === 1).length;
    return [
      ...starts.filter(({ first }) => first > 1).flatMap(({ first, slots }) => over(1, () => `${party.name} starts on ${nameDay(situation, slots)} at the open hour ${first + 1}`)),
      ...over(seconds - most, () => `${party.name} starts at the second open hour on ${seconds} days, at most ${most} allowed`),
    ];
  };

/** Not more than three half days in a row, unless they alternate afternoon–morning over two days and that is allowed. */
const maxThreeConsecutive: PartyRule = (party, { element }, situation) => {
  const isWorking = listDays(situation).map((slots) => countBusy(party, slots) > 0);
  const mayAlternate = textOf(element, 'Allow_Afternoon_Morning_Afternoon_Morning_Exception') === 'true';
  return isWorking.flatMap((_, day) => {
    const isRun = isWorking.slice(day, day + 4).filter(Boolean).length === 4;
    const isExcused = mayAlternate && day % 2 === 1;
    return over(isRun && !isExcused ? 1 : 0, () => `${party.name} works four half days in a row from ${situation.school.days[day] ?? ''}`);
  });
};

const days = (situation: Situation): number[][] => (hasHalfDays(situation) ? listRealDays(situation) : listDays(situation));

export const DAY_RULES: Readonly<Record<string, PartyRule>> = {
  MaxDaysPerWeek: atMost(listDays, 'days', 'Max_Days_Per_Week'),
  MinDaysPerWeek: atLeast(listDays, 'days', 'Minimum_Days_Per_Week', 'Min_Days_Per_Week'),
  MaxRealDaysPerWeek: atMost(days, 'days', 'Max_Days_Per_Week'),
  MinRealDaysPerWeek: atLeast(days, 'days', 'Minimum_Days_Per_Week'),
  MaxMorningsPerWeek: atMost(listMornings, 'mornings', 'Max_Mornings_Per_Week'),
  MaxAfternoonsPerWeek: atMost(listAfternoons, 'afternoons', 'Max_Afternoons_Per_Week'),
  MinMorningsPerWeek: atLeast(listMornings, 'mornings', 'Min_Mornings_Per_Week', 'Minimum_Mornings_Per_Week'),
  MinAfternoonsPerWeek: atLeast(listAfternoons, 'afternoons', 'Min_Afternoons_Per_Week', 'Minimum_Afternoons_Per_Week'),
  IntervalMaxDaysPerWeek: intervalMaxDays,
  MinRestingHours: minRestingHours,
  MinRestingHoursBetweenMorningAndAfternoon: minRestingAtNoon,
  EarlyMaxBeginningsAtSecondHour: earlyStarts((situation) => (hasHalfDays(situation) ? listMornings(situation) : listDays(situation))),
  MorningsEarlyMaxBeginningsAtSecondHour: earlyStarts(listMornings),
  AfternoonsEarlyMaxBeginningsAtSecondHour: earlyStarts(listAfternoons),
  MaxThreeConsecutiveDays: maxThreeConsecutive,
};
