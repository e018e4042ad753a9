import { expect, test } from 'vitest';
import type { ClusterBusyTimes } from '../model/index.ts';
import { AINO, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: ClusterBusyTimes = {
  ...SOFT,
  kind: 'clusterBusyTimes',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 1, maximum: 1 },
};

test('work on one day costs nothing', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[2], 2]] })).toEqual(FINE);
});

test('a day too many and a day too few cost one', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[TU[2], 2]] })).toEqual({
    deviations: [1],
    cost: 10,
    said: ['Aino has lessons in 2 of the time groups (Monday, Tuesday), at most 1 wanted'],
  });
  expect(judge(rule, { finnish: [[MO[0]]] })).toEqual({ deviations: [1], cost: 10, said: ['Aino has lessons in 0 of the time groups, at least 1 wanted'] });
});
