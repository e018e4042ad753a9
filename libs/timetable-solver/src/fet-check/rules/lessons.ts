import { nameActivity, nameSlot } from '../days.ts';
import { over, type Rule } from '../rule.ts';
import { numberOf, readSlots, textOf, textsOf, type Placed, type Situation } from '../situation.ts';
import type { FetConstraint } from '../../formats/fet/file/school.ts';

const listNamed = ({ element }: FetConstraint, { byId }: Situation): Placed[] => textsOf(element, 'Activity_Id').flatMap((id) => byId.get(Number(id)) ?? []);

/** @returns unordered pairs */
const pairsOf = (list: readonly Placed[]): [Placed, Placed][] => list.flatMap((one, index) => list.slice(index + 1).map((other): [Placed, Placed] => [one, other]));

const dayOf = (one: Placed, { school }: Situation): number => (school.mode === 'mornings-afternoons' ? Math.floor(one.day / 2) : one.day);

const overlaps = (one: Placed, other: Placed): boolean => one.day === other.day && one.hour < other.end && other.hour < one.end;

/** @returns whether `next` begins when `one` ends, breaks between them aside */
function follows(one: Placed, next: Placed, { breaks, hours }: Situation): boolean {
  if (one.day !== next.day) return false;
  let hour = one.end;
  while (hour < next.hour && breaks[one.day * hours + hour] === 1) hour++;
  return hour === next.hour;
}

/** Each two of the lessons stand so many days apart; two on the same day follow each other where that is asked. */
const minDays: Rule = (constraint, situation) => {
  const least = numberOf(constraint.element, 'MinDays');
  const isTogether = /^(true|yes)$/i.test(textOf(constraint.element, 'Consecutive_If_Same_Day'));
  return pairsOf(listNamed(constraint, situation)).flatMap(([one, other]) => {
    const apart = Math.abs(dayOf(one, situation) - dayOf(other, situation));
    const isTorn = isTogether && one.day === other.day && !follows(one, other, situation) && !follows(other, one, situation);
    return over(Math.max(0, least - apart) + (isTorn && apart < least ? 1 : 0), () => `${nameActivity(one)} and ${nameActivity(other)} are ${apart} days apart, at least ${least} wanted`);
  });
};

/** Each two of the lessons stand at most so many days apart. */
const maxDays: Rule = (constraint, situation) => {
  const most = numberOf(constraint.element, 'MaxDays');
  return pairsOf(listNamed(constraint, situation)).flatMap(([one, other]) => {
    const apart = Math.abs(dayOf(one, situation) - dayOf(other, situation));
    return over(apart - most, () => `${nameActivity(one)} and ${nameActivity(other)} are ${apart} days apart, at most ${most} allowed`);
  });
};

/** Two of the lessons on one day have so many hours between them. */
const minGaps: Rule = (constraint, situation) => {
  const least = numberOf(constraint.element, 'MinGaps');
  return pairsOf(listNamed(constraint, situation)).flatMap(([one, other]) => {
    if (one.day !== other.day) return [];
    const between = one.hour < other.hour ? other.hour - one.end : one.hour - other.end;
    return over(least - between, () => `${nameActivity(one)} and ${nameActivity(other)} have ${between} hours between them, at least ${least} wanted`);
  });
};

/** Lessons agree in day, hour or both. */
const same =
  (differ: (one: Placed, other: Placed) => number, word: string): Rule =>
  (constraint, situation) =>
    pairsOf(listNamed(constraint, situation)).flatMap(([one, other]) => over(differ(one, other), () => `${nameActivity(one)} and ${nameActivity(other)} do not begin ${word}`));

/** Two lessons that must not go on at once. */
const notOverlapping: Rule = (constraint, situation) =>
  pairsOf(listNamed(constraint, situation)).flatMap(([one, other]) => over(overlaps(one, other) ? 1 : 0, () => `${nameActivity(one)} and ${nameActivity(other)} overlap`));

/** Lessons of different tags of the list must not go on at once. */
const tagsNotOverlapping: Rule = ({ element }, { placed }) => {
  const tags = textsOf(element, 'Activity_Tag');
  const bound = placed.filter(({ activity }) => activity.tags.some((tag) => tags.includes(tag)));
  return pairsOf(bound).flatMap(([one, other]) => {
    const isTagged = one.activity.tags.some((tag) => tags.includes(tag) && other.activity.tags.some((its) => its !== tag && tags.includes(its)));
    return over(isTagged && overlaps(one, other) ? 1 : 0, () => `${nameActivity(one)} and ${nameActivity(other)} overlap`);
  });
};

/** Lessons of one constraint by their place in its sentence; nothing where one of them is not placed. */
function inOrder({ element }: FetConstraint, { byId }: Situation): Placed[] {
  const named = ['First_Activity_Id', 'Second_Activity_Id', 'Third_Activity_Id'].filter((name) => textOf(element, name) !== '');
  const lessons = named.flatMap((name) => byId.get(numberOf(element, name)) ?? []);
  return lessons.length === named.length ? lessons : [];
}

/** The second lesson follows the first at once, on the same day. */
const consecutive: Rule = (constraint, situation) => {
  const [one, next] = inOrder(constraint, situation);
  return one === undefined || next === undefined || follows(one, next, situation) ? [] : over(1, () => `${nameActivity(next)} does not follow ${nameActivity(one)}`);
};

/** The lessons make one block, in any order. */
const grouped: Rule = (constraint, situation) => {
  const block = inOrder(constraint, situation).sort((one, other) => one.day - other.day || one.hour - other.hour);
  const isBlock = block.every((one, index) => index === 0 || follows(block[index - 1] ?? one, one, situation));
  return isBlock ? [] : over(1, () => `${block.map(nameActivity).join(' and ')} make no block`);
};

