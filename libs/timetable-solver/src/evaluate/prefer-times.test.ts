import { expect, test } from 'vitest';
import type { PreferTimes } from '../model/index.ts';
import { FINE, judge, MATHS, MO, MORNINGS, SOFT, TU } from '../testing/three-lessons.ts';

const rule: PreferTimes = { ...SOFT, kind: 'preferTimes', appliesTo: { events: [MATHS], eventGroups: [] }, preferred: { times: [MO[0], MO[2]], timeGroups: [MORNINGS] } };

test('wanted times cost nothing, whether named alone or in a group, and so does no time at all', () => {
  expect(judge(rule, { maths: [[MO[2]], [TU[1]]] })).toEqual(FINE);
  expect(judge(rule, {})).toEqual(FINE);
});

test('a meet that begins elsewhere costs its duration', () => {
  expect(judge(rule, { maths: [[MO[3], 2]] })).toEqual({ deviations: [2], cost: 20, said: ['maths 7A begins at Mo4, which is none of the times wanted'] });
});

test('only the start counts: a double may run out of the wanted times', () => {
  expect(judge(rule, { maths: [[MO[1], 2]] })).toEqual(FINE);
});

test('with a duration named, meets of another length are not judged', () => {
  expect(judge({ ...rule, duration: 2 }, { maths: [[MO[3]], [TU[3]]] })).toEqual(FINE);
  expect(judge({ ...rule, duration: 1 }, { maths: [[MO[3]], [TU[3]]] }).cost).toBe(20);
});
