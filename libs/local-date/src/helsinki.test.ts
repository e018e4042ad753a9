import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHelsinki, helsinkiOffset, toHelsinki } from './helsinki.ts';
import { fromMinutes, isLocalTime, toMinutes } from './local-time.ts';

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' });
const byIntl = (iso: string): string => format.format(Date.parse(iso)).replace(',', '');
const byUs = (iso: string): string => {
  const { date, time } = toHelsinki(iso);
  return `${date} ${time}`;
};
const instants = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: Date.parse(from), max: Date.parse(to) }).map((ms) => new Date(ms).toISOString());

describe('the clock in Finland', () => {
  it('agrees with the time zone database since 1996', () => {
    fc.assert(
      fc.property(instants('1996-01-01T00:00:00Z', '2037-12-31T23:59:59Z'), (iso) => { expect(byUs(iso)).toBe(byIntl(iso)); }),
      { numRuns: 3000 },
    );
  });

  it('agrees with it around every change of clocks, to the minute', () => {
    for (let year = 1996; year <= 2037; year++) {
      for (const month of ['03', '10']) {
        for (let day = 24; day <= 31; day++) {
          for (const minute of ['T00:59:59.999Z', 'T01:00:00.000Z']) {
            const iso = `${year}-${month}-${day}${minute}`;
            expect(byUs(iso)).toBe(byIntl(iso));
          }
        }
      }
    }
  });

  it('agrees with it before the common rule', () => {
    fc.assert(
      fc.property(instants('1922-01-01T00:00:00Z', '1995-12-31T23:59:59Z'), (iso) => { expect(byUs(iso)).toBe(byIntl(iso)); }),
      { numRuns: 300 },
    );
  });

  it('reads the instants that JSON and PostgreSQL write', () => {
    const expected = { date: '2026-11-24', time: '09:15' };
    for (const text of [
      '2026-11-24T07:15:00.000Z',
      '2026-11-24T07:15Z',
      '2026-11-24 07:15:59.123456+00',
      '2026-11-24T09:15:00+02:00',
      '2026-11-24T02:15:00-0500',
    ]) {
      expect(toHelsinki(text)).toEqual(expected);
    }
    expect(helsinkiOffset('2026-07-01T00:00:00Z')).toBe(10_800);
  });

  it.each(['2026-11-24T07:15:00', '2026-11-24', '2026-02-30T07:15:00Z', '2026-11-24T24:00:00Z', ''])('refuses %j', (text) => {
    expect(() => toHelsinki(text)).toThrow(RangeError);
  });
});

describe('from the clock to the instant', () => {
  it('leads back to the same clock, but where the clock jumps', () => {
    fc.assert(
      fc.property(instants('1970-01-01T00:00:00Z', '2037-12-31T23:59:59Z'), (iso) => {
        const shown = toHelsinki(iso);
        expect(toHelsinki(fromHelsinki(shown.date, shown.time))).toEqual(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['an ordinary winter day', '2026-11-24', '09:20', '2026-11-24T07:20:00.000Z'],
    ['an ordinary summer day', '2026-08-10', '09:20', '2026-08-10T06:20:00.000Z'],
    ['before the spring gap', '2027-03-28', '02:59', '2027-03-28T00:59:00.000Z'],
    ['in the spring gap: later', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    ['after the spring gap', '2027-03-28', '04:00', '2027-03-28T01:00:00.000Z'],
    ['before the autumn overlap', '2026-10-25', '02:59', '2026-10-24T23:59:00.000Z'],
    ['in the autumn overlap: earlier', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['after the autumn overlap', '2026-10-25', '04:00', '2026-10-25T02:00:00.000Z'],
    ['the end of the calendar', '9999-12-31', '23:59', '9999-12-31T21:59:00.000Z'],
  ])('%s', (_, date, time, instant) => {
    expect(fromHelsinki(date, time)).toBe(instant);
  });

  it('refuses dates and times that do not exist', () => {
    expect(() => fromHelsinki('2026-02-30', '09:00')).toThrow(RangeError);
    expect(() => fromHelsinki('2026-02-03', '24:00')).toThrow(RangeError);
  });
});

describe('times of day', () => {
  it('count in minutes and back', () => {
    for (let minutes = 0; minutes < 1440; minutes++) expect(toMinutes(fromMinutes(minutes))).toBe(minutes);
    expect(['08:00', '8:00', '23:59', '24:00', '12:60', 800].map(isLocalTime)).toEqual([true, false, true, false, false, false]);
    expect(() => fromMinutes(1440)).toThrow(RangeError);
  });
});
