import type { Constraint, EventResource, Instance, TimetableEvent } from '@digione/timetable-solver';

/** What is taught to a class every week, one meet per length. */
export interface Lesson {
  readonly subject: string;
  /** Subjects of the teachers; `class` is the class teacher. */
  readonly by: readonly string[];
  readonly meets: readonly number[];
  readonly room?: string;
  /** A room of each kind, where there are several teachers. */
  readonly rooms?: readonly string[];
  /** Each half of the class by itself. */
  readonly isHalved?: boolean;
}

export interface SchoolClass {
  readonly name: string;
  readonly halves: readonly number[];
}

const GROUP = 0;
const TEACHER = 1;
const ROOM = 2;
/** Lessons a teacher gives in a week, about. */
const WEEKLY_LESSONS = 21;

const named = (id: string): { id: string; name: string } => ({ id, name: id });

/** Collects a school piece by piece; teachers of a subject are added as their lessons fill up. */
export class SchoolDraft {
  classTeacher: number | undefined;
  readonly #name: string;
  readonly #days: readonly string[];
  readonly #times: number;
  readonly #sites: readonly string[];
  readonly #resources: { id: string; name: string; type: number; size?: number }[] = [];
  readonly #events: TimetableEvent[] = [];
  readonly #courses: { id: string; events: number[] }[] = [];
  readonly #bands: { id: string; events: number[] }[] = [];
  readonly #rooms = new Map<string, number[]>();
  readonly #teachers = new Map<string, { teacher: number; lessons: number }[]>();
  /** Events by the kind of room they need, by role. */
  readonly #needs = new Map<string, number[]>();
  readonly #lunchTimes = new Map<number, { times: readonly number[]; events: number[] }>();
  readonly #dayLimits: { groups: readonly number[]; most: number }[] = [];

  constructor(name: string, days: readonly string[], times: number, sites: readonly string[]) {
    this.#name = name;
    this.#days = days;
    this.#times = times;
    this.#sites = sites;
  }

