import { expect, test } from 'vitest';
import type { LinkEvents } from '../model/index.ts';
import { FINE, judge, LESSONS_OF_7A, MO, SOFT } from '../testing/three-lessons.ts';

const rule: LinkEvents = { ...SOFT, kind: 'linkEvents', appliesTo: { eventGroups: [LESSONS_OF_7A] } };

test('events without a time are nowhere apart', () => {
  expect(judge(rule, {})).toEqual(FINE);
});

test('each time at which only some go on costs one', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[1]]] })).toEqual({ deviations: [1], cost: 10, said: ['of lessons of 7A only 1 of 2 go on at Mo1'] });
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[3]]] }).deviations).toEqual([3]);
});

test('an event that overlaps itself goes on once', () => {
  expect(judge(rule, { maths: [[MO[1]], [MO[1]]], finnish: [[MO[1]]] })).toEqual(FINE);
});
