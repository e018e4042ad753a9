import { expect, test } from 'vitest';
import type { LimitRuns } from '../model/index.ts';
import { AINO, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: LimitRuns = {
  ...SOFT,
  kind: 'limitRuns',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  timeGroups: [MONDAY, TUESDAY],
  limits: { minimum: 1, maximum: 2 },
};

test('a gap and a night end a run', () => {
  expect(judge(rule, { maths: [[MO[0]], [MO[1]]], pe: [[MO[3], 1], [TU[0], 1]] })).toEqual(FINE);
});

test('runs too long and too short cost the difference', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[2], 2]] })).toEqual({ deviations: [2], cost: 20, said: ['Aino has 4 lessons in a row from Mo1, at most 2 wanted'] });
  expect(judge({ ...rule, limits: { minimum: 2, maximum: 4 } }, { maths: [[MO[0]], [MO[2]]] })).toMatchObject({ deviations: [2] });
});
