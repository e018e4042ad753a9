import type { FetConstraint } from '../file/school.ts';
import { listDays, listRealDays, listTerms, listWindows, nameOfDay } from './days.ts';
import { atLeast, atMost, type Draft } from './draft.ts';
import { eventsIn, numberIn, slotsIn, textIn, textsIn } from './fields.ts';

/** Tells a FET constraint in the model's rules. @returns what could not be told, in words; nothing where all was */
export type Convert = (draft: Draft, constraint: FetConstraint) => string | undefined;

const durationsOf = (draft: Draft, events: readonly number[]): Set<number> => new Set(events.map((event) => draft.events[event]?.duration ?? 0));

/** At most one of the lessons begins in each of the groups of slots. */
function spread(draft: Draft, constraint: FetConstraint, events: readonly number[], groups: readonly (readonly number[])[], maximum = 1): void {
  const timeGroups = groups.map((slots) => ({ timeGroup: draft.groupTimes(slots, nameOfDay(draft.school, slots)), limits: atMost(maximum) }));
  draft.add(constraint, { kind: 'spreadEvents', appliesTo: { eventGroups: [draft.groupEvents(events, constraint.kind, 'course')] }, timeGroups });
}

const minDays: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  const least = numberIn(constraint, 'MinDays');
  if (events.length < 2 || least < 1) return undefined;
  const isTogether = /^(true|yes)$/i.test(textIn(constraint, 'Consecutive_If_Same_Day'));
  if (constraint.weight >= 100) spread(draft, constraint, events, listWindows(listRealDays(draft.school), least));
  else keepApart(draft, constraint, events, least, false);
  // A pair on one day that is torn apart counts once more.
  if (constraint.weight < 100 && isTogether) keepApart(draft, constraint, events, 1, true);
  return undefined;
};

/** Counts pairs of lessons, as FET does. */
function keepApart(draft: Draft, constraint: FetConstraint, events: readonly number[], days: number, allowsDoubles: boolean): void {
  const timeGroups = listRealDays(draft.school).map((slots) => draft.groupTimes(slots, nameOfDay(draft.school, slots)));
  draft.add(constraint, { kind: 'keepDaysApart', appliesTo: { eventGroups: [draft.groupEvents(events, constraint.kind, 'course')] }, timeGroups, days, allowsDoubles });
}

const maxDays: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  const most = numberIn(constraint, 'MaxDays');
  const days = listRealDays(draft.school);
  if (events.length < 2 || most >= days.length - 1) return undefined;
  if (most > 0) {
    // Days further apart than that have no lesson of these both.
    const course = draft.addCourse(events, constraint.kind);
    for (const [from, day] of days.entries()) {
      for (const other of days.slice(from + most + 1)) clusterCourse(draft, constraint, course, [day, other], 1);
    }
    return undefined;
  }
  clusterCourse(draft, constraint, draft.addCourse(events, constraint.kind), days, 1);
  return undefined;
};

function clusterCourse(draft: Draft, constraint: FetConstraint, course: number, groups: readonly (readonly number[])[], maximum: number, minimum = 0): void {
  const timeGroups = groups.map((slots) => draft.groupTimes(slots, nameOfDay(draft.school, slots)));
  draft.add(constraint, { kind: 'clusterBusyTimes', appliesTo: { resources: [course], resourceGroups: [] }, timeGroups, limits: { minimum, maximum } });
}

/** Lessons of different lengths begin as far apart as if all were the longest. */
export const LONGEST_COUNTS = 'gaps after each lesson as after the longest';

const minGaps: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  const durations = durationsOf(draft, events);
  const least = numberIn(constraint, 'MinGaps');
  if (events.length < 2) return undefined;
  spread(draft, constraint, events, listDays(draft.school).flatMap((day) => listWindows(day.map((slot) => [slot]), Math.max(...durations) + least)));
  return durations.size > 1 ? LONGEST_COUNTS : undefined;
};