  #addResource(id: string, type: number, size?: number): number {
    this.#resources.push({ ...named(id), type, ...(size === undefined ? {} : { size }) });
    return this.#resources.length - 1;
  }

  addRooms(kind: string, count: number): void {
    this.#rooms.set(kind, Array.from({ length: count }, (_, index) => this.#addResource(`${kind} ${index + 1}`, ROOM)));
  }

  addTeacher(name: string): number {
    return this.#addResource(name, TEACHER);
  }

  addClass(name: string, learners: number): SchoolClass {
    return { name, halves: ['a', 'b'].map((half) => this.#addResource(`${name}${half}`, GROUP, Math.ceil(learners / 2))) };
  }

  /** The teacher of a subject with the most lessons who has room for more, or a new one. */
  #findTeacher(subject: string, lessons: number): number {
    const known = this.#teachers.get(subject) ?? [];
    this.#teachers.set(subject, known);
    let found = known.find((one) => one.lessons + lessons <= WEEKLY_LESSONS);
    if (found === undefined) {
      found = { teacher: this.addTeacher(`${subject} teacher ${known.length + 1}`), lessons: 0 };
      known.push(found);
    }
    found.lessons += lessons;
    return found.teacher;
  }

  #addEvent(id: string, duration: number, people: readonly EventResource[], site: number, rooms: readonly string[] = []): number {
    const places = rooms.map((kind): EventResource => ({ role: kind, type: ROOM }));
    this.#events.push({ ...named(id), duration, resources: [...people, ...places], site });
    for (const kind of rooms) this.#needs.set(kind, [...(this.#needs.get(kind) ?? []), this.#events.length - 1]);
    return this.#events.length - 1;
  }

  teach({ name, halves }: SchoolClass, { subject, by, meets, room, rooms, isHalved = false }: Lesson, site: number): void {
    const total = meets.reduce((sum, meet) => sum + meet, 0);
    for (const [part, groups] of (isHalved ? halves.map((half) => [half]) : [halves]).entries()) {
      const teachers = by.map((who) => (who === 'class' ? this.classTeacher : undefined) ?? this.#findTeacher(who, total));
      const people = [...groups.map((resource) => ({ type: GROUP, resource })), ...teachers.map((resource) => ({ type: TEACHER, resource }))];
      const course = `${subject} ${name}${isHalved ? 'ab'.charAt(part) : ''}`;
      const needed = rooms ?? (room === undefined ? [] : [room]);
      this.#courses.push({ id: course, events: meets.map((meet, index) => this.#addEvent(`${course} ${index + 1}`, meet, people, site, needed)) });
    }
  }

  /** Groups of several classes at a time, each with a teacher; the first of them stands for all the learners. */
  addBand(name: string, classes: readonly SchoolClass[], subjects: readonly string[], meets: readonly number[], site: number): void {
    const learners = classes.flatMap(({ halves }) => halves.map((resource) => ({ type: GROUP, resource })));
    const total = meets.reduce((sum, meet) => sum + meet, 0);
    const teachers = subjects.map((subject) => this.#findTeacher(subject, total));
    // Two groups of a band cannot have one teacher.
    for (const [index, teacher] of teachers.entries()) if (teachers.indexOf(teacher) < index) teachers[index] = this.#findTeacher(`${subjects[index] ?? ''} ${index + 1}`, total);
    const series = teachers.map((resource, index) =>
      meets.map((meet, at) => this.#addEvent(`${name} group ${index + 1} ${at + 1}`, meet, [...(index === 0 ? learners : []), { type: TEACHER, resource }], site)),
    );
    for (const at of meets.keys()) this.#bands.push({ id: `${name} ${at + 1}`, events: series.map((events) => events[at] ?? 0) });
    this.#courses.push({ id: name, events: series[0] ?? [] });
  }

  addLunch({ name, halves }: SchoolClass, day: number, shifts: readonly number[], site: number): void {
    const event = this.#addEvent(`lunch ${name} ${this.#days[day] ?? ''}`, 1, halves.map((resource) => ({ type: GROUP, resource })), site);
    const times = this.#lunchTimes.get(day) ?? { times: shifts.map((shift) => day * this.#times + shift), events: [] };
    times.events.push(event);
    this.#lunchTimes.set(day, times);
  }

  limitDays(groups: readonly number[], most: number): void {
    this.#dayLimits.push({ groups, most });
  }

  #rule(id: string, isRequired: boolean) {
    return { ...named(id), isRequired, weight: 1, costFunction: 'linear' as const };
  }

  #listOf(type: number): number[] {
    return [...this.#resources.keys()].filter((resource) => this.#resources[resource]?.type === type);
  }

  /** Rules every school has. Time groups: the days; event groups: all, then courses, then bands. */
  basics(): Constraint[] {
    const all = { events: [...this.#events.keys()], eventGroups: [] };
    const days = [...this.#days.keys()];
    const [groups, teachers] = [this.#listOf(GROUP), this.#listOf(TEACHER)];
    const everybody = { resources: [...this.#resources.keys()], resourceGroups: [] };
    const bound = (resources: readonly number[]) => ({ resources, resourceGroups: [] });
    const breaksAfter = days.map((day) => (day + 1) * this.#times - 1);
    return [
      { ...this.#rule('every lesson has a time', true), kind: 'assignTime', appliesTo: all },
      { ...this.#rule('nobody is at two places', true), kind: 'avoidClashes', appliesTo: everybody },
      { ...this.#rule('no lesson over night', true), kind: 'avoidCrossingBreaks', appliesTo: all, breaksAfter },
      ...[...this.#rooms].flatMap(([kind, rooms]): Constraint[] => {
        const appliesTo = { events: this.#needs.get(kind) ?? [], eventGroups: [] };
        return [
          { ...this.#rule(`a ${kind}`, true), kind: 'assignResource', role: kind, appliesTo },
          { ...this.#rule(`the right ${kind}`, true), kind: 'preferResources', role: kind, appliesTo, resources: rooms, resourceGroups: [] },
        ];
      }),
      ...[...this.#lunchTimes].map(([day, { times, events }]): Constraint => ({ ...this.#rule(`lunch on ${this.#days[day] ?? ''}`, true), kind: 'preferTimes', appliesTo: { events, eventGroups: [] }, preferred: { times, timeGroups: [] } })),
      {
        ...this.#rule('a subject once a day', true),
        kind: 'spreadEvents',
        appliesTo: { eventGroups: this.#courses.map((_, index) => 1 + index) },
        timeGroups: days.map((timeGroup) => ({ timeGroup, limits: { minimum: 0, maximum: 1 } })),
      },
      { ...this.#rule('bands begin together', true), kind: 'startTogether', appliesTo: { eventGroups: this.#bands.map((_, index) => 1 + this.#courses.length + index) } },
      { ...this.#rule('learners have no gaps', true), kind: 'limitIdleTimes', appliesTo: bound(groups), timeGroups: days, limits: { minimum: 0, maximum: 0 } },
      ...this.#dayLimits.map(({ groups: bounded, most }, index): Constraint => ({ ...this.#rule(`day of class ${index + 1}`, true), kind: 'limitBusyTimes', appliesTo: bound(bounded), timeGroups: days, limits: { minimum: 3, maximum: most } })),
      { ...this.#rule('teachers have few gaps', false), kind: 'limitIdleTimes', appliesTo: bound(teachers), timeGroups: days, limits: { minimum: 0, maximum: 3 } },
      { ...this.#rule('teachers’ days', false), kind: 'limitBusyTimes', appliesTo: bound(teachers), timeGroups: days, limits: { minimum: 2, maximum: 6 } },
      { ...this.#rule('learners begin early', false), kind: 'limitLateStarts', appliesTo: bound(groups), timeGroups: days, limits: { minimum: 0, maximum: 3 } },
    ];
  }

  /** A rule per day: what changes on one day has not to be counted on the others. */
  limitLunches(capacity: number): Constraint[] {
    const sizeOf = (event: number): number => this.#events[event]?.resources.reduce((sum, { resource }) => sum + (resource === undefined ? 0 : (this.#resources[resource]?.size ?? 0)), 0) ?? 0;
    return [...this.#lunchTimes].map(([day, { times, events }]) => ({
      ...this.#rule(`the dining hall holds them on ${this.#days[day] ?? ''}`, true),
      kind: 'limitAttendance',
      events: events.map((event) => ({ event, size: sizeOf(event) })),
      capacity,
      during: { times, timeGroups: [] },
    }));
  }

  keepTravelTime(gap: number): Constraint {
    return { ...this.#rule('time to change premises', true), kind: 'keepTravelTime', appliesTo: { resources: this.#listOf(TEACHER), resourceGroups: [] }, timeGroups: [...this.#days.keys()], gap };
  }

  build(listRules: (draft: this) => readonly Constraint[]): Instance {
    const timesOf = (day: number): number[] => Array.from({ length: this.#times }, (_, time) => day * this.#times + time);
    return {
      ...named(this.#name),
      about: {},
      times: this.#days.flatMap((day) => Array.from({ length: this.#times }, (_, time) => named(`${day}${time + 1}`))),
      timeGroups: this.#days.map((day, index) => ({ ...named(day), kind: 'day', times: timesOf(index) })),
      resourceTypes: ['learners', 'teacher', 'room'].map(named),
      resources: this.#resources,
      resourceGroups: [],
      events: this.#events,
      eventGroups: [
        { ...named('all'), kind: 'group', events: [...this.#events.keys()] },
        ...this.#courses.map(({ id, events }) => ({ ...named(id), kind: 'course' as const, events })),
        ...this.#bands.map(({ id, events }) => ({ ...named(`band ${id}`), kind: 'group' as const, events })),
      ],
      sites: this.#sites.map(named),
      constraints: listRules(this),
    };
  }
}
