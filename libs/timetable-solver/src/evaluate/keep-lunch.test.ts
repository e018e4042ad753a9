import { expect, test } from 'vitest';
import type { KeepLunch } from '../model/index.ts';
import { CLASS_7A, FINE, judge, MO, MONDAY, SOFT, TU, TUESDAY } from '../testing/three-lessons.ts';

const rule: KeepLunch = {
  ...SOFT,
  kind: 'keepLunch',
  appliesTo: { resources: [CLASS_7A], resourceGroups: [] },
  windows: [
    { day: MONDAY, times: [MO[1], MO[2]] },
    { day: TUESDAY, times: [TU[1], TU[2]] },
  ],
  free: 1,
};

test('one free time in the window is a lunch; a day without lessons needs none', () => {
  expect(judge(rule, { maths: [[MO[0], 2]], finnish: [[MO[3]]] })).toEqual(FINE);
  expect(judge({ ...rule, free: 9 }, {})).toEqual(FINE);
});

test('a full window costs what is missing', () => {
  expect(judge(rule, { maths: [[MO[1], 2]] })).toEqual({ deviations: [1], cost: 10, said: ['7A has 0 free times for lunch on Monday, at least 1 wanted'] });
  expect(judge({ ...rule, free: 2, costFunction: 'quadratic' }, { maths: [[MO[1], 2]], finnish: [[TU[2]]] })).toMatchObject({ deviations: [3], cost: 90 });
});
