import { expect, test } from 'vitest';
import type { SplitEvents } from '../model/index.ts';
import { FINE, judge, MATHS, SOFT } from '../testing/three-lessons.ts';

const rule: SplitEvents = {
  ...SOFT,
  kind: 'splitEvents',
  appliesTo: { events: [MATHS], eventGroups: [] },
  durations: { minimum: 1, maximum: 1 },
  amounts: { minimum: 2, maximum: 2 },
};

test('the wanted meets cost nothing', () => {
  expect(judge(rule, { maths: [[0], [4]] })).toEqual(FINE);
});

test('a meet too long and a meet too few cost one each', () => {
  expect(judge(rule, { maths: [[0, 2]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['maths 7A has a meet of 2, at most 1 wanted', 'maths 7A falls into 1 meet, at least 2 wanted'],
  });
});

test('meets too short cost one each, meets too many by their number', () => {
  const double: SplitEvents = { ...rule, durations: { minimum: 2, maximum: 3 }, amounts: { minimum: 1, maximum: 1 }, costFunction: 'quadratic' };
  expect(judge(double, { maths: [[0], [4]] })).toMatchObject({ deviations: [3], cost: 90 });
});
