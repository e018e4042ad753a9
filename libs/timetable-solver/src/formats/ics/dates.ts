/** A day as `2026-08-11`. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** @throws RangeError where it is no date */
function dayNumber(date: IsoDate): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // 30 February would pass for 2 March.
  if (Number.isNaN(time) || fromDayNumber(time / DAY_MS) !== date) throw new RangeError(`“${date}” is no date (2026-08-11)`);
  return time / DAY_MS;
}

/** 0 is Monday. */
const weekdayOf = (date: IsoDate): number => (dayNumber(date) + 3) % 7;

/** @returns e.g. `20260811T081500` */
export function toLocalStamp(date: IsoDate, clock: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) throw new RangeError(`“${clock}” is no time of day (08:15)`);
  return `${date.replaceAll('-', '')}T${clock.replace(':', '')}00`;
}

/** A series of one weekday: every `interval` weeks from the first date to the last, but for those left out. */
export interface Series {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** In weeks. */
  readonly interval: number;
  readonly except: readonly IsoDate[];
}

/** @returns the dates as weekly series, one per weekday; ones that lie evenly further apart (A and B weeks) as such */
export function findSeries(dates: readonly IsoDate[]): Series[] {
  const byWeekday = new Map<number, IsoDate[]>();
  for (const date of [...new Set(dates)].sort()) byWeekday.set(weekdayOf(date), [...(byWeekday.get(weekdayOf(date)) ?? []), date]);
  return [...byWeekday.values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)];
    if (first === undefined || last === undefined) return [];
    const weeks = same.map((date) => (dayNumber(date) - dayNumber(first)) / 7);
    const interval = weeks.reduce(greatestCommonDivisor, 0) || 1;
    const there = new Set(weeks);
    const all = Array.from({ length: Math.floor((weeks.at(-1) ?? 0) / interval) + 1 }, (_, step) => step * interval);
    return [{ first, last, interval, except: all.filter((week) => !there.has(week)).map((week) => fromDayNumber(dayNumber(first) + week * 7)) }];
  });
}

const greatestCommonDivisor = (one: number, other: number): number => (other === 0 ? one : greatestCommonDivisor(other, one % other));

const fromDayNumber = (day: number): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);
