import { expect, test } from 'vitest';
import type { OrderEvents } from '../model/index.ts';
import { FINE, FINNISH, judge, MATHS, MO, SOFT } from '../testing/three-lessons.ts';

const rule: OrderEvents = { ...SOFT, kind: 'orderEvents', pairs: [{ first: MATHS, second: FINNISH, separation: { minimum: 1, maximum: 2 } }] };

test('a separation within the limits costs nothing, and so does a pair that is not wholly placed', () => {
  expect(judge(rule, { maths: [[MO[0], 1], [MO[1], 1]], finnish: [[MO[3]]] })).toEqual(FINE);
  expect(judge(rule, { maths: [[MO[3]], [-1]], finnish: [[MO[0]]] })).toEqual(FINE);
});

test('too early and too late cost what is missing', () => {
  expect(judge(rule, { maths: [[MO[1], 2]], finnish: [[MO[0]]] })).toEqual({
    deviations: [4],
    cost: 40,
    said: ['Finnish 7A begins -3 times after the end of maths 7A, at least 1 wanted'],
  });
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[5]] })).toMatchObject({ deviations: [1] });
});

test('without a maximum nothing is too late', () => {
  const open: OrderEvents = { ...rule, pairs: [{ first: MATHS, second: FINNISH, separation: { minimum: 0, maximum: Number.POSITIVE_INFINITY } }] };
  expect(judge(open, { maths: [[MO[0], 2]], finnish: [[7]] })).toEqual(FINE);
});
