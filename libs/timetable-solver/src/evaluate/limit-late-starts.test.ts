import { expect, test } from 'vitest';
import type { LimitLateStarts } from '../model/index.ts';
import { AINO, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: LimitLateStarts = {
  ...SOFT,
  kind: 'limitLateStarts',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 0, maximum: 1 },
};

test('a day that begins at its first time and a free day cost nothing', () => {
  expect(judge(rule, { maths: [[MO[0]], [MO[3]]] })).toEqual(FINE);
});

test('free times before the first lessons add up over the days', () => {
  expect(judge(rule, { maths: [[MO[2]], [MO[3]]], pe: [[TU[1], 1], [-1]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['Aino has 3 free times before the first lessons of its days, at most 1 wanted'],
  });
});
