import type { Choice, Constraint, Instance } from '../../model/index.ts';
import type { Tray } from './tray.ts';

const TEACHER = 0;
const LEARNER = 1;

/** Event groups of a tray's instance: all sections, then each course's. */
const ALL_SECTIONS = 0;

/** A tray as an instance: its bars are times, its sections events; people are resources, learners first. */
export function toTrayInstance({ id, name, periods, rooms, teachers, courses, learners }: Tray): Instance {
  const bars = periods.flatMap((period) => period.bars);
  const barOf = new Map(bars.map((bar, index) => [bar, index]));
  const sections = courses.flatMap((course, index) => course.sections.map((section) => ({ ...section, course: index })));
  const personOf = new Map(teachers.map((teacher, index) => [teacher.id, learners.length + index]));
  const courseOf = new Map(courses.map((course, index) => [course.id, index]));
  const sectionsOf = courses.map((_, course) => sections.flatMap((section, event) => (section.course === course ? [event] : [])));
  const timesOf = (named: readonly string[]): number[] => named.flatMap((bar) => barOf.get(bar) ?? []).sort((one, other) => one - other);
  const rule = (key: string, words: string, isRequired: boolean) => ({ id: key, name: words, isRequired, weight: 1, costFunction: 'linear' as const });
  const only = (resource: number) => ({ resources: [resource], resourceGroups: [] });
  const [everySection, everyBar] = [{ events: [], eventGroups: [ALL_SECTIONS] }, { times: [...bars.keys()], timeGroups: [] }];
  const pairs = courses.flatMap((course, second) => course.after.map((first) => ({ firstCourse: 1 + (courseOf.get(first) ?? 0), secondCourse: 1 + second })));
  const constraints: Constraint[] = [
    { ...rule('placed', 'every section is in a bar', true), kind: 'assignTime', appliesTo: everySection },
    { ...rule('clashes', 'nobody is at two places', true), kind: 'avoidClashes', appliesTo: { resources: [], resourceGroups: [TEACHER, LEARNER] } },
    ...sections.map(({ id: section, seats }, event): Constraint => ({ ...rule(`seats ${section}`, 'a section has room for its learners', true), kind: 'limitSeats', appliesTo: { events: [event], eventGroups: [] }, limits: { minimum: 0, maximum: seats } })),
    ...sections.flatMap(({ id: section, bars: allowed }, event): Constraint[] =>
      allowed.length === 0 ? [] : [{ ...rule(`bars ${section}`, 'a section is in one of its bars', true), kind: 'preferTimes', appliesTo: { events: [event], eventGroups: [] }, preferred: { times: timesOf(allowed), timeGroups: [] } }],
    ),
    ...[...learners, ...teachers].flatMap(({ id: person, away }, resource): Constraint[] =>
      away.length === 0 ? [] : [{ ...rule(`away ${person}`, 'who is away has no lesson', true), kind: 'avoidUnavailableTimes', appliesTo: only(resource), unavailable: { times: timesOf(away), timeGroups: [] } }],
    ),
    ...rooms.map(({ id: kind, count }): Constraint => {
      const events = sections.flatMap((section, event) => (section.rooms.includes(kind) ? [{ event, size: 1 }] : []));
      return { ...rule(`rooms ${kind}`, `${kind} × ${count}`, true), kind: 'limitAttendance', events, capacity: count, during: everyBar };
    }),
    { ...rule('choices', 'learners get what they chose', false), kind: 'meetChoices', appliesTo: { resources: [], resourceGroups: [LEARNER] } },
    ...(pairs.length === 0 ? [] : [{ ...rule('order', 'a course comes before the one that builds on it', false), kind: 'orderChoices', appliesTo: { resources: [], resourceGroups: [LEARNER] }, pairs, timeGroups: [...periods.keys()] } satisfies Constraint]),
  ];
  return {
    id,
    name,
    about: {},
    sites: [],
    times: bars.map((bar) => ({ id: bar, name: bar })),
    timeGroups: periods.map((period) => ({ id: period.id, name: period.id, kind: 'period', times: timesOf(period.bars) })),
    resourceTypes: ['teacher', 'learner'].map((type) => ({ id: type, name: type })),
    resources: [...learners.map((learner) => ({ id: `learner ${learner.id}`, name: learner.name, type: LEARNER })), ...teachers.map((teacher) => ({ id: `teacher ${teacher.id}`, name: teacher.name, type: TEACHER }))],
    resourceGroups: [
      { id: 'teachers', name: 'teachers', type: TEACHER, resources: teachers.map((_, index) => learners.length + index) },
      { id: 'learners', name: 'learners', type: LEARNER, resources: [...learners.keys()] },
    ],
    events: sections.map((section) => ({ id: section.id, name: section.id, duration: 1, resources: section.teachers.flatMap((teacher) => ({ type: TEACHER, resource: personOf.get(teacher) ?? 0 })) })),
    eventGroups: [
      { id: 'sections', name: 'sections', kind: 'group', events: [...sections.keys()] },
      ...courses.map((course, index) => ({ id: `course ${course.id}`, name: course.name, kind: 'course' as const, events: sectionsOf[index] ?? [] })),
    ],
    choices: learners.flatMap(({ choices }, resource) => choices.map((course): Choice => ({ resource, events: sectionsOf[courseOf.get(course) ?? 0] ?? [] }))),
    constraints,
  };
}
