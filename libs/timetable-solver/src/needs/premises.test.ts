import { describe, expect, test, vi } from 'vitest';
import { transferSolution } from '../model/index.ts';
import { faultsAt, MUST, PERFECT, placeAt, smallSchool, solveSchool, WISH } from '../testing/small-school.ts';

/** What Finnish schools need of premises, lunch, duties and changes: each need modelled, judged and solved on a school one can see through. */

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

describe('travel between premises', () => {
  const school = smallSchool({
    days: { Mo: 4 },
    groups: ['2A', '6B', '6C'],
    teachers: ['Aho'],
    rooms: { hall: 'annex' },
    lessons: { 'English 2A': { who: ['2A', 'Aho'], site: 'annex' }, 'English 6B': { who: ['6B', 'Aho'], site: 'main building' }, 'English 6C': { who: ['6C', 'Aho'], site: 'main building' } },
    rules: (at) => [{ ...MUST, kind: 'keepTravelTime', appliesTo: { resources: [at.who('Aho')], resourceGroups: [] }, timeGroups: [at.day('Mo')], gap: 1 }],
  });

  test('told', () => {
    expect(faultsAt(school, { 'English 2A': 'Mo1', 'English 6B': 'Mo2', 'English 6C': 'Mo3' })).toEqual(['Aho has 0 free times to get from annex to main building before Mo2, at least 1 wanted']);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(['Mo1', 'Mo4']).toContain(where['English 2A']);
  });
});

