import { diffDays, toHelsinki, weekday } from '@digione/local-date';
import type { Language } from './language.ts';
import { dateWords } from './date-words.ts';

/** How much of a date to say: `ti 24.11.` · `tiistai 24. marraskuuta` · `24.11.2026`. */
export type DateStyle = 'short' | 'long' | 'numeric';

const split = (date: string) => ({ year: date.slice(0, 4), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });

/**
 * A calendar date as people write it. The year is said when it differs from today's (or always, in `numeric`).
 * @param date `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`; without it the year is left out of `short` and `long`
 */
export function formatDate(language: Language, date: string, style: DateStyle = 'short', today?: string): string {
  const { year, month, day } = split(date);
  const words = dateWords[language];
  const isOtherYear = today !== undefined && year !== today.slice(0, 4);
  if (style === 'numeric') return language === 'en' ? `${day}/${month}/${year}` : `${day}.${month}.${year}`;
  const dayOfWeek = weekday(date) - 1;
  if (style === 'long') {
    const text = words.long(words.weekdays[dayOfWeek] ?? '', day, words.months[month - 1] ?? '');
    return isOtherYear ? `${text} ${year}` : text;
  }
  const name = words.weekdaysShort[dayOfWeek] ?? '';
  if (language === 'en') return `${name} ${day} ${words.monthsShort[month - 1] ?? ''}${isOtherYear ? ` ${year}` : ''}`;
  return `${name} ${day}.${month}.${isOtherYear ? year : ''}`;
}

/**
 * A day as people say it: “tänään”, “huomenna”, “eilen”, else `ti 24.11.`.
 * @param date `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`
 */
export function formatDay(language: Language, date: string, today: string): string {
  const words = dateWords[language];
  switch (diffDays(today, date)) {
    case 0:
      return words.today;
    case 1:
      return words.tomorrow;
    case -1:
      return words.yesterday;
    default:
      return formatDate(language, date, 'short', today);
  }
}

/** A wall-clock time `09:15` as `9.15` (fi, sv) or `9:15` (en). */
export function formatTime(language: Language, time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${dateWords[language].timeSeparator}${minute}`;
}

/** `9.15–10.00`, with an en dash. */
export function formatTimeRange(language: Language, from: string, to: string): string {
  return `${formatTime(language, from)}–${formatTime(language, to)}`;
}

/** A day and a time of it: “tänään klo 9.15”, “ti 24.11. klo 9.15”. */
export function formatDayTime(language: Language, date: string, time: string, today: string): string {
  return `${formatDay(language, date, today)} ${dateWords[language].at} ${formatTime(language, time)}`;
}

/**
 * An instant in Finland's time as people say it.
 * @param instant ISO 8601
 * @param now ISO 8601
 */
export function formatMoment(language: Language, instant: string, now: string): string {
  const local = toHelsinki(instant);
  return formatDayTime(language, local.date, local.time, toHelsinki(now).date);
}

/**
 * How long ago, for the last hour (“juuri nyt”, “5 min sitten”), after that as {@link formatMoment}.
 * @param instant ISO 8601
 * @param now ISO 8601
 */
export function formatAgo(language: Language, instant: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000);
  const words = dateWords[language];
  if (minutes < 0 || minutes >= 60) return formatMoment(language, instant, now);
  return minutes === 0 ? words.justNow : words.minutesAgo(minutes);
}

/**
 * Both ends included: `24.–26.11.`, `30.11.–2.12.`, one day as {@link formatDate}.
 * @param to `YYYY-MM-DD`, or `null` for no end: `24.11.–`
 */
export function formatDateRange(language: Language, from: string, to: string | null, today?: string): string {
  if (from === to) return formatDate(language, from, 'short', today);
  if (to === null) return `${bare(language, from, today)}–`;
  const [a, b] = [split(from), split(to)];
  const end = bare(language, to, today);
  if (a.year !== b.year) return `${bare(language, from, today)}–${end}`;
  if (a.month !== b.month) return `${bare(language, from)}–${end}`;
  return language === 'en' ? `${a.day}–${end}` : `${a.day}.–${end}`;
}

function bare(language: Language, date: string, today?: string): string {
  const { year, month, day } = split(date);
  const isOtherYear = today !== undefined && year !== today.slice(0, 4);
  if (language === 'en') return `${day} ${dateWords.en.monthsShort[month - 1] ?? ''}${isOtherYear ? ` ${year}` : ''}`;
  return `${day}.${month}.${isOtherYear ? year : ''}`;
}

/** The name of a weekday. @param day 1 = Monday … 7 = Sunday */
export function weekdayName(language: Language, day: number, style: 'short' | 'long' = 'short'): string {
  const words = dateWords[language];
  return (style === 'short' ? words.weekdaysShort : words.weekdays)[day - 1] ?? '';
}

/** The name of a month alone (“marraskuu”). @param month 1–12 */
export function monthName(language: Language, month: number): string {
  return dateWords[language].monthsAlone[month - 1] ?? '';
}
