export {
  addDays,
  daysInMonth,
  diffDays,
  findYearMonthDay,
  formatLocalDate,
  fromEpochDay,
  getYearMonthDay,
  isLeapYear,
  isLocalDate,
  parseLocalDate,
  toEpochDay,
  type LocalDate,
  type YearMonthDay,
} from './calendar.ts';
export { isoWeek, mondayOfIsoWeek, startOfWeek, weekday, weeksInIsoYear, type IsoWeek, type Weekday } from './week.ts';
export { age, birthday, birthday18 } from './age.ts';
export { fromMinutes, isLocalTime, parseLocalTime, toMinutes, type LocalTime } from './local-time.ts';
export { fromHelsinki, helsinkiOffset, toHelsinki, type HelsinkiDateTime } from './helsinki.ts';
export {
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
