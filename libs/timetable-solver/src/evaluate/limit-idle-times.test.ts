import { expect, test } from 'vitest';
import type { LimitIdleTimes } from '../model/index.ts';
import { AINO, CLASS_7A, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: LimitIdleTimes = {
  ...SOFT,
  kind: 'limitIdleTimes',
  appliesTo: { resources: [AINO, CLASS_7A], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 0, maximum: 0 },
};

test('times before the first and after the last lesson of a day are not idle', () => {
  expect(judge(rule, { maths: [[MO[1]], [TU[3]]], finnish: [[MO[2]]], pe: [[MO[2], 2]] })).toEqual(FINE);
});

test('gaps of all days add up before they are squared', () => {
  expect(judge({ ...rule, costFunction: 'quadratic' }, { maths: [[MO[0]], [TU[0]]], pe: [[MO[2]], [TU[3]]] })).toEqual({
    deviations: [3],
    cost: 90,
    said: ['Aino has 3 idle times (Mo2, Tu2, Tu3), at most 0 wanted'],
  });
});

test('a wanted gap that is missing costs', () => {
  const breath: LimitIdleTimes = { ...rule, appliesTo: { resources: [AINO], resourceGroups: [] }, limits: { minimum: 1, maximum: 2 } };
  expect(judge(breath, { maths: [[MO[0], 2]] })).toEqual({ deviations: [1], cost: 10, said: ['Aino has 0 idle times, at least 1 wanted'] });
});
