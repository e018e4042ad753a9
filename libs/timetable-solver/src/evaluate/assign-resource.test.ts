import { expect, test } from 'vitest';
import type { AssignResource } from '../model/index.ts';
import { ALL_LESSONS, FINE, GYM, judge, ROOM_101, SOFT } from '../testing/three-lessons.ts';

const rule: AssignResource = { ...SOFT, kind: 'assignResource', role: 'room', appliesTo: { events: [], eventGroups: [ALL_LESSONS] } };

test('a lesson without the role needs nobody', () => {
  expect(judge(rule, { maths: [[-1, 2, ROOM_101]], pe: [[-1, 2, GYM]] })).toEqual(FINE);
});

test('a role that nobody fills costs the duration of those meets', () => {
  expect(judge(rule, { maths: [[0, 1, ROOM_101], [4]], pe: [[0, 2, GYM]] })).toEqual({
    deviations: [1],
    cost: 10,
    said: ['maths 7A has nobody as room for 1 of its 2 lessons'],
  });
});
