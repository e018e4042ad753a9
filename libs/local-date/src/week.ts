import { addDays, fromEpochDay, getYearMonthDay, toEpochDay, type LocalDate } from './calendar.ts';

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday.
  const index = (((toEpochDay(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? 7;
}

/** The Monday of the week the date lies in. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

export interface IsoWeek {
  /** The week's own year, which differs from the date's around New Year. */
  readonly year: number;
  /** 1–53 */
  readonly week: number;
}

/** Week number as printed in Finnish calendars (ISO 8601: the week belongs to the year of its Thursday). */
export function isoWeek(date: LocalDate): IsoWeek {
  const thursday = toEpochDay(date) + 4 - weekday(date);
  const year = getYearMonthDay(fromEpochDay(thursday)).year;
  const firstOfJanuary = toEpochDay(`${String(year).padStart(4, '0')}-01-01`);
  return { year, week: Math.floor((thursday - firstOfJanuary) / 7) + 1 };
}

/** 52 or 53. */
export function weeksInIsoYear(year: number): 52 | 53 {
  // 28 December always lies in the last week of its ISO year.
  return isoWeek(`${String(year).padStart(4, '0')}-12-28`).week === 53 ? 53 : 52;
}

/**
 * The Monday that begins an ISO week.
 * @throws RangeError when the year has no such week
 */
export function mondayOfIsoWeek(year: number, week: number): LocalDate {
  if (!Number.isInteger(week) || week < 1 || week > weeksInIsoYear(year)) {
    throw new RangeError(`Year ${year} has no week ${week}`);
  }
  // 4 January always lies in week 1.
  return addDays(startOfWeek(`${String(year).padStart(4, '0')}-01-04`), (week - 1) * 7);
}
