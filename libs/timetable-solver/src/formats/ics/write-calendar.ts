import { listSeated, UNASSIGNED, type Instance, type Solution } from '../../model/index.ts';
import { findSeries, toLocalStamp, type IsoDate, type Series } from './dates.ts';
import { escapeText, foldLine } from './fold.ts';

/** What a timetable needs to become a calendar: the model knows no dates. */
export interface SchoolCalendar {
  /** School days and the day of the timetable (index of its time group) that holds on each; holidays are simply not there. */
  readonly days: readonly { readonly date: IsoDate; readonly timeGroup: number }[];
  /** Per time of the instance when it begins and ends, e.g. 08:15 and 09:00. */
  readonly clock: readonly { readonly start: string; readonly end: string }[];
  /** When the calendar was made, e.g. `2026-11-23T09:00:00Z`. */
  readonly made: string;
  /** Whose identities the events have, e.g. `school.example`. */
  readonly domain: string;
  /** Of the calendar, shown to people. */
  readonly name: string;
}

/** Finland's time: the rules of the European Union since 1996. */
const HELSINKI = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Helsinki',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'TZNAME:EEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'TZNAME:EET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Writes the timetable of a teacher, class or room as iCalendar (RFC 5545) in Finland's time: a lesson is a weekly event with
 * exceptions for the days on which there is no school. Lessons without a time are left out.
 * @param resource its index
 * @throws RangeError where a date or a time of day is none, or a time of the instance has no clock
 */
export function writeCalendar(instance: Instance, solution: Solution, resource: number, calendar: SchoolCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//DigiOne//Timetable//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...HELSINKI,
    ...listLessons(instance, solution, resource).flatMap((lesson) => writeLesson(instance, lesson, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map(foldLine).join('');
}

interface Lesson {
  readonly event: number;
  readonly time: number;
  readonly duration: number;
  readonly resources: readonly number[];
}

function listLessons(instance: Instance, solution: Solution, resource: number): Lesson[] {
  const own = new Set(listSeated(instance, solution, resource));
  return solution.events
    .flatMap((meets, event) => meets.map((meet) => ({ ...meet, event })))
    .filter(({ time, resources, event }) => time !== UNASSIGNED && (resources.includes(resource) || own.has(event)))
    .sort((one, other) => one.time - other.time || one.event - other.event);
}

function writeLesson(instance: Instance, lesson: Lesson, calendar: SchoolCalendar): string[] {
  const days = new Set(instance.timeGroups.flatMap((group, index) => (group.times.includes(lesson.time) ? [index] : [])));
  const dates = calendar.days.filter(({ timeGroup }) => days.has(timeGroup)).map(({ date }) => date);
  const [first, last] = [calendar.clock[lesson.time], calendar.clock[lesson.time + lesson.duration - 1]];
  if (first === undefined || last === undefined) throw new RangeError(`time ${instance.times[lesson.time]?.name ?? lesson.time} has no clock`);
  return findSeries(dates).flatMap((series) => writeEvent(instance, lesson, series, first.start, last.end, calendar));
}

const stampOf = (made: string): string => made.replaceAll(/[-:]|\.\d+/g, '');

function writeEvent(instance: Instance, { event, time, resources }: Lesson, series: Series, start: string, end: string, { made, domain }: SchoolCalendar): string[] {
  const { id = '', name = '' } = instance.events[event] ?? {};
  const others = (type: (name: string) => boolean): string[] =>
    [...new Set(resources)].flatMap((index) => {
      const one = instance.resources[index];
      return one !== undefined && type(instance.resourceTypes[one.type]?.name ?? '') ? [one.name] : [];
    });
  const isRoom = (type: string): boolean => /^room/i.test(type);
  const rooms = others(isRoom);
  const people = others((type) => !isRoom(type) && type !== 'Course');
  const isOnce = series.first === series.last;
  // Any moment after the last lesson and before the next week's: its own day's end in UTC is later than the lesson's.
  const until = `${series.last.replaceAll('-', '')}T235959Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}-${time}-${series.first.replaceAll('-', '')}@${escapeText(domain)}`,
    `DTSTAMP:${stampOf(made)}`,
    `DTSTART;TZID=Europe/Helsinki:${toLocalStamp(series.first, start)}`,
    `DTEND;TZID=Europe/Helsinki:${toLocalStamp(series.first, end)}`,
    ...(isOnce ? [] : [`RRULE:FREQ=WEEKLY;${series.interval === 1 ? '' : `INTERVAL=${series.interval};`}UNTIL=${until}`]),
    ...(series.except.length === 0 ? [] : [`EXDATE;TZID=Europe/Helsinki:${series.except.map((date) => toLocalStamp(date, start)).join(',')}`]),
    `SUMMARY:${escapeText(name)}`,
    ...(rooms.length === 0 ? [] : [`LOCATION:${escapeText(rooms.join(', '))}`]),
    ...(people.length === 0 ? [] : [`DESCRIPTION:${escapeText(people.join(', '))}`]),
    'END:VEVENT',
  ];
}
