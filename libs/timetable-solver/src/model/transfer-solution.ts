import type { Instance, TimetableEvent } from './instance.ts';
import { UNASSIGNED, type Meet, type Solution } from './solution.ts';

export interface Transfer {
  readonly solution: Solution;
  /** Indices of the instance's events that are not as they were: new, longer or shorter, or at a time or with somebody no longer there. */
  readonly changed: readonly number[];
}

/**
 * Takes a timetable over into another instance of the same school (last year's, or the one before a change) by the ids of events,
 * times, resources and roles. What has no counterpart is left open; what is given beforehand is as given now.
 * @throws RangeError where the solution's shape is not its instance's
 */
export function transferSolution(from: Instance, solution: Solution, to: Instance): Transfer {
  if (solution.events.length !== from.events.length) throw new RangeError(`the solution has ${solution.events.length} events, the instance ${from.events.length}`);
  const before = new Map(from.events.map((event, index) => [event.id, { event, meets: solution.events[index] ?? [] }]));
  const times = mapById(from.times, to.times);
  const resources = mapById(from.resources, to.resources);
  const changed: number[] = [];
  const events = to.events.map((event, index): Meet[] => {
    const old = before.get(event.id);
    const meets = old === undefined ? [] : old.meets.map((meet) => transferMeet(meet, old.event, event, times, resources, to));
    const fitted = fit(event, meets);
    const isSame = old !== undefined && fitted.length === old.meets.length && fitted.every((meet, at) => isLike(meet, old.meets[at], times, resources));
    if (!isSame) changed.push(index);
    return fitted;
  });
  const seats = transferSeats(from, solution, to);
  return { solution: { events, ...(seats === undefined ? {} : { seats }) }, changed };
}

interface Named {
  readonly id: string;
}

/** @returns per index of the one list that of the same id in the other, or `UNASSIGNED` */
function mapById(from: readonly Named[], to: readonly Named[]): number[] {
  const known = new Map(to.map(({ id }, index) => [id, index]));
  return from.map(({ id }) => known.get(id) ?? UNASSIGNED);
}

function transferMeet({ duration, time, resources: taking }: Meet, old: TimetableEvent, event: TimetableEvent, times: readonly number[], resources: readonly number[], to: Instance): Meet {
  const filled = new Set<number>();
  const people = event.resources.map(({ resource, role, type }) => {
    if (resource !== undefined) return resource;
    // The same role twice in an event is filled in order.
    const place = old.resources.findIndex((one, at) => one.role === role && one.resource === undefined && !filled.has(at));
    filled.add(place);
    const chosen = resources[taking[place] ?? UNASSIGNED] ?? UNASSIGNED;
    return to.resources[chosen]?.type === type ? chosen : UNASSIGNED;
  });
  return { duration, time: event.time ?? times[time] ?? UNASSIGNED, resources: people };
}

/** Meets that last as long together as the event does now. */
function fit(event: TimetableEvent, meets: readonly Meet[]): Meet[] {
  const kept: Meet[] = [];
  let rest = event.duration;
  for (const meet of meets) {
    const duration = Math.min(meet.duration, rest);
    if (duration > 0) kept.push({ ...meet, duration });
    rest -= duration;
  }
  if (rest > 0) kept.push({ duration: rest, time: event.time ?? UNASSIGNED, resources: event.resources.map(({ resource }) => resource ?? UNASSIGNED) });
  return kept;
}

function isLike(meet: Meet, old: Meet | undefined, times: readonly number[], resources: readonly number[]): boolean {
  if (old === undefined || meet.duration !== old.duration || meet.time !== (times[old.time] ?? UNASSIGNED)) return false;
  if (old.time !== UNASSIGNED && meet.time === UNASSIGNED) return false;
  const [now, then] = [meet.resources, old.resources.map((one) => (one === UNASSIGNED ? UNASSIGNED : (resources[one] ?? UNASSIGNED)))].map((list) => list.toSorted((one, other) => one - other));
  return JSON.stringify(now) === JSON.stringify(then) && meet.resources.filter((one) => one === UNASSIGNED).length === old.resources.filter((one) => one === UNASSIGNED).length;
}

function transferSeats(from: Instance, { seats }: Solution, to: Instance): number[] | undefined {
  if (seats === undefined || to.choices === undefined) return undefined;
  const taken = new Set((from.choices ?? []).map(({ resource }, choice) => JSON.stringify([from.resources[resource]?.id, from.events[seats[choice] ?? UNASSIGNED]?.id])));
  return to.choices.map(({ resource, events }) => events.find((event) => taken.has(JSON.stringify([to.resources[resource]?.id, to.events[event]?.id]))) ?? UNASSIGNED);
}