describe('lunch', () => {
  // Two shifts; the dining hall holds 50: the classes of 25 eat two by two.
  const groups = ['1A', '1B', '4A', '4B'];
  const school = smallSchool({
    days: { Mo: 5 },
    groups,
    teachers: ['Aho'],
    lessons: Object.fromEntries([...groups.map((group) => [`lunch ${group}`, { who: [group] }]), ...groups.flatMap((group) => [1, 2, 3].map((number) => [`${group} ${number}`, { who: [group] }]))]),
    rules: (at) => {
      const lunches = groups.map((group) => at.lesson(`lunch ${group}`));
      return [
        { ...MUST, kind: 'preferTimes', appliesTo: { events: lunches, eventGroups: [] }, preferred: { times: ['Mo2', 'Mo3'].map(at.time), timeGroups: [] } },
        { ...MUST, kind: 'limitAttendance', events: lunches.map((event) => ({ event, size: 25 })), capacity: 50, during: { times: ['Mo2', 'Mo3'].map(at.time), timeGroups: [] } },
        { ...MUST, kind: 'limitIdleTimes', appliesTo: { resources: groups.map(at.who), resourceGroups: [] }, timeGroups: [at.day('Mo')], limits: { minimum: 0, maximum: 0 } },
        // The small ones eat first.
        { ...MUST, kind: 'preferTimes', appliesTo: { events: lunches.slice(0, 2), eventGroups: [] }, preferred: { times: [at.time('Mo2')], timeGroups: [] } },
      ];
    },
  });

  test('a shift that is too full, and one too late for the small ones, are told', () => {
    expect(faultsAt(school, { 'lunch 1A': 'Mo3', 'lunch 4A': 'Mo3', 'lunch 4B': 'Mo3' })).toEqual([
      '75 people at Mo3, at most 50 have room: lunch 1A, lunch 4A, lunch 4B',
      'lunch 1A begins at Mo3, which is none of the times wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(groups.map((group) => where[`lunch ${group}`])).toEqual(['Mo2', 'Mo2', 'Mo3', 'Mo3']);
  });

  test('without shifts a window is kept free', async () => {
    const windows = smallSchool({
      days: { Mo: 4 },
      groups: ['9A'],
      lessons: { one: { who: ['9A'] }, two: { who: ['9A'] }, three: { who: ['9A'] } },
      rules: (at) => [{ ...MUST, kind: 'keepLunch', appliesTo: { resources: [at.who('9A')], resourceGroups: [] }, windows: [{ day: at.day('Mo'), times: ['Mo2', 'Mo3'].map(at.time) }], free: 1 }],
    });
    expect(faultsAt(windows, { one: 'Mo2', two: 'Mo3' })).toEqual(['9A has 0 free times for lunch on Mo, at least 1 wanted']);
    const { cost, where } = await solveSchool(windows);
    expect(cost).toEqual(PERFECT);
    expect(Object.values(where).sort()).toEqual(['Mo1', expect.stringMatching(/^Mo[23]$/), 'Mo4']);
  });
});

describe('supervision of breaks', () => {
  // The break is a time of its own between the second lesson and the third; who supervises has a lesson beside it.
  const school = smallSchool({
    days: { Mo: 5 },
    groups: ['5A', '5B'],
    teachers: ['Aho', 'Berg', 'Ceder'],
    lessons: { 'maths 5A': { who: ['5A', 'Aho'], time: 'Mo1' }, 'art 5B': { who: ['5B', 'Berg'], time: 'Mo4' }, 'yard duty': { who: [], teacher: true, time: 'Mo3' } },
    courses: { taught: ['maths 5A', 'art 5B'] },
    rules: (at) => [
      { ...MUST, kind: 'keepSupervisorNear', appliesTo: { events: [at.lesson('yard duty')], eventGroups: [] }, role: 'teacher', near: [{ time: at.time('Mo3'), times: ['Mo2', 'Mo4'].map(at.time) }] },
      { ...WISH, kind: 'limitWorkload', appliesTo: { resources: [at.who('Aho'), at.who('Berg'), at.who('Ceder')], resourceGroups: [] }, limits: { minimum: 0, maximum: 2 } },
    ],
  });

  test('told', () => {
    expect(faultsAt(school, { 'maths 5A': 'Mo1', 'art 5B': 'Mo4', 'yard duty': 'Mo3 Aho' })).toEqual(['Aho supervises yard duty at Mo3 and has no lesson near it']);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect({ cost, duty: where['yard duty'] }).toEqual({ cost: PERFECT, duty: 'Mo3 Berg' });
  });
});

describe('a common free time for a team', () => {
  const school = smallSchool({
    days: { Mo: 3 },
    teachers: ['Aho', 'Berg'],
    lessons: { one: { who: ['Aho'] }, two: { who: ['Aho'] }, three: { who: ['Berg'] }, four: { who: ['Berg'] } },
    rules: (at) => [{ ...MUST, kind: 'keepCommonTime', appliesTo: { resources: ['Aho', 'Berg'].map(at.who), resourceGroups: [] }, among: { times: ['Mo2', 'Mo3'].map(at.time), timeGroups: [] }, amount: 1 }],
  });

  test('told', () => {
    expect(faultsAt(school, { one: 'Mo1', two: 'Mo2', three: 'Mo1', four: 'Mo3' })).toEqual(['0 common free times for Aho, Berg, at least 1 wanted']);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(new Set(Object.values(where))).toContain('Mo1');
    expect(new Set(Object.values(where)).size).toBe(2);
  });
});

describe('what is locked stays, what people live by changes little', () => {
  const given = { one: 'Mo1 101', two: 'Mo2 101', three: 'Mo3 102', four: 'Tu1 101' };
  const lessons = Object.fromEntries(Object.keys(given).map((name) => [name, { who: ['7A'], room: true }]));
  const base = { days: { Mo: 3, Tu: 3 }, groups: ['7A'], rooms: { '101': 'school', '102': 'school' }, lessons };
  const before = smallSchool({ ...base, rules: () => [] });
  // 7A is away on Monday's second time from now on; the first lesson is locked with its room.
  const school = smallSchool({
    ...base,
    rules: (at) => [
      { ...MUST, kind: 'avoidUnavailableTimes', appliesTo: { resources: [at.who('7A')], resourceGroups: [] }, unavailable: { times: [at.time('Mo2')], timeGroups: [] } },
      { ...MUST, kind: 'keepLocks', locks: [{ event: at.lesson('one'), time: at.time('Mo1'), duration: 1, resources: [undefined, at.who('101')] }] },
      { ...WISH, kind: 'keepTimetable', appliesTo: { events: [], eventGroups: [0] }, given: placeAt(before, given).events, countsResources: true },
    ],
  });

  test('told', () => {
    expect(faultsAt(school, { ...given, one: 'Mo2 101', two: 'Tu2 101', three: 'Mo3 101' })).toEqual([
      '7A is busy at Mo2, when it should be free',
      'one is locked to Mo1 with 101 and is not there',
      'one has moved to Mo2',
      'two has moved to Tu2',
      'three has others than before at Mo3',
    ]);
  });

  test('solved anew one lesson moves and no more', async () => {
    const { solution } = transferSolution(before, placeAt(before, given), school);
    const { cost, where } = await solveSchool(school, { warmStart: solution });
    expect(cost).toEqual({ infeasibility: 0, objective: 1 });
    expect({ ...where, two: '' }).toEqual({ ...given, two: '' });
  });

  test('without a warm start too', async () => {
    expect((await solveSchool(school)).cost).toEqual({ infeasibility: 0, objective: 1 });
  });
});
