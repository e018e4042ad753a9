import { expect, test } from 'vitest';
import { listInstanceFaults } from './check-instance.ts';
import type { Constraint, Instance } from './index.ts';
import { SIXTEEN_RULES } from '../testing/sixteen-rules.ts';
import { AINO, MATHS, MONDAY, place, SOFT, threeLessons } from '../testing/three-lessons.ts';

test('an instance with every kind of the benchmark holds together', () => {
  expect(listInstanceFaults(threeLessons(...SIXTEEN_RULES))).toEqual([]);
});

test.each<[string, Partial<Instance>, string]>([
  ['a group out of order', { timeGroups: [{ id: 'Mo', name: 'Mo', kind: 'day', times: [1, 0] }] }, 'time group Mo: 0 comes after 1'],
  ['a member that is not there', { resourceGroups: [{ id: 'all', name: 'all', type: 0, resources: [99] }] }, 'resource group all: there is no 99 among 6'],
  ['no duration', { events: [{ id: 'e', name: 'e', duration: 0, resources: [] }] }, 'event e: the duration is 0'],
  ['a class as teacher', { events: [{ id: 'e', name: 'e', duration: 1, resources: [{ type: 1, resource: AINO }] }] }, 'event e: Aino is of another type'],
  ['nobody at a place', { events: [{ id: 'e', name: 'e', duration: 1, resources: [{ type: 1 }] }] }, 'event e: a place with neither resource nor role'],
])('%s is told', (_name, change, sentence) => {
  expect(listInstanceFaults({ ...threeLessons(), eventGroups: [], ...change })).toEqual([sentence]);
});

test.each<[string, Constraint, string]>([
  ['applied to no group', { ...SOFT, kind: 'linkEvents', appliesTo: { eventGroups: [7] } }, 'rule rule: eventGroups: there is no 7 among 2'],
  ['about no time', { ...SOFT, kind: 'preferTimes', appliesTo: { events: [MATHS], eventGroups: [] }, preferred: { times: [8], timeGroups: [] } }, 'rule rule: times: there is no 8 among 8'],
  ['a window on no day', { ...SOFT, kind: 'keepLunch', appliesTo: { resources: [], resourceGroups: [] }, windows: [{ day: 9, times: [] }], free: 1 }, 'rule rule: day: there is no 9 among 3'],
  ['a weight below zero', { ...SOFT, kind: 'linkEvents', weight: -1, appliesTo: { eventGroups: [] } }, 'rule rule: the weight is -1'],
  ['half a resource', { ...SOFT, kind: 'limitWorkload', appliesTo: { resources: [0.5], resourceGroups: [] }, limits: { minimum: 0, maximum: 1 } }, 'rule rule: resources: there is no 0.5 among 6'],
])('a rule %s is told', (_name, rule, sentence) => {
  expect(listInstanceFaults(threeLessons(rule))).toEqual([sentence]);
});

test('what is not an index is not taken for one: limits, locks that leave somebody open, a given timetable without times', () => {
  const limits = { minimum: 40, maximum: 99 };
  const rules: Constraint[] = [
    { ...SOFT, kind: 'limitBusyTimes', appliesTo: { resources: [AINO], resourceGroups: [] }, timeGroups: [MONDAY], limits },
    { ...SOFT, kind: 'keepLocks', locks: [{ event: MATHS, time: 0, duration: 99, resources: [undefined, AINO] }] },
    { ...SOFT, kind: 'keepTimetable', appliesTo: { events: [MATHS], eventGroups: [] }, given: place({}).events, countsResources: true },
  ];
  expect(listInstanceFaults(threeLessons(...rules))).toEqual([]);
});
