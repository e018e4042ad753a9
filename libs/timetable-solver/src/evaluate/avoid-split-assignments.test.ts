import { expect, test } from 'vitest';
import type { AvoidSplitAssignments } from '../model/index.ts';
import { ALL_LESSONS, FINE, GYM, judge, ROOM_101, SOFT } from '../testing/three-lessons.ts';

const rule: AvoidSplitAssignments = { ...SOFT, kind: 'avoidSplitAssignments', role: 'room', appliesTo: { eventGroups: [ALL_LESSONS] } };

test('one for all costs nothing; where nobody is chosen yet nobody is different', () => {
  expect(judge(rule, { maths: [[0, 2, GYM]], pe: [[4, 1, GYM], [5]] })).toEqual(FINE);
});

test('each more than one costs one', () => {
  expect(judge(rule, { maths: [[0, 1, ROOM_101], [5, 1, GYM]], pe: [[4, 2, GYM]] })).toEqual({
    deviations: [1],
    cost: 10,
    said: ['all lessons has 2 different rooms (101, gym), one wanted'],
  });
});