const sameStart: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (events.length < 2) return undefined;
  if (durationsOf(draft, events).size === 1) {
    draft.add(constraint, { kind: 'linkEvents', appliesTo: { eventGroups: [draft.groupEvents(events, constraint.kind)] } });
    return undefined;
  }
  const [first = 0, ...others] = events;
  const length = draft.events[first]?.duration ?? 1;
  const pairs = others.map((second) => ({ first, second, separation: { minimum: -length, maximum: -length } }));
  draft.add(constraint, { kind: 'orderEvents', pairs });
  return undefined;
};

const sameDay: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (events.length > 1) clusterCourse(draft, constraint, draft.addCourse(events, constraint.kind), listDays(draft.school), 1);
  return undefined;
};

const sameHour: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  const [duration, ...others] = durationsOf(draft, events);
  if (events.length < 2 || duration === undefined) return undefined;
  if (others.length > 0) return 'lessons of different lengths at the same hour';
  const { days, hours } = draft.school;
  const columns = hours.map((_, hour) => days.map((__, day) => day * hours.length + hour));
  clusterCourse(draft, constraint, draft.addCourse(events, constraint.kind), columns, duration);
  return undefined;
};

const notOverlapping: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (events.length > 1) draft.add(constraint, { kind: 'avoidClashes', appliesTo: { resources: [draft.addCourse(events, constraint.kind)], resourceGroups: [] } });
  return undefined;
};

const ORDERED = ['First_Activity_Id', 'Second_Activity_Id', 'Third_Activity_Id'];

const eventsInOrder = (draft: Draft, constraint: FetConstraint): number[] => ORDERED.flatMap((name) => draft.eventsOf(textsIn(constraint, name).map(Number)));

/** One block: on one day, no gap, no overlap. */
function addBlock(draft: Draft, constraint: FetConstraint, events: readonly number[]): void {
  const course = draft.addCourse([...events].sort((one, other) => one - other), constraint.kind);
  const days = listDays(draft.school);
  clusterCourse(draft, constraint, course, days, 1);
  const appliesTo = { resources: [course], resourceGroups: [] };
  draft.add(constraint, { kind: 'avoidClashes', appliesTo });
  draft.add(constraint, { kind: 'limitIdleTimes', appliesTo, timeGroups: days.map((slots) => draft.groupTimes(slots, nameOfDay(draft.school, slots))), limits: atMost(0) });
}

function addOrder(draft: Draft, constraint: FetConstraint, [first, second]: readonly number[]): void {
  if (first === undefined || second === undefined) return;
  draft.add(constraint, { kind: 'orderEvents', pairs: [{ first, second, separation: atLeast(0) }] });
}

const grouped: Convert = (draft, constraint) => {
  const events = eventsInOrder(draft, constraint);
  if (events.length === ORDERED.filter((name) => textIn(constraint, name) !== '').length) addBlock(draft, constraint, events);
  return undefined;
};

const consecutive: Convert = (draft, constraint) => {
  const events = eventsInOrder(draft, constraint);
  if (events.length < 2) return undefined;
  addBlock(draft, constraint, events);
  addOrder(draft, constraint, events);
  return undefined;
};

const ordered: Convert = (draft, constraint) => {
  addOrder(draft, constraint, eventsInOrder(draft, constraint));
  return undefined;
};

const maxSimultaneous: Convert = (draft, constraint) => {
  const most = numberIn(constraint, 'Max_Number_of_Simultaneous_Activities');
  const events = eventsIn(draft, constraint);
  if (events.length <= most) return undefined;
  if (durationsOf(draft, events).size > 1 || !durationsOf(draft, events).has(1)) return 'so many at a time of lessons longer than an hour';
  spread(draft, constraint, events, slotsIn(draft.school, constraint).map((slot) => [slot]), most);
  return undefined;
};

