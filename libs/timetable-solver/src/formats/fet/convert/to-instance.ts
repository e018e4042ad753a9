import { UNASSIGNED, type Instance, type Solution } from '../../../model/index.ts';
import type { FetConstraint, FetPlace, FetSchool, FetTimetable } from '../file/school.ts';
import { hasHalfDays, listDays } from './days.ts';
import { atMost, Draft } from './draft.ts';
import { slotsIn, textIn } from './fields.ts';
import { LESSON_CONVERTERS } from './lessons.ts';
import { DAYS_CHOSEN, PARTY_CONVERTERS, STRICTER } from './parties.ts';
import { addPeople, type Party, type People } from './people.ts';
import { addRooms, isRoomWish, roomsOf, type Rooms } from './rooms.ts';
import { preferStarts, TIME_CONVERTERS } from './times.ts';

/** What of a .fet file an instance does not hold a timetable to. */
export interface Untold {
  /** FET's name without the word Constraint. */
  readonly kind: string;
  readonly count: number;
  /** Whether one of them is of 100 %: a timetable may then be wrong for FET. */
  readonly isRequired: boolean;
  readonly why: string;
}

export interface FetConversion {
  readonly school: FetSchool;
  readonly instance: Instance;
  readonly untold: readonly Untold[];
  /** Puts a timetable of the instance into FET's terms; lessons without a time are left out. */
  readonly toFetTimetable: (solution: Solution) => FetTimetable;
  /** The other way round: FET's timetable as a solution of the instance. */
  readonly toSolution: (timetable: FetTimetable) => Solution;
}

/** Tells a school of FET in the terms of the model. What the model has no rule for is listed, never left out silently. */
export function convertFetSchool(school: FetSchool): FetConversion {
  const breaks = new Set(school.constraints.filter(({ kind }) => kind === 'BreakTimes').flatMap((constraint) => slotsIn(school, constraint)));
  const draft = new Draft(school, breaks);
  for (const [day, slots] of listDays(school).entries()) draft.groupTimes(slots, school.days[day] ?? '', 'day');
  const people = addPeople(draft, breaks);
  const rooms = addRooms(draft);
  const untold = [...rooms.untold];
  for (const constraint of school.constraints) {
    const why = convert(draft, constraint, people);
    if (why !== undefined) untold.push([constraint, why]);
  }
  const instance = draft.build();
  return { school, instance, untold: summarise(untold), toFetTimetable: (solution) => toFetTimetable(draft, rooms, instance, solution), toSolution: (timetable) => toSolution(draft, rooms, instance, timetable) };
}

function toFetTimetable({ school, slots, events }: Draft, { places }: Rooms, { resources }: Instance, solution: Solution): FetTimetable {
  const placed = solution.events.flatMap(([meet], event): [number, FetPlace][] => {
    const slot = meet === undefined || meet.time === UNASSIGNED ? undefined : slots[meet.time];
    if (meet === undefined || slot === undefined) return [];
    return (events[event]?.activities ?? []).map(({ id }) => {
      const place = places.get(id);
      const inRooms = place === undefined ? { room: '', realRooms: [] } : roomsOf(place, meet.resources, (resource) => resources[resource]?.name ?? '');
      return [id, { day: Math.floor(slot / school.hours.length), hour: slot % school.hours.length, ...inRooms }];
    });
  });
  return new Map(placed);
}

/** A band whose lessons lie at different times has the first one's. */
function toSolution(draft: Draft, { places, resourceOf }: Rooms, instance: Instance, timetable: FetTimetable): Solution {
  const events = instance.events.map(({ duration, resources }, event) => {
    const activities = draft.events[event]?.activities ?? [];
    const place = timetable.get(activities[0]?.id ?? -1);
    const [time = UNASSIGNED] = place === undefined ? [] : draft.timesAt([place.day * draft.school.hours.length + place.hour]);
    const chosen = resources.map(({ resource }) => resource ?? UNASSIGNED);
    for (const { id } of activities) {
      const [at, own] = [places.get(id), timetable.get(id)];
      if (at === undefined || own === undefined) continue;
      const names = at.virtual === '' ? [own.room] : own.realRooms;
      for (const [index, name] of names.slice(0, at.count).entries()) if (chosen[at.first + index] === UNASSIGNED) chosen[at.first + index] = resourceOf.get(name) ?? UNASSIGNED;
    }
    return [{ duration, time, resources: chosen }];
  });
  return { events };
}

const NO_RULE = 'the model has no rule for it';

