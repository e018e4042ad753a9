import { expect, test } from 'vitest';
import { readRegisterKey, type MarkOption } from './marks.ts';

const options: MarkOption<'present' | 'absent' | 'late'>[] = [
  { value: 'present', label: 'Läsnä', icon: 'check', tone: 'success', shortcut: 'L' },
  { value: 'absent', label: 'Poissa', icon: 'absent', tone: 'danger', shortcut: 'P' },
  { value: 'late', label: 'Myöhässä', icon: 'clock', tone: 'attention', shortcut: 'M' },
];

test.each([
  ['p', { kind: 'mark', value: 'absent' }],
  ['L', { kind: 'mark', value: 'present' }],
  ['3', { kind: 'mark', value: 'late' }],
  ['ArrowDown', { kind: 'move', row: 1, column: 0 }],
  ['Enter', { kind: 'move', row: 1, column: 0 }],
  ['ArrowLeft', { kind: 'move', row: 0, column: -1 }],
  ['4', undefined],
  ['x', undefined],
  ['Tab', undefined],
])('%s', (key, expected) => {
  expect(readRegisterKey(key, options)).toEqual(expected);
});
