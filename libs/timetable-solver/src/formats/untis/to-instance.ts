import { UNASSIGNED, type Constraint, type EventGroup, type EventResource, type Instance, type Meet, type Resource, type Solution } from '../../model/index.ts';
import { readUntisSchool, type UntisFiles, type UntisLesson, type UntisPlacement, type UntisSchool } from './school.ts';

/** The grid is not in the export: days of a week and periods of a day, where they are more than the timetable shows. */
export interface UntisGrid {
  readonly days?: number;
  readonly periods?: number;
}

export interface UntisInstance {
  readonly instance: Instance;
  /** The timetable of GPU001.TXT; nothing is placed where the file is missing. */
  readonly solution: Solution;
  /** What of the files could not be taken over, in words, with file and line. */
  readonly notes: readonly string[];
}

const TEACHER = 0;
const CLASS = 1;
const ROOM = 2;
/** Rooms that Untis names one instead of the other, in a row. */
const MOST_ALTERNATIVES = 50;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Reads an Untis text export (GPU002, with GPU001, GPU003, GPU004 and GPU005 where they are there) as an instance and its timetable.
 * Coupled rows are one event of all their teachers, classes and rooms; its periods fall into lessons of one or two.
 * @throws UntisError with file and line
 */
export function readUntis(files: UntisFiles, grid: UntisGrid = {}): UntisInstance {
  const school = readUntisSchool(files);
  const lessons = school.lessons.filter(({ periodsPerWeek }) => periodsPerWeek > 0);
  const notes = school.lessons.filter(({ periodsPerWeek }) => periodsPerWeek === 0).map(({ number, line }) => `GPU002.TXT, line ${line}: lesson ${number} has no periods and is left out`);
  const days = Math.max(1, grid.days ?? 5, ...school.placements.map(({ day }) => day));
  const periods = Math.max(1, grid.periods ?? (school.placements.length === 0 ? 8 : 1), ...school.placements.map(({ period }) => period));
  const people = new PeopleAndRooms(school, lessons);
  const events = lessons.map((lesson) => ({
    id: String(lesson.number),
    name: `${lesson.rows[0]?.subject ?? ''} ${[...new Set(lesson.rows.flatMap(({ classes }) => classes))].join('+')}`.trim(),
    duration: lesson.periodsPerWeek,
    resources: people.placesOf(lesson),
  }));
  const instance: Instance = {
    id: 'untis',
    name: 'Untis',
    about: { description: 'From a text export of Untis' },
    times: Array.from({ length: days * periods }, (_, time) => {
      const name = `${DAYS[Math.floor(time / periods)] ?? `Day ${Math.floor(time / periods) + 1}`} ${(time % periods) + 1}`;
      return { id: `${Math.floor(time / periods) + 1}.${(time % periods) + 1}`, name };
    }),
    timeGroups: Array.from({ length: days }, (_, day) => ({
      id: `day${day + 1}`,
      name: DAYS[day] ?? `Day ${day + 1}`,
      kind: 'day' as const,
      times: Array.from({ length: periods }, (__, period) => day * periods + period),
    })),
    resourceTypes: ['Teacher', 'Class', 'Room'].map((name) => ({ id: name, name })),
    resources: people.resources,
    resourceGroups: [],
    events,
    eventGroups: events.map(({ id, name }, event): EventGroup => ({ id, name, kind: 'course', events: [event] })),
    constraints: listConstraints(lessons, people, days, periods),
    sites: [],
  };
  return { instance, solution: placeAll(instance, school.placements, lessons, people, periods, notes), notes };
}

class PeopleAndRooms {
  readonly resources: Resource[] = [];
  readonly #indices = new Map<string, number>();
  readonly #school: UntisSchool;

