import { listEventPoints, listNamedTimes, listResourcePoints, type Constraint, type Instance } from '../model/index.ts';

/** A tray as numbers: sections (the events) are put into slots (the times), learners into sections. */
export interface TrayProblem {
  readonly slots: number;
  readonly sections: number;
  readonly learners: number;
  /** Per section what it may be put into: 1 by section × slots + slot. */
  readonly allowed: Uint8Array;
  /** Per section its teachers and others given beforehand, as indices of resources. */
  readonly people: readonly (readonly number[])[];
  readonly resources: number;
  /** Per section the most who have room. */
  readonly room: Int32Array;
  /** Rooms of a kind: the sizes of the sections in a slot may not add up to more. */
  readonly halls: readonly Hall[];
  /** 1 by learner × slots + slot where the learner can have no lesson. */
  readonly isAway: Uint8Array;
  readonly choices: readonly TrayChoice[];
  /** Per learner its choices. */
  readonly choicesOf: readonly (readonly number[])[];
  /** Wishes that one course comes before another, as their sections. */
  readonly orders: readonly { readonly first: readonly number[]; readonly second: readonly number[]; readonly weight: number }[];
  /** Per slot the period it is in: an order is kept from one to a later one. */
  readonly periodOf: Int32Array;
  /** Per section the choices it would meet. */
  readonly choicesFor: readonly (readonly number[])[];
}

export interface Hall {
  readonly capacity: number;
  /** By section; 0 where it needs no such room. */
  readonly size: Int32Array;
  /** 1 where the slot is one of those it is about. */
  readonly isDuring: Uint8Array;
}

interface TrayChoice {
  readonly learner: number;
  readonly sections: readonly number[];
}

/**
 * Reads a tray out of an instance.
 * @throws Error that names what the search for trays cannot keep: longer sections, sections without a single time, other rules
 */
export function readTray(instance: Instance): TrayProblem {
  const { times, events, constraints, choices = [] } = instance;
  const long = events.find(({ duration, resources }) => duration !== 1 || resources.some(({ resource }) => resource === undefined));
  if (long !== undefined) throw new Error(`cannot put ${long.id} into a tray: a section lasts one time, and who teaches it is given`);
  const learnerOf = new Map<number, number>();
  for (const { resource } of choices) if (!learnerOf.has(resource)) learnerOf.set(resource, learnerOf.size);
  const busy = events.find(({ resources }) => resources.some(({ resource }) => resource !== undefined && learnerOf.has(resource)));
  if (busy !== undefined) throw new Error(`cannot put ${busy.id} into a tray: a learner with choices is given to it beforehand`);
  const problem = {
    slots: times.length,
    sections: events.length,
    learners: learnerOf.size,
    allowed: new Uint8Array(events.length * times.length).fill(1),
    people: events.map(({ resources }) => resources.flatMap(({ resource }) => (resource === undefined ? [] : [resource]))),
    resources: instance.resources.length,
    room: new Int32Array(events.length).fill(2 ** 30),
    halls: constraints.flatMap((constraint) => (constraint.kind === 'limitAttendance' && constraint.isRequired ? [readHall(constraint, instance)] : [])),
    isAway: new Uint8Array(learnerOf.size * times.length),
    ...readOrders(instance),
    choices: choices.map(({ resource, events: sections }) => ({ learner: learnerOf.get(resource) ?? 0, sections })),
    choicesOf: group(
      choices.map(({ resource }) => [learnerOf.get(resource) ?? 0]),
      learnerOf.size,
    ),
    choicesFor: group(
      choices.map(({ events: sections }) => sections),
      events.length,
    ),
  };
  for (const [event, { time }] of events.entries()) if (time !== undefined) keepOnly(problem, event, new Set([time]));
  for (const constraint of constraints) if (constraint.isRequired) bind(problem, constraint, instance, learnerOf);
  return problem;
}

/** @returns per key the indices of the items that have it */
function group(keys: readonly (readonly number[])[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [index, own] of keys.entries()) for (const key of own) groups[key]?.push(index);
  return groups;
}

function readHall({ events, capacity, during }: Extract<Constraint, { kind: 'limitAttendance' }>, instance: Instance): Hall {
  const [size, isDuring] = [new Int32Array(instance.events.length), new Uint8Array(instance.times.length)];
  for (const one of events) size[one.event] = (size[one.event] ?? 0) + one.size;
  for (const time of listNamedTimes(instance, during)) isDuring[time] = 1;
  return { capacity, size, isDuring };
}

function readOrders({ constraints, eventGroups, timeGroups, times }: Instance): Pick<TrayProblem, 'orders' | 'periodOf'> {
  const rules = constraints.filter((constraint) => constraint.kind === 'orderChoices');
  const sectionsOf = (course: number): readonly number[] => eventGroups[course]?.events ?? [];
  const periodOf = Int32Array.from(times, (_, time) => time);
  for (const [period, timeGroup] of (rules[0]?.timeGroups ?? []).entries()) for (const time of timeGroups[timeGroup]?.times ?? []) periodOf[time] = period;
  return { orders: rules.flatMap(({ pairs, weight }) => pairs.map(({ firstCourse, secondCourse }) => ({ first: sectionsOf(firstCourse), second: sectionsOf(secondCourse), weight }))), periodOf };
}

function keepOnly({ allowed, slots }: Pick<TrayProblem, 'allowed' | 'slots'>, section: number, times: ReadonlySet<number>): void {
  for (let slot = 0; slot < slots; slot += 1) if (!times.has(slot)) allowed[section * slots + slot] = 0;
}

/** Makes a required rule a bound of the problem; wishes are left to the evaluator, which tells what they cost. */
function bind(problem: TrayProblem, constraint: Constraint, instance: Instance, learnerOf: ReadonlyMap<number, number>): void {
  switch (constraint.kind) {
    case 'preferTimes': {
      const times = new Set(listNamedTimes(instance, constraint.preferred));
      for (const event of listEventPoints(instance, constraint.appliesTo)) keepOnly(problem, event, times);
      return;
    }
    case 'avoidUnavailableTimes': {
      const away = new Set(listNamedTimes(instance, constraint.unavailable));
      const times = new Set(instance.times.map((_, time) => time).filter((time) => !away.has(time)));
      const who = new Set(listResourcePoints(instance, constraint.appliesTo));
      for (const [section, people] of problem.people.entries()) if (people.some((one) => who.has(one))) keepOnly(problem, section, times);
      for (const [resource, learner] of learnerOf) if (who.has(resource)) for (const time of away) problem.isAway[learner * problem.slots + time] = 1;
      return;
    }
    case 'limitSeats':
      for (const event of listEventPoints(instance, constraint.appliesTo)) problem.room[event] = Math.min(problem.room[event] ?? 0, constraint.limits.maximum);
      return;
    case 'assignTime':
    case 'avoidClashes':
    case 'limitAttendance':
    case 'meetChoices':
      return;
    default:
      throw new Error(`cannot optimise ${constraint.kind} in a tray yet (constraint ${constraint.id})`);
  }
}
