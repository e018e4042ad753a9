import { fromEpochDay, isLocalDate, toHelsinki, type LocalDate } from '@digione/local-date';

const DAY_MS = 86_400_000;
/** 1700-01-01 … 2200-01-01; what is outside is a slip of a unit, not a school. */
const [EARLIEST, LATEST] = [-8_520_336_000_000, 7_258_118_400_000];

/**
 * A date as the organisation service tells it: milliseconds since 1970, negative before, meaning that day in Finland (mostly its
 * midnight); newer answers write `2020-07-31`.
 * @returns `null` when nothing is said, `undefined` when it is no date that exists
 */
export function readServiceDate(value: unknown): LocalDate | null | undefined {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    const date = value.slice(0, 10);
    return isLocalDate(date) && (value.length === 10 || value[10] === 'T') ? date : undefined;
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < EARLIEST || value > LATEST) return undefined;
  const day = Math.floor(value / DAY_MS);
  const seconds = Math.floor((value - day * DAY_MS) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return toHelsinki(`${fromEpochDay(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`).date;
}
