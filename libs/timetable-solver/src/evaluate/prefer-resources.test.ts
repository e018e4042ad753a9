import { expect, test } from 'vitest';
import type { PreferResources } from '../model/index.ts';
import { ALL_LESSONS, FINE, GYM, judge, ROOM_101, ROOMS, SOFT } from '../testing/three-lessons.ts';

const rule: PreferResources = { ...SOFT, kind: 'preferResources', role: 'room', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, resources: [ROOM_101], resourceGroups: [] };

test('those named, and nobody at all, cost nothing', () => {
  expect(judge(rule, { maths: [[0, 2, ROOM_101]] })).toEqual(FINE);
  expect(judge({ ...rule, resources: [], resourceGroups: [ROOMS] }, { maths: [[0, 2, ROOM_101]], pe: [[4, 2, GYM]] })).toEqual(FINE);
});

test('another costs the duration of its meets', () => {
  expect(judge(rule, { maths: [[0, 1, GYM], [4, 1, ROOM_101]], pe: [[0, 2, GYM]] })).toEqual({
    deviations: [1, 2],
    cost: 30,
    said: ['maths 7A has gym as room, who is none of those wanted', 'PE 7B has gym as room, who is none of those wanted'],
  });
});
