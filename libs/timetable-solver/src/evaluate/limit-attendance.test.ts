import { expect, test } from 'vitest';
import type { LimitAttendance } from '../model/index.ts';
import { FINE, judge, MATHS, MO, MONDAY, PE, SOFT, TU } from '../testing/three-lessons.ts';

const rule: LimitAttendance = {
  ...SOFT,
  kind: 'limitAttendance',
  events: [
    { event: MATHS, size: 20 },
    { event: PE, size: 24 },
  ],
  capacity: 40,
  during: { times: [], timeGroups: [MONDAY] },
};

test('as many as have room, and any number at other times, cost nothing', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[2], 2]] })).toEqual(FINE);
  expect(judge(rule, { maths: [[TU[0], 2]], pe: [[TU[0], 2]] })).toEqual(FINE);
});

test('each person too many costs one, per time', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[1], 2]] })).toEqual({ deviations: [4], cost: 40, said: ['44 people at Mo2, at most 40 have room: maths 7A, PE 7B'] });
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[0], 2]] }).deviations).toEqual([8]);
});
