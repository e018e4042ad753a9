import type { CostFunction } from '../../../model/index.ts';
import { selectActivities } from '../file/selection.ts';
import type { FetConstraint } from '../file/school.ts';
import { listDays, nameOfDay } from './days.ts';
import { TYPES, type Draft } from './draft.ts';
import { numberIn, slotsIn, textIn } from './fields.ts';
import type { Convert } from './lessons.ts';

type Select = (draft: Draft, constraint: FetConstraint) => number[];

const one: Select = (draft, constraint) => draft.eventsOf([numberIn(constraint, 'Activity_Id')]);
const chosen: Select = (draft, constraint) => draft.eventsOf(selectActivities(draft.school, constraint.element).map(({ id }) => id));

/** The events begin at one of the slots from which their whole length is allowed. */
export function preferStarts(draft: Draft, constraint: FetConstraint, events: readonly number[], isAllowed: (slot: number, duration: number) => boolean, costFunction: CostFunction = 'linear'): void {
  const durations = new Map<number, number[]>();
  for (const event of events) {
    const duration = draft.events[event]?.duration ?? 1;
    durations.set(duration, [...(durations.get(duration) ?? []), event]);
  }
  for (const [duration, same] of durations) {
    const starts = draft.slots.filter((slot) => isAllowed(slot, duration));
    if (starts.length === draft.slots.length) continue;
    draft.add(constraint, { kind: 'preferTimes', appliesTo: { events: same, eventGroups: [] }, preferred: { times: [], timeGroups: [draft.groupTimes(starts, constraint.kind)] } }, { costFunction: duration > 1 ? costFunction : 'linear' });
  }
}

const startIn =
  (select: Select): Convert =>
  (draft, constraint) => {
    const wanted = new Set(slotsIn(draft.school, constraint));
    preferStarts(draft, constraint, select(draft, constraint), (slot) => wanted.has(slot), 'step');
    return undefined;
  };

const lieIn =
  (select: Select): Convert =>
  (draft, constraint) => {
    const wanted = new Set(slotsIn(draft.school, constraint));
    preferStarts(draft, constraint, select(draft, constraint), (slot, duration) => Array.from({ length: duration }, (_, hour) => slot + hour).every((at) => wanted.has(at)));
    return undefined;
  };

const startAt: Convert = (draft, constraint) => {
  const { days, hours } = draft.school;
  const [day, hour] = [textIn(constraint, 'Preferred_Day', 'Day'), textIn(constraint, 'Preferred_Hour', 'Hour')];
  const isThere = (slot: number): boolean => {
    const isDay = day === '' || days[Math.floor(slot / hours.length)] === day;
    return isDay && (hour === '' || hours[slot % hours.length] === hour);
  };
  preferStarts(draft, constraint, one(draft, constraint), isThere, 'step');
  return undefined;
};

const endDay =
  (select: Select): Convert =>
  (draft, constraint) => {
    const events = select(draft, constraint);
    const timeGroups = listDays(draft.school).map((slots) => draft.groupTimes(slots, nameOfDay(draft.school, slots), 'day'));
    if (events.length > 0) draft.add(constraint, { kind: 'endDay', appliesTo: { events, eventGroups: [] }, timeGroups, resourceTypes: [TYPES.students] });
    return undefined;
  };

export const TIME_CONVERTERS: Readonly<Record<string, Convert>> = {
  ActivityPreferredStartingTime: startAt,
  ActivityPreferredDay: startAt,
  ActivityPreferredStartingTimes: startIn(one),
  ActivitiesPreferredStartingTimes: startIn(chosen),
  SubactivitiesPreferredStartingTimes: startIn(chosen),
  ActivityPreferredTimeSlots: lieIn(one),
  ActivitiesPreferredTimeSlots: lieIn(chosen),
  SubactivitiesPreferredTimeSlots: lieIn(chosen),
  ActivityEndsStudentsDay: endDay(one),
  ActivitiesEndStudentsDay: endDay(chosen),
};
