import type { Choice, Constraint, Instance, TimetableEvent } from '@digione/timetable-solver';

/** How large an upper secondary school and its tray are. */
export interface TraySize {
  readonly learners: number;
  readonly periods: number;
  readonly bars: number;
  /** Courses a learner takes in the year. */
  readonly choices: number;
  /** Most learners in a section. */
  readonly room: number;
}

export const TRAY: TraySize = { learners: 1000, periods: 5, bars: 8, choices: 30, room: 32 };

/** Small, seeded, good enough to make a school (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Courses of a year everybody takes, by subject, and those of the mathematics track. */
const COMMON: readonly (readonly string[])[] = [
  ['AI1', 'AI2', 'AI3', 'ENA1', 'ENA2', 'ENA3', 'RUB1', 'RUB2', 'MAY1', 'LI1', 'BI1', 'GE1', 'HI1', 'FI1', 'OP1'],
  ['AI4', 'AI5', 'AI6', 'ENA4', 'ENA5', 'RUB3', 'RUB4', 'LI2', 'HI2', 'YH1', 'TE1', 'PS1'],
  ['AI7', 'AI8', 'ENA6', 'RUB5', 'HI3', 'YH2', 'FI2', 'OP2'],
];
const LONG_MATHS: readonly (readonly string[])[] = [['MAA2', 'MAA3', 'MAA4'], ['MAA5', 'MAA6', 'MAA7', 'MAA8'], ['MAA9', 'MAA10', 'MAA11']];
const SHORT_MATHS: readonly (readonly string[])[] = [['MAB2', 'MAB3'], ['MAB4', 'MAB5'], ['MAB6', 'MAB7']];
/** Series that are chosen together, and how often. */
const SERIES: readonly { readonly share: number; readonly courses: readonly (readonly string[])[] }[] = [
  { share: 0.4, courses: [['FY1', 'FY2'], ['FY3', 'FY4', 'FY5'], ['FY6', 'FY7', 'FY8']] },
  { share: 0.35, courses: [['KE1', 'KE2'], ['KE3', 'KE4'], ['KE5', 'KE6']] },
  { share: 0.3, courses: [['BI2'], ['BI3', 'BI4'], ['BI5', 'BI6']] },
  { share: 0.25, courses: [['SAB1', 'SAB2', 'SAB3'], ['SAB4', 'SAB5'], ['SAB6', 'SAB7']] },
  { share: 0.2, courses: [['EAB1', 'EAB2', 'EAB3'], ['EAB4', 'EAB5'], ['EAB6', 'EAB7']] },
  { share: 0.15, courses: [['RAB1', 'RAB2', 'RAB3'], ['RAB4', 'RAB5'], ['RAB6', 'RAB7']] },
];
/** Chosen one by one, the first the most often. */
const FREE: readonly (readonly string[])[] = [
  ['KU1', 'MU1', 'UE1', 'PS1', 'TE1', 'YH1', 'KU2', 'MU2', 'LI3', 'UE2', 'ET1', 'TO1', 'ATK1', 'KE1', 'FY1', 'ET2', 'ELO1', 'TEA1'],
  ['PS2', 'PS3', 'GE2', 'YH2', 'UE1', 'LI3', 'KU2', 'MU2', 'HI3', 'FI2', 'UE2', 'KU3', 'MU3', 'ET1', 'GE3', 'ATK1', 'LI4', 'ELO1', 'TEA1', 'ET2'],
  ['PS4', 'PS5', 'YH3', 'YH4', 'GE3', 'GE4', 'TE2', 'TE3', 'HI4', 'HI5', 'UE3', 'UE4', 'LI4', 'LI5', 'FI3', 'FI4', 'ENA7', 'ENA8', 'AI9', 'AI10', 'KU4', 'MU4', 'ET3', 'TEA1'],
];
/** Small courses of one section: rarer languages and religions, diplomas, themes. Each learner takes two of a long list. */
const SMALL: readonly string[] = ['LAT', 'VEB', 'ITB', 'KIB', 'SMB', 'UO', 'UK', 'UI', 'DIP', 'TEE'].flatMap((subject) => ['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => `${subject}${number}`));
const SMALL_PER_LEARNER = 2;
/** Rooms of a kind and who needs them. */
const ROOMS: readonly { readonly name: string; readonly subjects: readonly string[]; readonly count: number }[] = [
  { name: 'laboratories', subjects: ['FY', 'KE', 'BI'], count: 6 },
  { name: 'gym', subjects: ['LI'], count: 3 },
  { name: 'art room', subjects: ['KU'], count: 2 },
  { name: 'music room', subjects: ['MU'], count: 2 },
];
/** Sections a teacher gives in the year, about. */
const SECTIONS_PER_TEACHER = 20;
/** A course fewer have chosen is not held; they choose another. */
const LEAST_LEARNERS = 10;

const subjectOf = (course: string): string => course.replace(/\d+$/, '');

function chooseCourses(year: number, count: number, random: () => number): string[] {
  const chosen = new Set([...(COMMON[year] ?? []), ...((random() < 0.55 ? LONG_MATHS : SHORT_MATHS)[year] ?? [])]);
  for (const { share, courses } of SERIES) if (random() < share) for (const course of courses[year] ?? []) if (chosen.size < count) chosen.add(course);
  const small = Array.from({ length: SMALL_PER_LEARNER }, () => SMALL[Math.floor(random() * SMALL.length)] ?? '');
  for (const course of small) if (chosen.size < count) chosen.add(course);
  const free = FREE[year] ?? [];
  // Squared chance: the first of the list are the favourites.
  for (let tries = 0; chosen.size < count && tries < 1000; tries += 1) chosen.add(free[Math.floor(random() ** 1.5 * free.length)] ?? '');
  chosen.delete('');
  return [...chosen];
}

/** What each learner takes, with the courses few have chosen replaced by one that is held. */
function chooseAll({ learners, choices }: TraySize, random: () => number): string[][] {
  const wishes = Array.from({ length: learners }, (_, learner) => chooseCourses(learner % 3, choices, random));
  const demand = new Map<string, number>();
  for (const course of wishes.flat()) demand.set(course, (demand.get(course) ?? 0) + 1);
  const held = [...demand].filter(([, count]) => count >= LEAST_LEARNERS).map(([course]) => course);
  return wishes.map((own) => {
    const kept = new Set(own.filter((course) => held.includes(course)));
    while (kept.size < own.length) kept.add(held[Math.floor(random() * held.length)] ?? '');
    return [...kept];
  });
}

/** An upper secondary school's tray for a year: its bars in each period are the times, as many sections as the wishes need. */
export function makeTray(size: TraySize, seed: number): Instance {
  const random = makeRandom(seed);
  const named = (id: string): { id: string; name: string } => ({ id, name: id });
  const wishes = chooseAll(size, random);
  const demand = new Map<string, number>();
  for (const course of wishes.flat()) demand.set(course, (demand.get(course) ?? 0) + 1);

  const times = Array.from({ length: size.periods * size.bars }, (_, time) => named(`period ${Math.floor(time / size.bars) + 1} bar ${(time % size.bars) + 1}`));
  const learners = wishes.map((_, learner) => ({ ...named(`learner ${learner + 1}`), type: 1 }));
  const events: TimetableEvent[] = [];
  const teachers: { id: string; name: string; type: number }[] = [];
  const sectionsOf = new Map<string, number[]>();
  for (const subject of new Set([...demand.keys()].map(subjectOf))) {
    const courses = [...demand].filter(([course]) => subjectOf(course) === subject).sort();
    const sections = courses.flatMap(([course, count]) => Array.from({ length: Math.ceil(count / size.room) }, (_, index) => ({ course, id: `${course}.${index + 1}` })));
    const first = learners.length + teachers.length;
    const count = Math.ceil(sections.length / SECTIONS_PER_TEACHER);
    for (let index = 0; index < count; index += 1) teachers.push({ ...named(`${subject} teacher ${index + 1}`), type: 0 });
    for (const [index, { course, id }] of sections.entries()) {
      sectionsOf.set(course, [...(sectionsOf.get(course) ?? []), events.length]);
      events.push({ ...named(id), duration: 1, resources: [{ type: 0, resource: first + (index % count) }] });
    }
  }
  const choices: Choice[] = wishes.flatMap((own, resource) => own.map((course) => ({ resource, events: sectionsOf.get(course) ?? [] })));
  const everyTime = { times: [...times.keys()], timeGroups: [] };
  const rule = (id: string, isRequired: boolean) => ({ ...named(id), isRequired, weight: 1, costFunction: 'linear' as const });
  const constraints: Constraint[] = [
    { ...rule('every section has a slot', true), kind: 'assignTime', appliesTo: { events: [], eventGroups: [0] } },
    { ...rule('nobody is at two places', true), kind: 'avoidClashes', appliesTo: { resources: [], resourceGroups: [0, 1] } },
    { ...rule('sections are not overfull', true), kind: 'limitSeats', appliesTo: { events: [], eventGroups: [0] }, limits: { minimum: 0, maximum: size.room } },
    { ...rule('learners get what they chose', false), kind: 'meetChoices', appliesTo: { resources: [], resourceGroups: [1] } },
    ...ROOMS.map(({ name, subjects, count }): Constraint => {
      const using = [...events.entries()].filter(([, { id }]) => subjects.includes(subjectOf(id.split('.')[0] ?? '')));
      return { ...rule(`rooms: ${name}`, true), kind: 'limitAttendance', events: using.map(([event]) => ({ event, size: 1 })), capacity: count, during: everyTime };
    }),
  ];
  return {
    ...named(`tray of ${size.learners}`),
    about: {},
    times,
    timeGroups: Array.from({ length: size.periods }, (_, period) => ({
      ...named(`period ${period + 1}`),
      kind: 'period' as const,
      times: Array.from({ length: size.bars }, (_slot, bar) => period * size.bars + bar),
    })),
    resourceTypes: [named('teacher'), named('learner')],
    resources: [...learners, ...teachers],
    resourceGroups: [
      { ...named('teachers'), type: 0, resources: teachers.map((_, index) => learners.length + index) },
      { ...named('learners'), type: 1, resources: [...learners.keys()] },
    ],
    events,
    eventGroups: [{ ...named('sections'), kind: 'group', events: [...events.keys()] }],
    sites: [],
    choices,
    constraints,
  };
}
