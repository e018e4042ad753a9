import { describe, expect, test } from 'vitest';
import {
  formatAgo, formatBytes, formatDate, formatDateRange, formatDay, formatMoment, formatNumber, formatPercent, formatTimeRange,
  localized, negotiateLanguage, registerMessages, translate,
} from './index.ts';

describe('language', () => {
  test.each([
    ['sv-FI,sv;q=0.9,fi;q=0.8', undefined, 'sv'],
    ['de,en;q=0.5,fi;q=0.7', undefined, 'fi'],
    ['en-GB', 'sv', 'sv'],
    ['se', undefined, 'fi'],
    ['en;q=0,sv;q=0.1', undefined, 'sv'],
    [undefined, 'xx', 'fi'],
  ])('%s with account %s is %s', (header, preferred, expected) => {
    expect(negotiateLanguage(header, preferred)).toBe(expected);
  });

  test('a text falls back to a language the data has', () => {
    expect(localized({ fi: 'Koulu', sv: 'Skola' }, 'en')).toBe('Koulu');
    expect(localized({ sv: 'Skola', fi: '' }, 'fi')).toBe('Skola');
    expect(localized({}, 'fi')).toBe('');
  });
});

describe('messages', () => {
  test('plural and value in each language', () => {
    registerMessages({
      fi: { 'test.absent': '{count, plural, =0 {Kaikki paikalla} one {# oppilas poissa} other {# oppilasta poissa}}' },
      sv: { 'test.absent': '{count, plural, =0 {Alla på plats} one {# elev borta} other {# elever borta}}' },
      en: { 'test.absent': '{count, plural, =0 {All present} one {# pupil away} other {# pupils away}}' },
    });
    expect(translate('fi', 'test.absent', { count: 2 })).toBe('2 oppilasta poissa');
    expect(translate('sv', 'test.absent', { count: 1 })).toBe('1 elev borta');
    expect(translate('en', 'test.absent', { count: 0 })).toBe('All present');
  });

  test('an unknown key is shown as it is', () => {
    expect(translate('fi', 'test.nowhere')).toBe('test.nowhere');
  });

  test('a message that does not parse names its key', () => {
    const bad = { 'test.bad': '{count, plural, one {#}' };
    expect(() => registerMessages({ fi: bad, sv: bad, en: bad })).toThrow(/test\.bad/);
  });
});

describe('dates', () => {
  const now = '2026-11-23T07:20:00Z';
  const today = '2026-11-23';

  test.each([
    ['fi', '2026-11-23T07:15:00Z', 'tänään klo 9.15'],
    ['sv', '2026-11-24T07:15:00Z', 'i morgon kl. 9.15'],
    ['en', '2026-11-22T07:15:00Z', 'yesterday at 9:15'],
    ['fi', '2026-11-25T22:30:00Z', 'to 26.11. klo 0.30'],
    ['sv', '2027-01-07T06:00:00Z', 'to 7.1.2027 kl. 8.00'],
    ['en', '2026-07-01T05:00:00Z', 'Wed 1 July at 8:00'],
  ] as const)('%s %s is said “%s”', (language, instant, expected) => {
    expect(formatMoment(language, instant, now)).toBe(expected);
  });

  test('days', () => {
    expect(formatDay('fi', '2026-11-24', today)).toBe('huomenna');
    expect(formatDay('fi', '2026-12-01', today)).toBe('ti 1.12.');
    expect(formatDate('fi', '2026-11-24', 'long')).toBe('tiistai 24. marraskuuta');
    expect(formatDate('sv', '2025-11-24', 'long', today)).toBe('måndag 24 november 2025');
    expect(formatDate('en', '2026-11-24', 'numeric')).toBe('24/11/2026');
  });

  test('ranges say no more than needed', () => {
    expect(formatDateRange('fi', '2026-11-24', '2026-11-26', today)).toBe('24.–26.11.');
    expect(formatDateRange('fi', '2026-11-30', '2026-12-02', today)).toBe('30.11.–2.12.');
    expect(formatDateRange('fi', '2026-12-30', '2027-01-02', today)).toBe('30.12.–2.1.2027');
    expect(formatDateRange('en', '2026-11-24', '2026-11-26', today)).toBe('24–26 Nov');
    expect(formatDateRange('sv', '2026-11-24', '2026-11-24', today)).toBe('ti 24.11.');
    expect(formatDateRange('fi', '2026-11-24', null, today)).toBe('24.11.–');
    expect(formatTimeRange('fi', '09:15', '10:00')).toBe('9.15–10.00');
  });

  test('the last hour in minutes', () => {
    expect(formatAgo('fi', '2026-11-23T07:19:30Z', now)).toBe('juuri nyt');
    expect(formatAgo('fi', '2026-11-23T07:08:00Z', now)).toBe('12 min sitten');
    expect(formatAgo('fi', '2026-11-23T05:08:00Z', now)).toBe('tänään klo 7.08');
  });
});

test('numbers by language', () => {
  expect(formatNumber('fi', 1234567.5)).toBe('1\u00a0234\u00a0567,5');
  expect(formatNumber('en', 1234567.5, 2)).toBe('1,234,567.50');
  expect(formatNumber('fi', -3)).toBe('−3');
  expect(formatNumber('fi', -0.0001)).toBe('0');
  expect(formatPercent('fi', 0.964)).toBe('96\u00a0%');
  expect(formatBytes('fi', 1_240_000)).toBe('1,2\u00a0Mt');
});
