import { expect, test } from 'vitest';
import type { LimitDaySpan } from '../model/index.ts';
import { AINO, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: LimitDaySpan = {
  ...SOFT,
  kind: 'limitDaySpan',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 2, maximum: 3 },
};

test('a day within the limits, gaps included, and a free day cost nothing', () => {
  expect(judge(rule, { maths: [[MO[1]], [MO[3]]] })).toEqual(FINE);
});

test('long and short days add up', () => {
  expect(judge(rule, { maths: [[MO[0]], [MO[3]]], pe: [[TU[0], 1], [-1]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['Aino has a day of 4 times on Monday, at most 3 wanted', 'Aino has a day of 1 time on Tuesday, at least 2 wanted'],
  });
});