function convert(draft: Draft, constraint: FetConstraint, people: People): string | undefined {
  const { kind } = constraint;
  if (kind === 'BasicCompulsoryTime') return addBasics(draft, constraint, people);
  // Breaks are no times of the instance; rooms are told lesson by lesson.
  if (['BreakTimes', 'BasicCompulsorySpace', 'RoomNotAvailableTimes'].includes(kind) || isRoomWish(kind)) return undefined;
  const converter = Object.hasOwn(LESSON_CONVERTERS, kind) ? LESSON_CONVERTERS[kind] : Object.hasOwn(TIME_CONVERTERS, kind) ? TIME_CONVERTERS[kind] : undefined;
  if (converter !== undefined) return converter(draft, constraint);
  const [, whom = '', what = ''] = /^(Teachers|Teacher|StudentsSet|Students)(.+)$/.exec(kind) ?? [];
  const byParty = Object.hasOwn(PARTY_CONVERTERS, what) ? PARTY_CONVERTERS[what] : undefined;
  return byParty === undefined ? NO_RULE : byParty(draft, constraint, listParties(whom, constraint, people));
}

function listParties(whom: string, constraint: FetConstraint, { teachers, students, studentsOf }: People): readonly Party[] {
  if (whom === 'Teachers') return [...teachers.values()];
  if (whom === 'Students') return students;
  if (whom === 'Teacher') return [teachers.get(textIn(constraint, 'Teacher', 'Teacher_Name'))].flatMap((party) => party ?? []);
  return studentsOf(textIn(constraint, 'Students', 'Students_Set'));
}

/** Each lesson in one piece, at a time, within its day; nobody at two lessons. */
function addBasics(draft: Draft, constraint: FetConstraint, { teachers, students }: People): string | undefined {
  const { school } = draft;
  const events = draft.events.map((_, event) => event);
  const appliesTo = { events, eventGroups: [] };
  draft.add(constraint, { kind: 'assignTime', appliesTo }, { name: 'each lesson has a time' });
  const long = events.filter((event) => (draft.events[event]?.duration ?? 1) > 1);
  if (long.length > 0) {
    const pieces = { appliesTo: { events: long, eventGroups: [] }, durations: { minimum: 1, maximum: Infinity }, amounts: { minimum: 1, maximum: 1 } };
    draft.add(constraint, { kind: 'splitEvents', ...pieces }, { name: 'each lesson is in one piece' });
  }
  const open = new Set(draft.slots);
  const hours = school.hours.length;
  preferStarts(draft, constraint, events, (slot, duration) => (slot % hours) + duration <= hours && Array.from({ length: duration }, (_, hour) => slot + hour).every((at) => open.has(at)));
  const resources = [...teachers.values(), ...students].map(({ resource }) => resource);
  draft.add(constraint, { kind: 'avoidClashes', appliesTo: { resources, resourceGroups: [] } }, { name: 'nobody is at two lessons' });
  return hasHalfDays(school) ? addHalfDays(draft, constraint, teachers) : undefined;
}

/** Teachers who work mornings or afternoons of a day, not both; those who may on so many days, on the days they are least away. */
function addHalfDays(draft: Draft, constraint: FetConstraint, teachers: People['teachers']): string | undefined {
  const halves = listDays(draft.school);
  const days = halves.flatMap((morning, half) => (half % 2 === 0 ? [[morning, halves[half + 1] ?? []] as const] : []));
  const bound = days.map((): number[] => []);
  let isChosen = false;
  for (const { name, resource, closed } of teachers.values()) {
    const mixedDays = draft.school.teachers.get(name)?.mixedDays ?? days.length;
    const openness = days.map((parts) => Math.min(...parts.map((slots) => slots.filter((slot) => !closed.has(slot)).length)));
    const order = [...days.keys()].sort((one, other) => (openness[other] ?? 0) - (openness[one] ?? 0));
    // Where one half of a day is closed to her she can't work in both.
    const exclusive = order.slice(mixedDays).filter((day) => (openness[day] ?? 0) > 0);
    for (const day of exclusive) bound[day]?.push(resource);
    isChosen ||= mixedDays > 0 && exclusive.length > 0;
  }
  for (const [day, parts] of days.entries()) {
    const resources = bound[day] ?? [];
    if (resources.length === 0) continue;
    const timeGroups = parts.map((slots) => draft.groupTimes(slots, draft.school.days[2 * day] ?? ''));
    draft.add(constraint, { kind: 'clusterBusyTimes', appliesTo: { resources, resourceGroups: [] }, timeGroups, limits: atMost(1) }, { name: 'mornings or afternoons of a day' });
  }
  return isChosen ? DAYS_CHOSEN : undefined;
}

function summarise(untold: readonly (readonly [FetConstraint, string])[]): Untold[] {
  const byKey = new Map<string, { kind: string; count: number; isRequired: boolean; why: string }>();
  for (const [{ kind, weight }, why] of untold) {
    const key = `${kind} ${why}`;
    const known = byKey.get(key) ?? { kind, count: 0, isRequired: false, why };
    byKey.set(key, { ...known, count: known.count + 1, isRequired: known.isRequired || (weight >= 100 && !STRICTER.has(why)) });
  }
  return [...byKey.values()];
}