  constructor(school: UntisSchool, lessons: readonly UntisLesson[]) {
    this.#school = school;
    const rows = lessons.flatMap((lesson) => lesson.rows);
    for (const name of new Set([...school.teachers.keys(), ...rows.map(({ teacher }) => teacher)])) this.#add(TEACHER, name, school.teachers.get(name));
    for (const name of new Set([...school.classes.keys(), ...rows.flatMap(({ classes }) => classes)])) this.#add(CLASS, name, school.classes.get(name));
    for (const name of new Set([...school.rooms.keys(), ...rows.map(({ room }) => room), ...school.placements.map(({ room }) => room)])) {
      this.#add(ROOM, name, school.rooms.get(name)?.name, school.rooms.get(name)?.capacity);
    }
  }

  #add(type: number, id: string, name: string | undefined, size?: number): void {
    if (id === '') return;
    this.#indices.set(`${type} ${id}`, this.resources.push({ id: `${'TCR'[type] ?? ''}:${id}`, name: name ?? id, type, ...(size === undefined ? {} : { size }) }) - 1);
  }

  find(type: number, name: string): number | undefined {
    return this.#indices.get(`${type} ${name}`);
  }

  indicesOf(type: number): number[] {
    return this.resources.flatMap((resource, index) => (resource.type === type ? [index] : []));
  }

  /** The rooms a row can have: its own and those that Untis names instead of it, one after another. */
  alternativesOf(room: string): number[] {
    const names = new Set<string>();
    for (let name = room; name !== '' && !names.has(name) && names.size < MOST_ALTERNATIVES; name = this.#school.rooms.get(name)?.alternative ?? '') names.add(name);
    return [...names].flatMap((name) => this.find(ROOM, name) ?? []);
  }

  placesOf({ rows }: UntisLesson): EventResource[] {
    const once = (type: number, names: readonly string[]): EventResource[] => [...new Set(names)].flatMap((name) => this.find(type, name) ?? []).map((resource) => ({ type, resource }));
    const teachers = once(TEACHER, rows.map(({ teacher }) => teacher));
    const classes = once(CLASS, rows.flatMap((row) => row.classes));
    return [...teachers, ...classes, ...roomsOf(rows).map((room, index) => ({ type: ROOM, role: `Room ${index + 1} of ${room}` }))];
  }
}

/** One room per coupled row that wishes one; rows that wish the same one share it. */
const roomsOf = (rows: UntisLesson['rows']): string[] => [...new Set(rows.map(({ room }) => room).filter((room) => room !== ''))];

const HARD = { isRequired: true, weight: 1, costFunction: 'linear' } as const;

function listConstraints(lessons: readonly UntisLesson[], people: PeopleAndRooms, days: number, periods: number): Constraint[] {
  const events = lessons.map((_, event) => event);
  const all = { events, eventGroups: [] };
  const breaksAfter = Array.from({ length: days }, (_, day) => day * periods + periods - 1);
  const rules: Constraint[] = [
    { ...HARD, kind: 'assignTime', id: 'assign', name: 'each lesson has a time', appliesTo: all },
    { ...HARD, kind: 'avoidClashes', id: 'clashes', name: 'nobody is at two lessons', appliesTo: { resources: people.resources.map((_, index) => index), resourceGroups: [] } },
    { ...HARD, kind: 'avoidCrossingBreaks', id: 'ends', name: 'no lesson runs over the end of a day', appliesTo: all, breaksAfter },
    { ...HARD, kind: 'splitEvents', id: 'pieces', name: 'single and double lessons', appliesTo: all, durations: { minimum: 1, maximum: 2 }, amounts: { minimum: 1, maximum: Infinity } },
  ];
  for (const [event, { number, doubles, periodsPerWeek, rows }] of lessons.entries()) {
    const appliesTo = { events: [event], eventGroups: [] };
    const limits = doubles ?? { minimum: 0, maximum: 0 };
    const canHave = { minimum: Math.min(limits.minimum, Math.floor(periodsPerWeek / 2)), maximum: limits.maximum };
    rules.push({ ...HARD, kind: 'distributeSplitEvents', id: `doubles${number}`, name: 'double lessons', appliesTo, duration: 2, limits: canHave });
    if (periodsPerWeek <= days) {
      const timeGroups = Array.from({ length: days }, (_, timeGroup) => ({ timeGroup, limits: { minimum: 0, maximum: 1 } }));
      rules.push({ ...HARD, kind: 'spreadEvents', id: `spread${number}`, name: 'one lesson a day', appliesTo: { eventGroups: [event] }, timeGroups });
    }
    for (const [index, room] of roomsOf(rows).entries()) {
      const role = `Room ${index + 1} of ${room}`;
      rules.push({ ...HARD, kind: 'assignResource', id: `room${number}.${index}`, name: 'each lesson has its room', appliesTo, role });
      rules.push({ ...HARD, kind: 'preferResources', id: `rooms${number}.${index}`, name: 'the room or one instead of it', appliesTo, role, resources: people.alternativesOf(room), resourceGroups: [] });
    }
  }
  return rules;
}

