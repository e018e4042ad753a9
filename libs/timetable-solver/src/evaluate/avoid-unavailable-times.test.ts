import { expect, test } from 'vitest';
import type { AvoidUnavailableTimes } from '../model/index.ts';
import { AINO, FINE, judge, MO, MORNINGS, SOFT, TU } from '../testing/three-lessons.ts';

const rule: AvoidUnavailableTimes = {
  ...SOFT,
  kind: 'avoidUnavailableTimes',
  appliesTo: { resources: [AINO], resourceGroups: [] },
  unavailable: { times: [MO[0], MO[2]], timeGroups: [MORNINGS] },
};

test('work at other times costs nothing', () => {
  expect(judge(rule, { maths: [[TU[2], 2]], finnish: [[MO[0]]] })).toEqual(FINE);
});

test('each busy time costs one, however it is named and however many lessons there are', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], pe: [[MO[0], 2]] })).toEqual({
    deviations: [2],
    cost: 20,
    said: ['Aino is busy at Mo1, when it should be free', 'Aino is busy at Mo2, when it should be free'],
  });
});
