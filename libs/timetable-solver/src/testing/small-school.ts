import { expect } from 'vitest';
import { evaluate, sayReason, type Cost } from '../evaluate/index.ts';
import { listInstanceFaults, UNASSIGNED, type Constraint, type EventResource, type Instance, type Solution, type TimetableEvent } from '../model/index.ts';
import { solve } from '../solve/index.ts';

/** A lesson by the names of those who take part. */
export interface Lesson {
  /** Times in a row; 1 where nothing is said. */
  readonly duration?: number;
  readonly who: readonly string[];
  /** Whether a room is to be chosen. */
  readonly room?: boolean;
  /** Whether a teacher is to be chosen. */
  readonly teacher?: boolean;
  readonly site?: string;
  /** Start given beforehand. */
  readonly time?: string;
}

export interface SmallSchool {
  /** Days with their times: `{ Mo: 4 }` is Mo1 to Mo4. */
  readonly days: Readonly<Record<string, number>>;
  readonly groups?: readonly string[];
  readonly teachers?: readonly string[];
  /** Rooms with their premises. */
  readonly rooms?: Readonly<Record<string, string>>;
  readonly lessons: Readonly<Record<string, Lesson>>;
  /** Lessons that are named together: courses, bands. */
  readonly courses?: Readonly<Record<string, readonly string[]>>;
  /** Days that are named together: weeks, periods. */
  readonly spans?: Readonly<Record<string, readonly string[]>>;
  readonly rules: (at: Names) => readonly Constraint[];
}

/** Indices by name. */
export interface Names {
  readonly time: (name: string) => number;
  readonly day: (name: string) => number;
  readonly who: (name: string) => number;
  readonly lesson: (name: string) => number;
  readonly course: (name: string) => number;
}

export const MUST = { id: 'must', name: 'must', isRequired: true, weight: 1, costFunction: 'linear' } as const;
export const WISH = { ...MUST, id: 'wish', name: 'wish', isRequired: false } as const;

const [GROUP, TEACHER, ROOM] = [0, 1, 2];
const named = (id: string): { id: string; name: string } => ({ id, name: id });

/** Every lesson has a time within its day, nobody is at two places, who is to be chosen is chosen; and the rules given. */
export function smallSchool({ days, groups = [], teachers = [], rooms = {}, lessons, courses = {}, spans = {}, rules }: SmallSchool): Instance {
  const sites = [...new Set([...Object.values(rooms), ...Object.values(lessons).flatMap(({ site }) => site ?? [])])];
  const times = Object.entries(days).flatMap(([day, count]) => Array.from({ length: count }, (_, at) => `${day}${at + 1}`));
  const people = [...groups.map((id) => ({ id, type: GROUP })), ...teachers.map((id) => ({ id, type: TEACHER })), ...Object.keys(rooms).map((id) => ({ id, type: ROOM }))];
  const find = (list: readonly string[], what: string) => (name: string): number => {
    const index = list.indexOf(name);
    if (index < 0) throw new Error(`there is no ${what} ${name}`);
    return index;
  };
  const groupNames = [...Object.keys(days), ...Object.keys(spans)];
  const at: Names = {
    time: find(times, 'time'),
    day: find(groupNames, 'day'),
    who: find(people.map(({ id }) => id), 'resource'),
    lesson: find(Object.keys(lessons), 'lesson'),
    course: (name) => 1 + find(Object.keys(courses), 'course')(name),
  };
  const timesOf = (day: string): number[] => [...times.keys()].filter((time) => times[time]!.replace(/\d+$/, '') === day);
  const events = Object.entries(lessons).map(([id, { duration = 1, who, room, teacher, site, time }]): TimetableEvent => {
    const given = who.map((name): EventResource => ({ type: people[at.who(name)]!.type, resource: at.who(name) }));
    const open: EventResource[] = [...(teacher === true ? [{ role: 'teacher', type: TEACHER }] : []), ...(room === true ? [{ role: 'room', type: ROOM }] : [])];
    return { ...named(id), duration, resources: [...given, ...open], ...(site === undefined ? {} : { site: sites.indexOf(site) }), ...(time === undefined ? {} : { time: at.time(time) }) };
  });
  const needing = (role: string): number[] => [...events.keys()].filter((event) => events[event]!.resources.some((one) => one.role === role));
  const all = { events: [], eventGroups: [0] };
  const instance: Instance = {
    ...named('small school'),
    about: {},
    sites: sites.map(named),
    times: times.map(named),
    timeGroups: [...Object.keys(days).map((day) => ({ ...named(day), kind: 'day' as const, times: timesOf(day) })), ...Object.entries(spans).map(([id, members]) => ({ ...named(id), kind: 'group' as const, times: members.flatMap(timesOf) }))],
    resourceTypes: ['Group', 'Teacher', 'Room'].map(named),
    resources: people.map(({ id, type }) => ({ ...named(id), type, ...(rooms[id] === undefined ? {} : { site: sites.indexOf(rooms[id]) }) })),
    resourceGroups: [],
    events,
    eventGroups: [{ ...named('all'), kind: 'group', events: [...events.keys()] }, ...Object.entries(courses).map(([id, members]) => ({ ...named(id), kind: 'course' as const, events: members.map(at.lesson).sort((one, other) => one - other) }))],
    constraints: [
      { ...MUST, kind: 'assignTime', appliesTo: all },
      { ...MUST, kind: 'avoidClashes', appliesTo: { resources: [...people.keys()], resourceGroups: [] } },
      { ...MUST, kind: 'avoidCrossingBreaks', appliesTo: all, breaksAfter: Object.keys(days).map((day) => timesOf(day).at(-1)!) },
      { ...MUST, kind: 'splitEvents', appliesTo: all, durations: { minimum: 1, maximum: 9 }, amounts: { minimum: 1, maximum: 1 } },
      ...(['teacher', 'room'] as const).map((role): Constraint => ({ ...MUST, kind: 'assignResource', role, appliesTo: { events: needing(role), eventGroups: [] } })),
      ...rules(at),
    ],
  };
  // What a test believes it models must hold together.
  expect(listInstanceFaults(instance)).toEqual([]);
  return instance;
}

