import { expect, test } from 'vitest';
import type { DistributeSplitEvents } from '../model/index.ts';
import { FINE, judge, MATHS, SOFT } from '../testing/three-lessons.ts';

const rule: DistributeSplitEvents = { ...SOFT, kind: 'distributeSplitEvents', appliesTo: { events: [MATHS], eventGroups: [] }, duration: 1, limits: { minimum: 1, maximum: 1 } };

test('so many meets of the length cost nothing, whatever the other meets', () => {
  expect(judge({ ...rule, duration: 2 }, { maths: [[0, 2]] })).toEqual(FINE);
});

test('too few and too many cost their number', () => {
  expect(judge(rule, { maths: [[0, 2]] })).toEqual({ deviations: [1], cost: 10, said: ['maths 7A has 0 meets of length 1, at least 1 wanted'] });
  expect(judge(rule, { maths: [[0], [4]] })).toEqual({ deviations: [1], cost: 10, said: ['maths 7A has 2 meets of length 1, at most 1 wanted'] });
});