const occupy =
  (isAtMost: boolean): Convert =>
  (draft, constraint) => {
    const events = eventsIn(draft, constraint);
    const limit = numberIn(constraint, isAtMost ? 'Max_Number_of_Occupied_Time_Slots' : 'Min_Number_of_Occupied_Time_Slots');
    if (events.length === 0) return undefined;
    const course = draft.addCourse(events, constraint.kind);
    const slots = slotsIn(draft.school, constraint);
    clusterCourse(draft, constraint, course, slots.map((slot) => [slot]), isAtMost ? limit : Infinity, isAtMost ? 0 : limit);
    return undefined;
  };

const maxTotal: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (durationsOf(draft, events).size > 1 || !durationsOf(draft, events).has(1)) return 'a total of lessons longer than an hour';
  spread(draft, constraint, events, [slotsIn(draft.school, constraint)], numberIn(constraint, 'Max_Total_Number_of_Activities'));
  return undefined;
};

const maxTerms: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (events.length === 0) return undefined;
  const terms = listTerms(draft.school);
  const timeGroups = terms.map((slots, term) => draft.groupTimes(slots, `Period ${term + 1}`, 'period'));
  const course = draft.addCourse(events, constraint.kind);
  draft.add(constraint, { kind: 'clusterBusyTimes', appliesTo: { resources: [course], resourceGroups: [] }, timeGroups, limits: atMost(numberIn(constraint, 'Max_Number_of_Occupied_Terms')) });
  return undefined;
};

const maxInATerm: Convert = (draft, constraint) => {
  const events = eventsIn(draft, constraint);
  if (events.length > 0) spread(draft, constraint, events, listTerms(draft.school), numberIn(constraint, 'Max_Number_of_Activities_in_A_Term'));
  return undefined;
};

/** Lessons of different tags apart, two by two: those of the same tag may go on at once. */
const tagsApart: Convert = (draft, constraint) => {
  const tags = textsIn(constraint, 'Activity_Tag');
  const sides = tags.map((tag) => draft.events.flatMap(({ activities }, event) => (activities.some(({ tags: its }) => its.includes(tag)) ? [event] : [])));
  const pairs = sides.flatMap((side, index) => sides.slice(index + 1).flatMap((other) => side.flatMap((one) => other.filter((next) => next !== one).map((next) => [one, next] as const))));
  if (pairs.length > 2000) return `${pairs.length} pairs of lessons of different tags`;
  for (const pair of pairs) {
    const events = pair.toSorted((one, other) => one - other);
    draft.add(constraint, { kind: 'avoidClashes', appliesTo: { resources: [draft.addCourse(events, constraint.kind)], resourceGroups: [] } });
  }
  return undefined;
};

export const LESSON_CONVERTERS: Readonly<Record<string, Convert>> = {
  MinDaysBetweenActivities: minDays,
  MaxDaysBetweenActivities: maxDays,
  MinGapsBetweenActivities: minGaps,
  ActivitiesSameStartingTime: sameStart,
  ActivitiesSameStartingDay: sameDay,
  ActivitiesSameStartingHour: sameHour,
  ActivitiesNotOverlapping: notOverlapping,
  ActivityTagsNotOverlapping: tagsApart,
  TwoActivitiesConsecutive: consecutive,
  TwoActivitiesGrouped: grouped,
  ThreeActivitiesGrouped: grouped,
  TwoActivitiesOrdered: ordered,
  ActivitiesMaxSimultaneousInSelectedTimeSlots: maxSimultaneous,
  ActivitiesOccupyMaxTimeSlotsFromSelection: occupy(true),
  ActivitiesOccupyMinTimeSlotsFromSelection: occupy(false),
  MaxTotalActivitiesFromSetInSelectedTimeSlots: maxTotal,
  ActivitiesOccupyMaxTerms: maxTerms,
  ActivitiesMaxInATerm: maxInATerm,
};

