import { parseDate, type CalendarDate } from '@internationalized/date';
import type { DateValue } from 'react-aria-components/DatePicker';

/** `YYYY-MM-DD` as the calendars want it; what is not a date is no date. */
export function toCalendarDate(date: string | null | undefined): CalendarDate | null {
  if (!date) return null;
  try {
    return parseDate(date);
  } catch {
    return null;
  }
}

/** The calendars' date as `YYYY-MM-DD`. */
export function toLocalDate(value: DateValue | null): string | null {
  return value === null ? null : value.toString().slice(0, 10);
}