function placeAll(instance: Instance, placements: readonly UntisPlacement[], lessons: readonly UntisLesson[], people: PeopleAndRooms, periods: number, notes: string[]): Solution {
  const known = new Set(lessons.map(({ number }) => number));
  for (const { lesson, line } of placements) if (!known.has(lesson)) notes.push(`GPU001.TXT, line ${line}: lesson ${lesson} is not among the lessons`);
  const byLesson = new Map<number, UntisPlacement[]>();
  for (const placement of placements) {
    const own = byLesson.get(placement.lesson);
    if (own === undefined) byLesson.set(placement.lesson, [placement]);
    else own.push(placement);
  }
  const events = lessons.map((lesson, event) => {
    const own = byLesson.get(lesson.number) ?? [];
    const times = [...new Set(own.map(({ day, period }) => (day - 1) * periods + period - 1))].sort((one, other) => one - other);
    if (times.length > lesson.periodsPerWeek) notes.push(`lesson ${lesson.number} has ${times.length} periods in GPU001.TXT and ${lesson.periodsPerWeek} in GPU002.TXT`);
    return toMeets(times.slice(0, lesson.periodsPerWeek), lesson, (time) => roomsAt(instance, event, own.filter(({ day, period }) => (day - 1) * periods + period - 1 === time), people), instance, event, periods);
  });
  return { events };
}

function roomsAt(instance: Instance, event: number, here: readonly UntisPlacement[], people: PeopleAndRooms): number[] {
  const rooms = [...new Set(here.map(({ room }) => room))].flatMap((room) => people.find(ROOM, room) ?? []);
  return (instance.events[event]?.resources ?? []).map(({ resource, type }) => resource ?? (type === ROOM ? (rooms.shift() ?? UNASSIGNED) : UNASSIGNED));
}

/** Two periods in a row are a double lesson where the lesson may have some left; what has no time stays one period each. */
function toMeets(times: readonly number[], lesson: UntisLesson, resourcesAt: (time: number) => number[], instance: Instance, event: number, periods: number): Meet[] {
  const meets: Meet[] = [];
  let doubles = lesson.doubles?.maximum ?? 0;
  for (let index = 0; index < times.length; index++) {
    const time = times[index] ?? 0;
    const isDouble = doubles > 0 && times[index + 1] === time + 1 && (time + 1) % periods !== 0;
    meets.push({ time, duration: isDouble ? 2 : 1, resources: resourcesAt(time) });
    if (isDouble) {
      doubles -= 1;
      index += 1;
    }
  }
  const missing = lesson.periodsPerWeek - times.length;
  const nobody = (instance.events[event]?.resources ?? []).map(({ resource }) => resource ?? UNASSIGNED);
  return [...meets, ...Array.from({ length: missing }, () => ({ time: UNASSIGNED, duration: 1, resources: nobody }))];
}
