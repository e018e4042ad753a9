import { expect, test } from 'vitest';
import type { KeepLocks } from '../model/index.ts';
import { FINE, GYM, judge, MATHS, MO, PE, ROOM_101, SOFT, TU } from '../testing/three-lessons.ts';

const rule: KeepLocks = {
  ...SOFT,
  kind: 'keepLocks',
  locks: [
    { event: MATHS, time: MO[0], duration: 1 },
    { event: MATHS, time: TU[0], duration: 1 },
    { event: PE, time: MO[2], duration: 2, resources: [undefined, undefined, GYM] },
  ],
};

test('what stands where it is locked costs nothing', () => {
  expect(judge(rule, { maths: [[TU[0]], [MO[0], 1, ROOM_101]], pe: [[MO[2], 2, GYM]] })).toEqual(FINE);
});

test('each broken lock costs one: another time, another length, another room', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[2], 2, ROOM_101]] })).toEqual({
    deviations: [2, 1],
    cost: 30,
    said: ['maths 7A is locked to Mo1 and is not there', 'maths 7A is locked to Tu1 and is not there', 'PE 7B is locked to Mo3 with gym and is not there'],
  });
});
