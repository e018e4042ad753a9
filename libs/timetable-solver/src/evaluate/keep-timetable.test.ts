import { expect, test } from 'vitest';
import type { KeepTimetable } from '../model/index.ts';
import { ALL_LESSONS, FINE, GYM, judge, MO, place, ROOM_101, SOFT, TU } from '../testing/three-lessons.ts';

const given = place({ maths: [[MO[0], 2, ROOM_101]], pe: [[TU[0], 2, GYM]] }).events.map((meets, event) => (event === 1 ? [] : meets));
const rule: KeepTimetable = { ...SOFT, kind: 'keepTimetable', appliesTo: { events: [], eventGroups: [ALL_LESSONS] }, given, countsResources: false };

test('the same times in other meets, and events that are new, cost nothing', () => {
  expect(judge(rule, { maths: [[MO[1]], [MO[0]]], finnish: [[MO[3]]], pe: [[TU[0], 2, ROOM_101]] })).toEqual(FINE);
});

test('each time at which a lesson was not before costs one', () => {
  expect(judge(rule, { maths: [[MO[1], 2]], pe: [[MO[2], 2]] })).toEqual({
    deviations: [1, 2],
    cost: 30,
    said: ['maths 7A has moved to Mo3', 'PE 7B has moved to Mo3', 'PE 7B has moved to Mo4'],
  });
});

test('where it matters, another room costs too', () => {
  expect(judge({ ...rule, countsResources: true }, { maths: [[MO[0], 2, ROOM_101]], pe: [[TU[0], 2, ROOM_101]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['PE 7B has others than before at Tu1', 'PE 7B has others than before at Tu2'],
  });
});
