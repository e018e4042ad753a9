import { fromHelsinki, toHelsinki } from '@digione/local-date';
import { schoolYearAround } from '../calendar/school-year.ts';
import type { Moment } from './context.ts';

/** @param now an instant, ISO 8601 */
export function momentAt(now: string): Moment {
  const { date, time } = toHelsinki(now);
  return { today: date, time, yearStart: fromHelsinki(schoolYearAround(date).valid.from, '00:00') };
}
