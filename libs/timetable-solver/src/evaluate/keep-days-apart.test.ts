import { expect, test } from 'vitest';
import type { KeepDaysApart } from '../model/index.ts';
import { ALL_LESSONS, FINE, judge, LESSONS_OF_7A, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: KeepDaysApart = { ...SOFT, kind: 'keepDaysApart', appliesTo: { eventGroups: [LESSONS_OF_7A] }, timeGroups: [MONDAY, TUESDAY], days: 1, allowsDoubles: false };

test('one a day costs nothing, and so does what has no time', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[TU[0]]] })).toEqual(FINE);
  expect(judge(rule, { maths: [[MO[0]], [-1]] })).toEqual(FINE);
});

test('each pair costs the days that are missing', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[3]]] })).toEqual({
    deviations: [1],
    cost: 10,
    said: ['lessons of 7A has meets 0 days apart, at Mo1 and Mo4, at least 1 wanted'],
  });
  // Two on Monday (2 missing), each of them one day from Tuesday (1 missing each).
  expect(judge({ ...rule, appliesTo: { eventGroups: [ALL_LESSONS] }, days: 2 }, { maths: [[MO[0]], [MO[2]]], finnish: [[TU[0]]] }).deviations).toEqual([4]);
});

test('two that make a double may be allowed, a gap between them not', () => {
  const double: KeepDaysApart = { ...rule, allowsDoubles: true };
  expect(judge(double, { maths: [[MO[0], 2]], finnish: [[MO[2]]] })).toEqual(FINE);
  expect(judge(double, { maths: [[MO[0], 2]], finnish: [[MO[3]]] }).cost).toBe(10);
});
