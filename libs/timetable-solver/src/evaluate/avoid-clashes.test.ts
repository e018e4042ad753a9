import { expect, test } from 'vitest';
import type { AvoidClashes } from '../model/index.ts';
import { AINO, CLASSES, FINE, judge, MO, SOFT, TEACHERS } from '../testing/three-lessons.ts';

const rule: AvoidClashes = { ...SOFT, kind: 'avoidClashes', appliesTo: { resources: [], resourceGroups: [TEACHERS, CLASSES] } };

test('lessons side by side cost nothing', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[2]]], pe: [[MO[2], 2]] })).toEqual(FINE);
});

test('each time with two lessons costs one, for each of those who are at both', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[1]]], pe: [[MO[1], 2]] })).toEqual({
    deviations: [1, 1],
    cost: 20,
    said: ['Aino has 2 lessons at Mo2: maths 7A, PE 7B', '7A has 2 lessons at Mo2: maths 7A, Finnish 7A'],
  });
});

test('one who is named twice counts twice', () => {
  const twice: AvoidClashes = { ...rule, appliesTo: { resources: [AINO], resourceGroups: [TEACHERS] } };
  expect(judge(twice, { maths: [[MO[0], 2]], pe: [[MO[0], 2]] }).deviations).toEqual([2, 2]);
});

test('what runs past the last time clashes with nothing there', () => {
  expect(judge(rule, { maths: [[7, 2]], finnish: [[0]] })).toEqual(FINE);
});
