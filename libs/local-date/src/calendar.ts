/**
 * A calendar date as text, `YYYY-MM-DD`, years 0001–9999, proleptic Gregorian (ISO 8601, as in PostgreSQL's `date`).
 * A plain string on purpose: it travels through JSON, SQL and comparison operators (`<`, `===`) without conversion.
 */
export type LocalDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export interface YearMonthDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digitsAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Year, month and day, or `undefined` when the text is not a date that exists. */
export function findYearMonthDay(text: string): YearMonthDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** @throws RangeError when the text is not a date that exists. */
export function getYearMonthDay(date: LocalDate): YearMonthDay {
  const found = findYearMonthDay(date);
  if (!found) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  return found;
}

/** True for `YYYY-MM-DD` that exists: `2024-02-29` yes, `2026-02-30`, `2026-2-3` and `2026-02-03T00:00` no. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && findYearMonthDay(value) !== undefined;
}

/**
 * The same text when it is a date that exists.
 * @throws RangeError otherwise
 */
export function parseLocalDate(text: string): LocalDate {
  getYearMonthDay(text);
  return text;
}

export const pad2 = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** @throws RangeError for a date that does not exist, or a year outside 1–9999. */
export function formatLocalDate(year: number, month: number, day: number): LocalDate {
  return parseLocalDate(`${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`);
}

/** Days since 1970-01-01 (negative before). */
export function toEpochDay(date: LocalDate): number {
  const { year, month, day } = getYearMonthDay(date);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day;
  return before * 365 + leapDays + dayOfYear - 719_163;
}

/**
 * The date so many days after 1970-01-01.
 * @throws RangeError outside the years 1–9999
 */
export function fromEpochDay(epochDay: number): LocalDate {
  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years that begin in March put the leap day last.
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return formatLocalDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** @param days may be negative */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Days from the first to the second: `diffDays('2026-08-01', '2026-08-03')` is 2. */
export function diffDays(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}
