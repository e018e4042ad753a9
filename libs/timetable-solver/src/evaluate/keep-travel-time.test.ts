import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { KeepTravelTime } from '../model/index.ts';
import { AINO, FINE, GYM, judge, MO, MONDAY, place, ROOM_101, SOFT, threeLessons, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: KeepTravelTime = { ...SOFT, kind: 'keepTravelTime', appliesTo: { resources: [AINO], resourceGroups: [] }, timeGroups: [MONDAY, TUESDAY], gap: 1 };

test('the same premises, a gap, a night and a lesson without premises cost nothing', () => {
  expect(judge(rule, { maths: [[MO[0], 2, GYM]], pe: [[MO[2], 2, GYM]] })).toEqual(FINE);
  expect(judge(rule, { maths: [[MO[0], 1, ROOM_101], [MO[3], 1, GYM]], pe: [[TU[0], 2, ROOM_101]] })).toEqual(FINE);
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[2], 2, GYM]] })).toEqual(FINE);
});

test('each change without time to travel costs what is missing', () => {
  expect(judge(rule, { maths: [[MO[0], 2, ROOM_101]], pe: [[MO[2], 2, GYM]] })).toEqual({
    deviations: [1],
    cost: 10,
    said: ['Aino has 0 free times to get from main building to sports hall before Mo3, at least 1 wanted'],
  });
  expect(judge({ ...rule, gap: 2 }, { maths: [[MO[0], 1, ROOM_101], [MO[3], 1, ROOM_101]], pe: [[MO[2], 1, GYM], [-1]] })).toMatchObject({ deviations: [3] });
});

test('a lesson without a room is where its event is', () => {
  const school = threeLessons(rule);
  const events = school.events.map((event, index) => (index === 0 ? { ...event, site: 0 } : event));
  expect(evaluate({ ...school, events }, place({ maths: [[MO[0], 2]], pe: [[MO[2], 2, GYM]] })).objective).toBe(10);
});