/** The second lesson is later in the week than the first. */
const ordered =
  (isOnlyWithinDay: boolean): Rule =>
  (constraint, situation) => {
    const [one, next] = inOrder(constraint, situation);
    if (one === undefined || next === undefined) return [];
    const isRight = one.day === next.day ? one.end <= next.hour : isOnlyWithinDay || one.day < next.day;
    return isRight ? [] : over(1, () => `${nameActivity(next)} does not come after ${nameActivity(one)}`);
  };

/** So many of the lessons at a time (of the selected ones): all slots, or those occupied. */
const simultaneous =
  (isAtMost: boolean): Rule =>
  (constraint, situation) => {
    const { element } = constraint;
    const limit = numberOf(element, isAtMost ? 'Max_Number_of_Simultaneous_Activities' : 'Min_Number_of_Simultaneous_Activities');
    const mayBeEmpty = textOf(element, 'Allow_Empty_Slots') === 'true';
    const named = listNamed(constraint, situation);
    return readSlots(situation.school, element).flatMap((slot) => {
      const count = named.filter((one) => covers(one, slot, situation)).length;
      if (isAtMost) return over(count - limit, () => `${count} of the lessons at ${nameSlot(situation, slot)}, at most ${limit} allowed`);
      return count === 0 && mayBeEmpty ? [] : over(limit - count, () => `${count} of the lessons at ${nameSlot(situation, slot)}, at least ${limit} wanted`);
    });
  };

const covers = (one: Placed, slot: number, { hours }: Situation): boolean => {
  const hour = slot - one.day * hours;
  return hour >= one.hour && hour < one.end;
};

/** The lessons fill at most (at least) so many of the selected slots. */
const occupied =
  (isAtMost: boolean): Rule =>
  (constraint, situation) => {
    const limit = numberOf(constraint.element, isAtMost ? 'Max_Number_of_Occupied_Time_Slots' : 'Min_Number_of_Occupied_Time_Slots');
    const named = listNamed(constraint, situation);
    const count = readSlots(situation.school, constraint.element).filter((slot) => named.some((one) => covers(one, slot, situation))).length;
    return over(isAtMost ? count - limit : limit - count, () => `the lessons fill ${count} of the selected hours, ${isAtMost ? 'at most' : 'at least'} ${limit} wanted`);
  };

/** At most so many of the lessons touch the selected slots. */
const maxTotal: Rule = (constraint, situation) => {
  const most = numberOf(constraint.element, 'Max_Total_Number_of_Activities');
  const slots = readSlots(situation.school, constraint.element);
  const count = listNamed(constraint, situation).filter((one) => slots.some((slot) => covers(one, slot, situation))).length;
  return over(count - most, () => `${count} of the lessons are at the selected hours, at most ${most} allowed`);
};

const termOf = (one: Placed, { school }: Situation): number => Math.floor(one.day / school.daysPerTerm);

/** The lessons of a course fall into at most so many teaching periods. */
const maxTerms: Rule = (constraint, situation) => {
  const most = numberOf(constraint.element, 'Max_Number_of_Occupied_Terms');
  const named = listNamed(constraint, situation);
  const count = new Set(named.map((one) => termOf(one, situation))).size;
  return over(count - most, () => `${named.map(({ activity }) => activity.id).join(', ')} fall into ${count} periods, at most ${most} allowed`);
};

/** No teaching period has more than so many of the lessons. */
const maxInATerm: Rule = (constraint, situation) => {
  const most = numberOf(constraint.element, 'Max_Number_of_Activities_in_A_Term');
  const named = listNamed(constraint, situation);
  const terms = [...new Set(named.map((one) => termOf(one, situation)))];
  return terms.flatMap((term) => {
    const count = named.filter((one) => termOf(one, situation) === term).length;
    return over(count - most, () => `${count} of ${named.map(({ activity }) => activity.id).join(', ')} are in period ${term + 1}, at most ${most} allowed`);
  });
};

export const LESSON_RULES: Readonly<Record<string, Rule>> = {
  MinDaysBetweenActivities: minDays,
  MaxDaysBetweenActivities: maxDays,
  MinGapsBetweenActivities: minGaps,
  ActivitiesSameStartingTime: same((one, other) => (one.day === other.day && one.hour === other.hour ? 0 : 1), 'together'),
  ActivitiesSameStartingDay: same((one, other) => (one.day === other.day ? 0 : 1), 'on the same day'),
  ActivitiesSameStartingHour: same((one, other) => (one.hour === other.hour ? 0 : 1), 'at the same hour'),
  ActivitiesNotOverlapping: notOverlapping,
  ActivityTagsNotOverlapping: tagsNotOverlapping,
  TwoActivitiesConsecutive: consecutive,
  TwoActivitiesGrouped: grouped,
  ThreeActivitiesGrouped: grouped,
  TwoActivitiesOrdered: ordered(false),
  TwoActivitiesOrderedIfSameDay: ordered(true),
  ActivitiesMaxSimultaneousInSelectedTimeSlots: simultaneous(true),
  ActivitiesMinSimultaneousInSelectedTimeSlots: simultaneous(false),
  ActivitiesOccupyMaxTimeSlotsFromSelection: occupied(true),
  ActivitiesOccupyMinTimeSlotsFromSelection: occupied(false),
  MaxTotalActivitiesFromSetInSelectedTimeSlots: maxTotal,
  ActivitiesOccupyMaxTerms: maxTerms,
  ActivitiesMaxInATerm: maxInATerm,
};
