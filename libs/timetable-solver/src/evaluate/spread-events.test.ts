import { expect, test } from 'vitest';
import type { SpreadEvents } from '../model/index.ts';
import { ALL_LESSONS, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const limits = { minimum: 1, maximum: 2 };
const rule: SpreadEvents = {
  ...SOFT,
  kind: 'spreadEvents',
  appliesTo: { eventGroups: [ALL_LESSONS] },
  timeGroups: [
    { timeGroup: MONDAY, limits },
    { timeGroup: TUESDAY, limits },
  ],
};

test('a day’s meets within the limits cost nothing; a double counts once, where it begins', () => {
  expect(judge(rule, { maths: [[MO[3], 2]], finnish: [[MO[0]]], pe: [[TU[0], 2]] })).toEqual(FINE);
});

test('meets below and above add up over the days of a group', () => {
  expect(judge({ ...rule, costFunction: 'quadratic' }, { maths: [[MO[0]], [MO[1]]], finnish: [[MO[2]]] })).toEqual({
    deviations: [2],
    cost: 40,
    said: ['all lessons has 3 meets on Monday, at most 2 wanted', 'all lessons has 0 meets on Tuesday, at least 1 wanted'],
  });
});
