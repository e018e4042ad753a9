import { expect, test } from 'vitest';
import { keepsTeacher, nextGroupName, nextName, yearLater, yearName } from './names.ts';

test.each([
  ['5A', 5, '6A'],
  ['9 C', 9, '10 C'],
  ['1-2A', 1, undefined],
  ['pienryhmä', 5, undefined],
  ['55', 5, undefined],
  ['5A', null, undefined],
])('%s of grade %s becomes %s', (name, grade, next) => {
  expect(nextName(name, grade)).toBe(next);
});

test('groups called after their class follow it, others keep their names', () => {
  expect(nextGroupName('5A MA', '5A', '6A')).toBe('6A MA');
  expect(nextGroupName('Kuoro', '5A', '6A')).toBe('Kuoro');
});

test('a class keeps its teacher but where another begins by custom', () => {
  expect([1, 2, 3, 6, 7, null].map(keepsTeacher)).toEqual([true, false, true, false, true, false]);
});

test('the next school year', () => {
  expect([yearLater('2026-08-01'), yearName('2027-08-01')]).toEqual(['2027-08-01', '2027–2028']);
});
