import { describe, expect, test, vi } from 'vitest';
import { faultsAt, MUST, PERFECT, smallSchool, solveSchool, WISH } from '../testing/small-school.ts';

/** What Finnish schools need of times: each need modelled, judged and solved on a school one can see through. */

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

describe('A and B weeks', () => {
  // Maths every week at the same time, art in even weeks only, crafts in either: as halves of one slot.
  const school = smallSchool({
    days: { A: 3, B: 3 },
    groups: ['7A'],
    teachers: ['Aho', 'Berg', 'Ceder'],
    lessons: { 'maths A': { who: ['7A', 'Aho'] }, 'maths B': { who: ['7A', 'Aho'] }, art: { who: ['7A', 'Berg'] }, crafts: { who: ['7A', 'Ceder'] } },
    rules: (at) => [
      // The same time of the next week begins so many times after the end of this week's.
      { ...MUST, kind: 'orderEvents', pairs: [{ first: at.lesson('maths A'), second: at.lesson('maths B'), separation: { minimum: 2, maximum: 2 } }] },
      { ...MUST, kind: 'preferTimes', appliesTo: { events: [at.lesson('art')], eventGroups: [] }, preferred: { times: [], timeGroups: [at.day('B')] } },
      { ...MUST, kind: 'avoidUnavailableTimes', appliesTo: { resources: [at.who('Ceder')], resourceGroups: [] }, unavailable: { times: [], timeGroups: [at.day('B')] } },
    ],
  });

  test('another time in the other week, or the wrong week, is told', () => {
    expect(faultsAt(school, { 'maths A': 'A1', 'maths B': 'B1', art: 'B2', crafts: 'A2' })).toEqual([]);
    expect(faultsAt(school, { 'maths A': 'A1', 'maths B': 'B3', art: 'A3', crafts: 'B2' })).toEqual([
      'maths B begins 4 times after the end of maths A, at most 2 wanted',
      'art begins at A3, which is none of the times wanted',
      'Ceder is busy at B2, when it should be free',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(where['maths B']).toBe(where['maths A']?.replace('A', 'B'));
    expect([where['art'], where['crafts']]).toEqual([expect.stringMatching(/^B/), expect.stringMatching(/^A/)]);
  });
});

describe('teaching periods (jaksot)', () => {
  // A course lies in one period, two courses in different ones; a teacher's work is even over the year.
  const courses = ['biology', 'health', 'history'];
  const school = smallSchool({
    days: { p1Mo: 2, p1Tu: 2, p2Mo: 2, p2Tu: 2 },
    spans: { p1: ['p1Mo', 'p1Tu'], p2: ['p2Mo', 'p2Tu'] },
    groups: ['8A', ...courses],
    teachers: ['Aho'],
    lessons: Object.fromEntries(courses.flatMap((course) => [1, 2].map((number) => [`${course} ${number}`, { who: ['8A', course, ...(course === 'history' ? [] : ['Aho'])] }]))),
    courses: Object.fromEntries(courses.map((course) => [course, [`${course} 1`, `${course} 2`]])),
    rules: (at) => [
      // A course is a resource of its own: it is busy in one period, whichever.
      { ...MUST, kind: 'clusterBusyTimes', appliesTo: { resources: courses.map(at.who), resourceGroups: [] }, timeGroups: [at.day('p1'), at.day('p2')], limits: { minimum: 1, maximum: 1 } },
      { ...MUST, kind: 'preferTimes', appliesTo: { events: [], eventGroups: [at.course('history')] }, preferred: { times: [], timeGroups: [at.day('p1')] } },
      { ...MUST, kind: 'limitBusyTimes', appliesTo: { resources: [at.who('Aho')], resourceGroups: [] }, timeGroups: [at.day('p1'), at.day('p2')], limits: { minimum: 2, maximum: 2 } },
    ],
  });

  test('a course outside its period, and a year out of balance, are told', () => {
    expect(faultsAt(school, { 'history 1': 'p1Mo1', 'history 2': 'p2Mo1', 'biology 1': 'p2Tu1', 'biology 2': 'p2Tu2', 'health 1': 'p2Mo2' })).toEqual([
      'history has lessons in 2 of the time groups (p1, p2), at most 1 wanted',
      'history 2 begins at p2Mo1, which is none of the times wanted',
      'Aho has 3 lessons on p2, at most 2 wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    const periodOf = (course: string): string[] => [1, 2].map((number) => where[`${course} ${number}`]!.slice(0, 2));
    expect(periodOf('history')).toEqual(['p1', 'p1']);
    expect([...new Set(periodOf('biology'))]).toHaveLength(1);
    expect(periodOf('health')).not.toEqual(periodOf('biology'));
  });
});

describe('a double lesson not across lunch, lessons spread over the week', () => {
  const school = smallSchool({
    days: { Mo: 5, We: 5 },
    groups: ['5A'],
    lessons: { 'maths 1': { who: ['5A'] }, 'maths 2': { who: ['5A'] }, crafts: { who: ['5A'], duration: 2 }, PE: { who: ['5A'], duration: 2 }, lunch: { who: ['5A'], time: 'Mo3' } },
    courses: { maths: ['maths 1', 'maths 2'], doubles: ['crafts', 'PE'] },
    rules: (at) => [
      { ...MUST, kind: 'avoidCrossingBreaks', appliesTo: { events: [], eventGroups: [at.course('doubles')] }, breaksAfter: [at.time('Mo3'), at.time('We3')] },
      { ...MUST, kind: 'keepDaysApart', appliesTo: { eventGroups: [at.course('maths')] }, timeGroups: [at.day('Mo'), at.day('We')], days: 1, allowsDoubles: false },
      { ...MUST, kind: 'spreadEvents', appliesTo: { eventGroups: [at.course('doubles')] }, timeGroups: ['Mo', 'We'].map((day) => ({ timeGroup: at.day(day), limits: { minimum: 1, maximum: 1 } })) },
    ],
  });

  test('told', () => {
    expect(faultsAt(school, { crafts: 'We3', PE: 'We1', 'maths 1': 'Mo1', 'maths 2': 'Mo2', lunch: 'Mo3' })).toEqual([
      'crafts runs across the break after We3',
      'maths has meets 0 days apart, at Mo1 and Mo2, at least 1 wanted',
      'doubles has 0 meets on Mo, at least 1 wanted',
      'doubles has 2 meets on We, at most 1 wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect([where['crafts'], where['PE']].map((start) => start?.replace(/^(Mo|We)/, ''))).not.toContain('3');
    expect(new Set(['crafts', 'PE'].map((lesson) => where[lesson]?.slice(0, 2))).size).toBe(2);
  });
});

describe('a day: its length, gaps, lessons in a row, early starts, the last lesson', () => {
  const days = { Mo: 5, Tu: 5 };
  const lessons = Object.fromEntries([...Array.from({ length: 5 }, (_, number) => [`lesson ${number + 1}`, { who: ['1A', 'Aho'] }]), ['swimming', { who: ['1A'] }]]);
  const school = smallSchool({
    days,
    groups: ['1A'],
    teachers: ['Aho'],
    lessons,
    rules: (at) => {
      const [timeGroups, group, teacher] = [['Mo', 'Tu'].map(at.day), { resources: [at.who('1A')], resourceGroups: [] }, { resources: [at.who('Aho')], resourceGroups: [] }];
      return [
        { ...MUST, kind: 'limitBusyTimes', appliesTo: group, timeGroups, limits: { minimum: 2, maximum: 3 } },
        { ...MUST, kind: 'limitIdleTimes', appliesTo: group, timeGroups, limits: { minimum: 0, maximum: 0 } },
        { ...MUST, kind: 'limitLateStarts', appliesTo: group, timeGroups, limits: { minimum: 0, maximum: 0 } },
        { ...MUST, kind: 'limitRuns', appliesTo: teacher, timeGroups, limits: { minimum: 0, maximum: 3 } },
        { ...MUST, kind: 'limitDaySpan', appliesTo: teacher, timeGroups, limits: { minimum: 0, maximum: 4 } },
        { ...MUST, kind: 'endDay', appliesTo: { events: [at.lesson('swimming')], eventGroups: [] }, timeGroups, resourceTypes: [0] },
      ];
    },
  });

  test('told', () => {
    expect(faultsAt(school, { 'lesson 1': 'Mo2', 'lesson 2': 'Mo3', 'lesson 3': 'Mo5', swimming: 'Mo4' })).toEqual([
      '1A has 4 lessons on Mo, at most 3 wanted',
      '1A has 1 free time before the first lessons of its days, at most 0 wanted',
      'swimming is not the last lesson of the day of 1A',
    ]);
    expect(faultsAt(school, { 'lesson 1': 'Mo1', 'lesson 2': 'Mo3' })).toEqual(['1A has 1 idle time (Mo2), at most 0 wanted']);
    expect(faultsAt(school, { 'lesson 1': 'Mo1', 'lesson 2': 'Mo2', 'lesson 3': 'Mo3', 'lesson 4': 'Mo4' })).toEqual([
      '1A has 4 lessons on Mo, at most 3 wanted',
      'Aho has 4 lessons in a row from Mo1, at most 3 wanted',
    ]);
    expect(faultsAt(school, { 'lesson 1': 'Tu1', 'lesson 2': 'Tu5' })).toContain('Aho has a day of 5 times on Tu, at most 4 wanted');
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(where['swimming']).toMatch(/^(Mo|Tu)3$/);
  });
});

describe('linear, quadratic and step costs', () => {
  // Seven lessons of a teacher on two days, two wanted at most on each.
  const school = (costFunction: 'linear' | 'quadratic' | 'step', weight: number) =>
    smallSchool({
      days: { Mo: 5, Tu: 5 },
      teachers: ['Aho'],
      lessons: Object.fromEntries(Array.from({ length: 7 }, (_, number) => [`lesson ${number + 1}`, { who: ['Aho'] }])),
      courses: { all: Array.from({ length: 7 }, (_, number) => `lesson ${number + 1}`) },
      rules: (at) => ['Mo', 'Tu'].map((day) => ({ ...WISH, costFunction, weight, kind: 'limitBusyTimes' as const, appliesTo: { resources: [at.who('Aho')], resourceGroups: [] }, timeGroups: [at.day(day)], limits: { minimum: 0, maximum: 2 } })),
    });

  test.each([
    // Three lessons too many however they fall: squared it is cheapest to share them (1² + 2²), stepped to have them on one day.
    ['linear', 1, 3],
    ['quadratic', 1, 5],
    ['step', 4, 4],
  ] as const)('%s', async (costFunction, weight, objective) => {
    expect((await solveSchool(school(costFunction, weight))).cost).toEqual({ infeasibility: 0, objective });
  });
});
