import { expect, test } from 'vitest';
import type { AvoidCrossingBreaks } from '../model/index.ts';
import { ALL_LESSONS, FINE, judge, MO, SOFT, TU } from '../testing/three-lessons.ts';

const rule: AvoidCrossingBreaks = { ...SOFT, kind: 'avoidCrossingBreaks', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, breaksAfter: [MO[1], MO[3], TU[1], TU[3]] };

test('doubles before and after lunch cost nothing', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[1]]], pe: [[TU[2], 2]] })).toEqual(FINE);
});

test('a double across lunch, the day’s or the week’s end costs one', () => {
  expect(judge(rule, { maths: [[MO[1], 2]], pe: [[MO[3], 2]] })).toEqual({
    deviations: [1, 1],
    cost: 20,
    said: ['maths 7A runs across the break after Mo2', 'PE 7B runs across the break after Mo4'],
  });
  expect(judge(rule, { maths: [[TU[3], 2]] }).cost).toBe(10);
});
