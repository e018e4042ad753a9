import { addDays } from '@digione/local-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, haveOverlap, holds, isCovered, mergeDays, overlap, type Days } from './periods.ts';

const day = (offset: number): string => addDays('2025-01-01', offset);
const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 })).map(([from, length]): Days => ({ from: day(from), to: day(from + length) }));
const everyDay = Array.from({ length: 60 }, (_, offset) => day(offset));
const holdsOn = (stretches: readonly Days[], date: string): boolean => stretches.some(({ from, to }) => from <= date && date <= to);

test('merged stretches hold the same days, in order, with a day between any two', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
      const merged = mergeDays(stretches);
      expect(everyDay.filter((date) => holdsOn(merged, date))).toEqual(everyDay.filter((date) => holdsOn(stretches, date)));
      for (const [index, { from }] of merged.entries()) if (index > 0) expect(addDays(merged[index - 1]!.to, 1) < from).toBe(true);
    }),
    { seed: 20261123 },
  );
});

test('a stretch is covered when each of its days is', () => {
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 5 }), (inner, stretches) => {
      const own = everyDay.filter((date) => holdsOn([inner], date));
      expect(isCovered(inner, stretches)).toBe(own.every((date) => holdsOn(stretches, date)));
    }),
    { seed: 20261123 },
  );
});

test('two stretches overlap when they share a day', () => {
  fc.assert(
    fc.property(stretch, stretch, (one, other) => {
      expect(overlap(one, other)).toBe(everyDay.some((date) => holdsOn([one], date) && holdsOn([other], date)));
    }),
    { seed: 20261123 },
  );
});

test('an open period goes on, one without a beginning has always been', () => {
  expect(holds({ from: '2025-08-01' }, '2099-01-01')).toBe(true);
  expect(holds({ to: '2025-08-01' }, '1999-01-01')).toBe(true);
  expect(holds({ to: '2025-08-01' }, '2025-08-02')).toBe(false);
  expect(daysOf({ from: '2025-08-01' }, '2026-05-30')).toEqual({ from: '2025-08-01', to: '2026-05-30' });
  expect(haveOverlap([{ from: '2025-08-01' }], [{ to: '2025-08-01' }])).toBe(true);
  expect(mergeDays([daysOf({ from: '2025-08-01' }), daysOf({ from: '2026-08-01', to: '2027-05-30' })])).toHaveLength(1);
});
