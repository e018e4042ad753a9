import { fromEpochDay, isLeapYear, pad2, toEpochDay, type LocalDate } from './calendar.ts';
import { fromMinutes, toMinutes, type LocalTime } from './local-time.ts';

const DAY = 86_400;
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d)(?::?([0-5]\d))?)$/;

export interface HelsinkiDateTime {
  readonly date: LocalDate;
  /** The running minute; seconds are cut, not rounded. */
  readonly time: LocalTime;
}

/** Whole seconds since 1970-01-01T00:00Z; a fraction of a second is cut. */
function instantToSeconds(instantIso: string): number {
  const match = INSTANT.exec(instantIso);
  if (!match) throw new RangeError(`Not an instant (ISO 8601 with offset): ${JSON.stringify(instantIso)}`);
  const [, date = '', hour = '0', minute = '0', second = '0', , sign, offsetHour = '0', offsetMinute = '0'] = match;
  const local = toEpochDay(date) * DAY + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const offset = Number(offsetHour) * 3600 + Number(offsetMinute) * 60;
  return sign === '-' ? local + offset : local - offset;
}

/** The last Sunday of a 31-day month, as an epoch day. */
const lastSunday = (lastOfMonth: number): number => lastOfMonth - ((((lastOfMonth + 4) % 7) + 7) % 7);

let cachedYear = 0;
let cachedYearStart = 0;
let cachedYearEnd = -1;
let summerStart = 0;
let summerEnd = 0;

function loadSummerTime(seconds: number): void {
  const year = Number(fromEpochDay(Math.floor(seconds / DAY)).slice(0, 4));
  cachedYear = year;
  const firstOfJanuary = toEpochDay(`${String(year).padStart(4, '0')}-01-01`);
  cachedYearStart = firstOfJanuary * DAY;
  cachedYearEnd = cachedYearStart + (isLeapYear(year) ? 366 : 365) * DAY;
  // Directive 2000/84/EC: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
  summerStart = lastSunday(toEpochDay(`${String(year).padStart(4, '0')}-03-31`)) * DAY + 3600;
  summerEnd = lastSunday(toEpochDay(`${String(year).padStart(4, '0')}-10-31`)) * DAY + 3600;
}

let historic: Intl.DateTimeFormat | undefined;

/** Before 1996 the rule differed year by year, so the time zone database answers; slow, and rare in school data. */
function historicOffset(seconds: number): number {
  historic ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of historic.formatToParts(seconds * 1000)) part[type] = value;
  const date = `${(part.year ?? '').padStart(4, '0')}-${part.month ?? ''}-${part.day ?? ''}`;
  const local = toEpochDay(date) * DAY + Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
  return local - seconds;
}

const FIRST_SECOND = toEpochDay('0001-01-01') * DAY;
const LAST_SECOND = toEpochDay('9999-12-31') * DAY + DAY - 1;

function offsetAt(instant: number): number {
  // The neighbouring days of the calendar's ends ("9999-12-31" for never) borrow the offset of the ends.
  const seconds = Math.min(Math.max(instant, FIRST_SECOND), LAST_SECOND);
  if (seconds < cachedYearStart || seconds >= cachedYearEnd) loadSummerTime(seconds);
  if (cachedYear < 1996) return historicOffset(seconds);
  return seconds >= summerStart && seconds < summerEnd ? 10_800 : 7_200;
}

/**
 * Seconds Finland is ahead of UTC at the instant: 7 200 in winter, 10 800 in summer.
 * @param instantIso ISO 8601 with `Z` or an offset
 * @throws RangeError for anything else
 */
export function helsinkiOffset(instantIso: string): number {
  return offsetAt(instantToSeconds(instantIso));
}

/**
 * What a clock in Finland shows at the instant.
 * @param instantIso ISO 8601 with `Z` or an offset (`2026-11-24T07:15:00Z`, also PostgreSQL's `2026-11-24 07:15:00+00`)
 * @throws RangeError for anything else
 */
export function toHelsinki(instantIso: string): HelsinkiDateTime {
  const seconds = instantToSeconds(instantIso);
  const local = seconds + offsetAt(seconds);
  const epochDay = Math.floor(local / DAY);
  return { date: fromEpochDay(epochDay), time: fromMinutes(Math.floor((local - epochDay * DAY) / 60)) };
}

/**
 * The instant a clock in Finland shows the date and time, as `YYYY-MM-DDTHH:MM:SS.000Z`.
 *
 * Two nights of the year are special. In spring 03:00–03:59 does not exist: the answer is as much *later* as the clock
 * jumps (03:30 means 04:30). In autumn 03:00–03:59 happens twice: the answer is the *earlier*, still in summer time.
 * @throws RangeError when the date or time does not exist
 */
export function fromHelsinki(date: LocalDate, time: LocalTime): string {
  const local = toEpochDay(date) * DAY + toMinutes(time) * 60;
  const before = offsetAt(local - DAY);
  const after = offsetAt(local + DAY);
  let seconds = local - before;
  if (before !== after && offsetAt(seconds) !== before && offsetAt(local - after) === after) seconds = local - after;
  return formatSeconds(seconds);
}

function formatSeconds(seconds: number): string {
  const epochDay = Math.floor(seconds / DAY);
  const rest = seconds - epochDay * DAY;
  const clock = `${pad2(Math.floor(rest / 3600))}:${pad2(Math.floor(rest / 60) % 60)}:${pad2(rest % 60)}`;
  return `${fromEpochDay(epochDay)}T${clock}.000Z`;
}
