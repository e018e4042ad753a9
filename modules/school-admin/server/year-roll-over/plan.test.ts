import { expect, test } from 'vitest';
import { planClasses } from './plan.ts';

const plan = (classes: [string, number | null][], hasNextSchool = false) =>
  planClasses(classes.map(([name, gradeLevel]) => ({ homeroomId: name, name, gradeLevel })), hasNextSchool).map(({ toName, toGrade, action }) => [toName, toGrade, action]);

test('a school of grades 1–9: all move up, the ninth leaves, small groups go on under their names', () => {
  expect(plan([['1A', 1], ['8B', 8], ['9A', 9], ['Pienryhmä', null], ['Valo', 4]])).toEqual([['2A', 2, 'moves-up'], ['9B', 9, 'moves-up'], [null, null, 'leaves'], ['Pienryhmä', null, 'moves-up'], ['Valo', 5, 'moves-up']]);
});

test('a school of grades 1–6: the sixth goes on to the next school, or waits until one is known', () => {
  expect(plan([['5A', 5], ['6A', 6]])).toEqual([['6A', 6, 'moves-up'], [null, null, 'waits']]);
  expect(plan([['5A', 5], ['6A', 6]], true)).toEqual([['6A', 6, 'moves-up'], [null, null, 'changes-school']]);
});

test('pre-primary ends with its year; upper-secondary groups go on', () => {
  expect(plan([['Esiopetus', 0], ['1A', 1]])).toEqual([[null, null, 'leaves'], ['2A', 2, 'moves-up']]);
  expect(plan([['24A', null]])).toEqual([['24A', null, 'moves-up']]);
});
