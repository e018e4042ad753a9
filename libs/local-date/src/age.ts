import { formatLocalDate, getYearMonthDay, isLeapYear, type LocalDate } from './calendar.ts';

/**
 * The day a person reaches an age. Born on 29 February: 28 February in a common year. Time given in years ends on the day of the
 * same number, and where the month has none, on its last day (Act on the Calculation of Statutory Time Limits 150/1930, section 3).
 * `born_on + interval '18 years'` in SQL says the same; see the decision "Born on 29 February".
 */
export function birthday(bornOn: LocalDate, years: number): LocalDate {
  const born = getYearMonthDay(bornOn);
  const year = born.year + years;
  if (born.month === 2 && born.day === 29 && !isLeapYear(year)) return formatLocalDate(year, 2, 28);
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
