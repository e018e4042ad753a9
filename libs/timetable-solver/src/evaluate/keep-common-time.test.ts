import { expect, test } from 'vitest';
import type { KeepCommonTime } from '../model/index.ts';
import { FINE, judge, MO, SOFT, TEACHERS, TU } from '../testing/three-lessons.ts';

const rule: KeepCommonTime = { ...SOFT, kind: 'keepCommonTime', appliesTo: { resources: [], resourceGroups: [TEACHERS] }, among: { times: [MO[3], TU[3]], timeGroups: [] }, amount: 1 };

test('one time at which all are free is enough', () => {
  expect(judge(rule, { maths: [[MO[2], 2]], finnish: [[TU[0]]] })).toEqual(FINE);
});

test('where one of them is always busy the team cannot meet', () => {
  expect(judge(rule, { maths: [[MO[2], 2]], finnish: [[TU[3]]] })).toEqual({ deviations: [1], cost: 10, said: ['0 common free times for Aino, Eino, at least 1 wanted'] });
  expect(judge({ ...rule, amount: 4 }, {}).deviations).toEqual([2]);
});
