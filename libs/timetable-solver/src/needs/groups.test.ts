import { describe, expect, test, vi } from 'vitest';
import { faultsAt, MUST, PERFECT, smallSchool, solveSchool, WISH } from '../testing/small-school.ts';

/** What Finnish schools need of groups, teachers and rooms: each need modelled, judged and solved on a school one can see through. */

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

describe('a band (palkki) of several groups, teachers and rooms at a time', () => {
  // Optional subjects of both classes; home economics is a double lesson, the others single ones.
  const school = smallSchool({
    days: { Mo: 4 },
    groups: ['8A', '8B'],
    teachers: ['Aho', 'Berg', 'Ceder'],
    rooms: { kitchen: 'school', studio: 'school' },
    lessons: {
      cooking: { who: ['Aho', '8A', '8B'], duration: 2, room: true },
      art: { who: ['Berg'], room: true },
      music: { who: ['Ceder'] },
      'maths 8A': { who: ['8A', 'Berg'] },
      'maths 8B': { who: ['8B', 'Ceder'] },
    },
    courses: { band: ['cooking', 'art', 'music'] },
    rules: (at) => [
      { ...MUST, kind: 'startTogether', appliesTo: { eventGroups: [at.course('band')] } },
      { ...MUST, kind: 'preferResources', role: 'room', appliesTo: { events: [at.lesson('cooking')], eventGroups: [] }, resources: [at.who('kitchen')], resourceGroups: [] },
      { ...MUST, kind: 'avoidUnavailableTimes', appliesTo: { resources: [at.who('kitchen')], resourceGroups: [] }, unavailable: { times: [at.time('Mo1')], timeGroups: [] } },
    ],
  });

  test('a lesson of the band elsewhere, and one room for two, are told', () => {
    expect(faultsAt(school, { cooking: 'Mo3 kitchen', art: 'Mo3 kitchen', music: 'Mo2' })).toEqual([
      'kitchen has 2 lessons at Mo3: cooking, art',
      'of band only 2 of 3 begin at Mo3',
      'of band only 1 of 3 begin at Mo2',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect([where['cooking'], where['art'], where['music']]).toEqual([where['cooking'], where['cooking']?.replace('kitchen', 'studio'), where['cooking']?.replace(' kitchen', '')]);
    expect(where['cooking']).not.toContain('Mo1');
  });
});

describe('half groups (jakotunnit)', () => {
  // While one half has chemistry the other has crafts, and the other way round; both halves are in Finnish.
  const school = smallSchool({
    days: { Mo: 3 },
    groups: ['7A a', '7A b'],
    teachers: ['Aho', 'Berg'],
    rooms: { laboratory: 'school' },
    lessons: {
      Finnish: { who: ['7A a', '7A b', 'Aho'] },
      'chemistry a': { who: ['7A a', 'Aho'], room: true },
      'chemistry b': { who: ['7A b', 'Aho'], room: true },
      'crafts a': { who: ['7A a', 'Berg'] },
      'crafts b': { who: ['7A b', 'Berg'] },
    },
    courses: { one: ['chemistry a', 'crafts b'], other: ['chemistry b', 'crafts a'] },
    rules: (at) => [{ ...MUST, kind: 'linkEvents', appliesTo: { eventGroups: [at.course('one'), at.course('other')] } }],
  });

  test('a half at two places, and halves that do not change over, are told', () => {
    expect(faultsAt(school, { Finnish: 'Mo1', 'chemistry a': 'Mo1 laboratory', 'crafts b': 'Mo2' })).toEqual([
      '7A a has 2 lessons at Mo1: Finnish, chemistry a',
      'Aho has 2 lessons at Mo1: Finnish, chemistry a',
      'of one only 1 of 2 go on at Mo1',
      'of one only 1 of 2 go on at Mo2',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect([where['crafts b'], where['crafts a']]).toEqual([where['chemistry a'], where['chemistry b']].map((place) => place?.replace(' laboratory', '')));
  });
});

describe('rooms of a kind and of a size, home rooms', () => {
  const school = smallSchool({
    days: { Mo: 2 },
    groups: ['9A (24)', '9B (12)'],
    rooms: { 'large-lab': 'school', 'small-lab': 'school', '101': 'school' },
    lessons: { 'physics 9A': { who: ['9A (24)'], room: true }, 'physics 9B': { who: ['9B (12)'], room: true }, 'Finnish 9A': { who: ['9A (24)'], room: true }, 'English 9A': { who: ['9B (12)'], room: true } },
    courses: { physics: ['physics 9A', 'physics 9B'], 'home room': ['Finnish 9A'] },
    rules: (at) => {
      const rooms = (names: readonly string[]) => ({ role: 'room', resources: names.map(at.who), resourceGroups: [] });
      return [
        { ...MUST, kind: 'preferResources', ...rooms(['large-lab', 'small-lab']), appliesTo: { events: [], eventGroups: [at.course('physics')] } },
        // Rooms that are large enough for the group.
        { ...MUST, kind: 'preferResources', ...rooms(['large-lab', '101']), appliesTo: { events: [at.lesson('physics 9A'), at.lesson('Finnish 9A')], eventGroups: [] } },
        { ...WISH, kind: 'preferResources', ...rooms(['101']), appliesTo: { events: [], eventGroups: [at.course('home room')] } },
        { ...MUST, kind: 'linkEvents', appliesTo: { eventGroups: [at.course('physics')] } },
      ];
    },
  });

  test('told', () => {
    expect(faultsAt(school, { 'physics 9A': 'Mo1 small-lab', 'physics 9B': 'Mo1 large-lab', 'Finnish 9A': 'Mo2 large-lab' })).toEqual([
      'physics 9A has small-lab as room, who is none of those wanted',
      'Finnish 9A has large-lab as room, who is none of those wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect([where['physics 9A'], where['physics 9B'], where['Finnish 9A']].map((place) => place?.slice(4))).toEqual(['large-lab', 'small-lab', '101']);
  });
});

describe('teachers to be chosen, their work load, one teacher for a course', () => {
  const lessons = ['7A', '7B'].flatMap((group) => [1, 2].map((number) => [`maths ${group} ${number}`, { who: [group], teacher: true }] as const));
  const school = smallSchool({
    days: { Mo: 2, Tu: 2 },
    groups: ['7A', '7B'],
    teachers: ['Aho', 'Berg'],
    lessons: Object.fromEntries(lessons),
    courses: { 'maths 7A': ['maths 7A 1', 'maths 7A 2'], 'maths 7B': ['maths 7B 1', 'maths 7B 2'] },
    rules: (at) => [
      { ...MUST, kind: 'avoidSplitAssignments', role: 'teacher', appliesTo: { eventGroups: [at.course('maths 7A'), at.course('maths 7B')] } },
      { ...MUST, kind: 'limitWorkload', appliesTo: { resources: [at.who('Aho'), at.who('Berg')], resourceGroups: [] }, limits: { minimum: 1, maximum: 2 } },
      { ...WISH, kind: 'clusterBusyTimes', appliesTo: { resources: [at.who('Berg')], resourceGroups: [] }, timeGroups: ['Mo', 'Tu'].map(at.day), limits: { minimum: 0, maximum: 1 } },
      { ...MUST, kind: 'keepDaysApart', appliesTo: { eventGroups: [at.course('maths 7A')] }, timeGroups: ['Mo', 'Tu'].map(at.day), days: 1, allowsDoubles: false },
    ],
  });

  test('told', () => {
    expect(faultsAt(school, { 'maths 7A 1': 'Mo1 Aho', 'maths 7A 2': 'Tu1 Berg', 'maths 7B 1': 'Mo2 Berg', 'maths 7B 2': 'Tu2 Berg' })).toEqual([
      'maths 7A has 2 different teachers (Aho, Berg), one wanted',
      'Berg has a work load of 3, at most 2 wanted',
      'Berg has lessons in 2 of the time groups (Mo, Tu), at most 1 wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect(['7A 1', '7A 2', '7B 1', '7B 2'].map((lesson) => where[`maths ${lesson}`]?.split(' ')[1])).toEqual(['Aho', 'Aho', 'Berg', 'Berg']);
  });
});

describe('a day of blocks: what belongs together follows without a gap', () => {
  const school = smallSchool({
    days: { Mo: 5 },
    groups: ['3A'],
    teachers: ['Aho'],
    lessons: { 'project 1': { who: ['3A'] }, 'project 2': { who: ['3A'] }, 'project 3': { who: ['3A'] }, maths: { who: ['3A', 'Aho'] } },
    rules: (at) => [
      { ...MUST, kind: 'orderEvents', pairs: [1, 2].map((number) => ({ first: at.lesson(`project ${number}`), second: at.lesson(`project ${number + 1}`), separation: { minimum: 0, maximum: 0 } })) },
      { ...MUST, kind: 'avoidUnavailableTimes', appliesTo: { resources: [at.who('Aho')], resourceGroups: [] }, unavailable: { times: ['Mo1', 'Mo5', 'Mo3'].map(at.time), timeGroups: [] } },
    ],
  });

  test('told', () => {
    expect(faultsAt(school, { 'project 1': 'Mo1', 'project 2': 'Mo3', 'project 3': 'Mo2' })).toEqual([
      'project 2 begins 1 time after the end of project 1, at most 0 wanted',
      'project 3 begins -2 times after the end of project 2, at least 0 wanted',
    ]);
  });

  test('solved', async () => {
    const { cost, where } = await solveSchool(school);
    expect(cost).toEqual(PERFECT);
    expect([where['project 1'], where['project 2'], where['project 3']]).toEqual(where['maths'] === 'Mo4' ? ['Mo1', 'Mo2', 'Mo3'] : ['Mo3', 'Mo4', 'Mo5']);
  });
});
