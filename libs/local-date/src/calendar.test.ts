import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { age, birthday18 } from './age.ts';
import { addDays, diffDays, fromEpochDay, isLocalDate, parseLocalDate, toEpochDay } from './calendar.ts';
import { isoWeek, mondayOfIsoWeek, startOfWeek, weekday, weeksInIsoYear } from './week.ts';

const epochDay = fc.integer({ min: toEpochDay('0001-01-08'), max: toEpochDay('9999-12-24') });
const date = epochDay.map(fromEpochDay);
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('which texts are dates', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-11-23'])('%s is', (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '2026-01-01 ',
    '2026/01/01',
    '2026-01-01T00:00',
    '26-01-01',
    '-026-01-01',
    '2026-1a-01',
    '２026-01-01',
    '',
  ])('%j is not', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => parseLocalDate(text)).toThrow(RangeError);
  });

  it('refuses what is not text', () => {
    expect([20260101, null, undefined, {}].map(isLocalDate)).toEqual([false, false, false, false]);
  });

  it('agrees with Date on every day number', () => {
    fc.assert(
      fc.property(epochDay, (day) => {
        expect(fromEpochDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(toEpochDay(fromEpochDay(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses years it cannot write', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it('adds over month, year and leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('adding the difference leads to the other day', () => {
    fc.assert(fc.property(date, date, (from, to) => { expect(addDays(from, diffDays(from, to))).toBe(to); }));
  });

  it('orders as text as it does by count', () => {
    fc.assert(fc.property(date, date, (a, b) => { expect(a < b).toBe(diffDays(a, b) > 0); }));
  });
});

describe('weeks', () => {
  it('knows the weekday', () => {
    fc.assert(fc.property(date, (on) => { expect(weekday(on) % 7).toBe(utc(on).getUTCDay()); }));
  });

  it.each([
    ['2026-11-23', 2026, 48],
    ['2027-01-03', 2026, 53],
    ['2024-12-30', 2025, 1],
    ['2021-01-01', 2020, 53],
    ['2023-01-01', 2022, 52],
  ])('%s lies in week %i/%i', (on, year, week) => {
    expect(isoWeek(on)).toEqual({ year, week });
  });

  it('counts 53 weeks where the calendar has them', () => {
    const long = Array.from({ length: 30 }, (_, index) => 2000 + index).filter((year) => weeksInIsoYear(year) === 53);
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
  });

  it('finds the Monday again from the number', () => {
    fc.assert(
      fc.property(date, (on) => {
        const { year, week } = isoWeek(on);
        expect(mondayOfIsoWeek(year, week)).toBe(startOfWeek(on));
        expect(weekday(startOfWeek(on))).toBe(1);
      }),
    );
  });

  it('refuses a week the year lacks', () => {
    expect(() => mondayOfIsoWeek(2025, 53)).toThrow(RangeError);
    expect(mondayOfIsoWeek(2026, 53)).toBe('2026-12-28');
  });
});

describe('age', () => {
  it.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-05-05', '2026-05-05', 0],
    ['2026-05-05', '2026-05-04', -1],
  ])('born %s is on %s %i years old', (born, on, years) => {
    expect(age(born, on)).toBe(years);
  });

  it('turns 18 on the birthday', () => {
    expect(birthday18('2008-11-23')).toBe('2026-11-23');
    expect(birthday18('2008-02-29')).toBe('2026-02-28');
    const born = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2100-01-01') }).map(fromEpochDay);
    fc.assert(
      fc.property(born, (on) => {
        expect(age(on, birthday18(on))).toBe(18);
        expect(age(on, addDays(birthday18(on), -1))).toBe(17);
      }),
    );
  });
});
