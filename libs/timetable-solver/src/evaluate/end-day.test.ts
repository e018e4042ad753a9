import { expect, test } from 'vitest';
import type { EndDay } from '../model/index.ts';
import { CLASSES, FINE, judge, MATHS, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: EndDay = {
  ...SOFT,
  kind: 'endDay',
  appliesTo: { events: [MATHS], eventGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  resourceTypes: [CLASSES],
};

test('a lesson after which its class goes home costs nothing, whatever its teacher does and the next day brings', () => {
  expect(judge(rule, { maths: [[MO[1]], [TU[0]]], finnish: [[MO[0]]], pe: [[MO[2], 2]] })).toEqual(FINE);
});

test('each meet after which the class goes on counts', () => {
  expect(judge(rule, { maths: [[MO[0]], [TU[3]]], finnish: [[MO[2]]] })).toEqual({ deviations: [1], cost: 10, said: ['maths 7A is not the last lesson of the day of 7A'] });
});
