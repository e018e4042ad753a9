import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import {
  contains,
  containsRange,
  dateRange,
  formatDateRange,
  intersect,
  lastDay,
  merge,
  overlaps,
  parseDateRange,
  rangeOfDays,
  subtract,
  type DateRange,
} from './date-range.ts';

const START = '2026-07-20';
const days = Array.from({ length: 60 }, (_, index) => addDays(START, index));
const range: fc.Arbitrary<DateRange> = fc
  .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 15 }), open: fc.boolean() })
  .map(({ start, length, open }) => dateRange(addDays(START, start), open ? null : addDays(START, start + length)));
const daysOf = (...ranges: readonly DateRange[]): string[] => days.filter((day) => ranges.some((each) => contains(each, day)));

describe('text of PostgreSQL', () => {
  it.each([
    ['[2026-08-01,2027-08-01)', '2026-08-01', '2027-08-01'],
    ['[2026-08-01,)', '2026-08-01', null],
    ['[2026-08-01,infinity)', '2026-08-01', null],
    ['[2026-08-01,2027-07-31]', '2026-08-01', '2027-08-01'],
    ['(2026-07-31,2027-08-01)', '2026-08-01', '2027-08-01'],
    ['["2026-08-01","2027-08-01")', '2026-08-01', '2027-08-01'],
  ])('reads %s', (text, from, to) => {
    expect(parseDateRange(text)).toEqual({ from, to });
  });

  it.each(['empty', '', '(,2027-01-01)', '[2026-02-30,)', '[2026-08-01,2026-08-01)', '[2026-08-02,2026-08-01]', '[2026-08-01'])(
    'refuses %j',
    (text) => {
      expect(() => parseDateRange(text)).toThrow(RangeError);
    },
  );

  it('writes what it reads', () => {
    fc.assert(fc.property(range, (each) => { expect(parseDateRange(formatDateRange(each))).toEqual(each); }));
  });
});

describe('days as people state them', () => {
  it('include the last', () => {
    expect(rangeOfDays('2026-08-06', '2027-06-05')).toEqual({ from: '2026-08-06', to: '2027-06-06' });
    expect(lastDay({ from: '2026-08-06', to: '2027-06-06' })).toBe('2027-06-05');
    expect(lastDay(rangeOfDays('2026-08-06', null))).toBeNull();
    expect(contains(rangeOfDays('2026-08-06', '2026-08-06'), '2026-08-06')).toBe(true);
    expect(() => rangeOfDays('2026-08-06', '2026-08-05')).toThrow(RangeError);
  });
});

describe('ranges as sets of days', () => {
  it('intersect in the shared days', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const shared = intersect(a, b);
        const expected = daysOf(a).filter((day) => contains(b, day));
        expect(shared ? daysOf(shared) : []).toEqual(expected);
        expect(overlaps(a, b)).toBe(expected.length > 0);
        expect(overlaps(b, a)).toBe(overlaps(a, b));
      }),
    );
  });

  it('subtract to the days left', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(daysOf(...subtract(a, b))).toEqual(daysOf(a).filter((day) => !contains(b, day)));
        expect(subtract(a, b).length).toBeLessThanOrEqual(2);
        expect(containsRange(b, a)).toBe(subtract(a, b).length === 0);
      }),
    );
  });

  it('merge to the same days in fewest, ordered ranges', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const merged = merge(ranges);
        expect(daysOf(...merged)).toEqual(daysOf(...ranges));
        merged.slice(1).forEach((each, index) => {
          const before = merged[index]?.to ?? null;
          expect(before !== null && before < each.from).toBe(true);
        });
      }),
    );
  });

  it('touching ranges do not overlap, and merge', () => {
    const autumn = dateRange('2026-08-01', '2027-01-01');
    const spring = dateRange('2027-01-01', '2027-08-01');
    expect(overlaps(autumn, spring)).toBe(false);
    expect(merge([spring, autumn])).toEqual([dateRange('2026-08-01', '2027-08-01')]);
  });
});
