import { expect, test } from 'vitest';
import type { LimitBusyTimes } from '../model/index.ts';
import { AINO, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: LimitBusyTimes = {
  ...SOFT,
  kind: 'limitBusyTimes',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 2, maximum: 3 },
};

test('a day without lessons costs nothing, even where at least two are wanted', () => {
  expect(judge(rule, { maths: [[MO[0], 2]] })).toEqual(FINE);
});

test('short and long days add up; two lessons at one time are one busy time', () => {
  expect(judge({ ...rule, limits: { minimum: 2, maximum: 2 } }, { maths: [[MO[0]], [TU[0]]], pe: [[MO[1], 2]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['Aino has 3 lessons on Monday, at most 2 wanted', 'Aino has 1 lesson on Tuesday, at least 2 wanted'],
  });
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[0], 2]] })).toEqual(FINE);
});
