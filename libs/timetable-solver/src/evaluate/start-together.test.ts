import { expect, test } from 'vitest';
import type { StartTogether } from '../model/index.ts';
import { ALL_LESSONS, FINE, judge, LESSONS_OF_7A, MO, SOFT, TU } from '../testing/three-lessons.ts';

const rule: StartTogether = { ...SOFT, kind: 'startTogether', appliesTo: { eventGroups: [LESSONS_OF_7A] } };

test('lessons of different length that begin together cost nothing, and so do lessons without a time', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[0]]] })).toEqual(FINE);
  expect(judge(rule, {})).toEqual(FINE);
});

test('each time at which only some begin costs one', () => {
  expect(judge(rule, { maths: [[MO[0]], [TU[0]]], finnish: [[TU[0]]] })).toEqual({ deviations: [1], cost: 10, said: ['of lessons of 7A only 1 of 2 begin at Mo1'] });
  expect(judge({ ...rule, appliesTo: { eventGroups: [ALL_LESSONS] } }, { maths: [[MO[0], 2]], finnish: [[MO[1]]], pe: [[MO[1], 2]] }).deviations).toEqual([2]);
});
