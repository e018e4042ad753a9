import { formatLocalDate, getYearMonthDay, isLeapYear, type LocalDate } from './calendar.ts';

/**
 * The day a person reaches an age. Born on 29 February: 1 March in a common year, because until then the
 * years have not passed in full (as java.time's `Period.between` counts, and with it the national registers).
 */
export function birthday(bornOn: LocalDate, years: number): LocalDate {
  const born = getYearMonthDay(bornOn);
  const year = born.year + years;
  if (born.month === 2 && born.day === 29 && !isLeapYear(year)) return formatLocalDate(year, 3, 1);
  return formatLocalDate(year, born.month, born.day);
}

/** The first day of being of age in Finland (Guardianship Services Act 442/1999, section 2). */
export function birthday18(bornOn: LocalDate): LocalDate {
  return birthday(bornOn, 18);
}

/** Full years on the given day; negative before birth. */
export function age(bornOn: LocalDate, on: LocalDate): number {
  const years = getYearMonthDay(on).year - getYearMonthDay(bornOn).year;
  return on < birthday(bornOn, years) ? years - 1 : years;
}