/** A timetable by names: `{ maths: 'Mo1', PE: 'Mo2 gym' }`, chosen teachers and rooms in the order of their places; what is left out is open. */
export function placeAt({ events, times, resources }: Instance, where: Readonly<Record<string, string>>): Solution {
  return {
    events: events.map(({ id, duration, resources: taking }) => {
      const [time = '', ...chosen] = (where[id] ?? '').split(' ');
      const next = (): number => {
        const name = chosen.shift();
        return resources.findIndex((one) => one.id === name);
      };
      return [{ duration, time: times.findIndex((one) => one.id === time), resources: taking.map(({ resource }) => resource ?? next()) }];
    }),
  };
}

/** @returns the sentences of what a timetable breaks; the lessons left out are not spoken of */
export function faultsAt(instance: Instance, where: Readonly<Record<string, string>>): string[] {
  const { violations } = evaluate(instance, placeAt(instance, where));
  return violations.flatMap(({ why }) => why()).filter(({ key }) => key !== 'no-time' && key !== 'no-resource').map((reason) => sayReason(reason));
}

export interface Solved {
  readonly cost: Cost;
  readonly solution: Solution;
  /** Per lesson its start, and those chosen: `Mo1 gym`. */
  readonly where: Readonly<Record<string, string>>;
}

/** Searches with a seed; the cost is the evaluator's. */
export async function solveSchool(instance: Instance, more: Parameters<typeof solve>[1] = {}): Promise<Solved> {
  const { solution } = await solve(instance, { iterations: 20_000, seed: 1, ...more }).result;
  const { infeasibility, objective } = evaluate(instance, solution);
  const where = instance.events.map(({ id, resources }, event): [string, string] => {
    const meet = solution.events[event]?.[0];
    const chosen = resources.flatMap(({ resource }, place) => (resource === undefined ? [instance.resources[meet?.resources[place] ?? UNASSIGNED]?.id ?? '–'] : []));
    return [id, [instance.times[meet?.time ?? UNASSIGNED]?.id ?? '–', ...chosen].join(' ')];
  });
  return { cost: { infeasibility, objective }, solution, where: Object.fromEntries(where) };
}

export const PERFECT = { infeasibility: 0, objective: 0 };
