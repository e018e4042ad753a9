import { expect, test } from 'vitest';
import type { AssignTime } from '../model/index.ts';
import { ALL_LESSONS, FINE, judge, SOFT } from '../testing/three-lessons.ts';

const rule: AssignTime = { ...SOFT, kind: 'assignTime', appliesTo: { events: [], eventGroups: [ALL_LESSONS] } };

test('lessons that all have a time cost nothing', () => {
  expect(judge(rule, { maths: [[0, 2]], finnish: [[2]], pe: [[4, 2]] })).toEqual(FINE);
});

test('what has no time costs its duration, per event', () => {
  expect(judge(rule, { maths: [[-1], [0]], finnish: [[2]] })).toEqual({
    deviations: [1, 2],
    cost: 30,
    said: ['maths 7A has no time for 1 of its 2 lessons', 'PE 7B has no time for 2 of its 2 lessons'],
  });
});
