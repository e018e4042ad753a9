import { pad2 } from './calendar.ts';

/** A wall-clock time as text, `HH:MM`, 00:00–23:59. Sorts and compares as a string. */
export type LocalTime = string;

const PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && PATTERN.test(value);
}

/**
 * The same text when it is a time of day.
 * @throws RangeError otherwise (also for `24:00` and `8:00`)
 */
export function parseLocalTime(text: string): LocalTime {
  if (!PATTERN.test(text)) throw new RangeError(`Not a time of day (HH:MM): ${JSON.stringify(text)}`);
  return text;
}

/** Minutes after midnight, 0–1439. */
export function toMinutes(time: LocalTime): number {
  parseLocalTime(time);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/**
 * @param minutes after midnight, 0–1439
 * @throws RangeError outside the day
 */
export function fromMinutes(minutes: number): LocalTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1439) {
    throw new RangeError(`Not minutes of a day: ${minutes}`);
  }
  return `${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`;
}
