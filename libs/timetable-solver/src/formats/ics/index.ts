export type { IsoDate } from './dates.ts';
export { writeCalendar, type SchoolCalendar } from './write-calendar.ts';
