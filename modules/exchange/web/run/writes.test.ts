import { expect, test } from 'vitest';
import { countWrites, isWorthApplying } from './writes.ts';

const counts = { created: 0, changed: 0, unchanged: 12, ended: 0, ignored: 1, refused: 0, skipped: 0 };
const summaryOf = (more: Partial<typeof counts>) => ({ read: 13, counts: { ...counts, ...more }, byEntity: [], problems: { error: 0, warning: 0, notice: 0 } });

test('what would write nothing is not offered to be carried out', () => {
  expect(isWorthApplying({ can: { apply: true }, summary: summaryOf({}) })).toBe(false);
  expect(isWorthApplying({ can: { apply: true }, summary: null })).toBe(false);
});

test.each(['created', 'changed', 'ended'] as const)('one row %s is worth it, where the server allows it', (outcome) => {
  const summary = summaryOf({ [outcome]: 1 });
  expect(countWrites({ summary })).toBe(1);
  expect(isWorthApplying({ can: { apply: true }, summary })).toBe(true);
  expect(isWorthApplying({ can: { apply: false }, summary })).toBe(false);
});
