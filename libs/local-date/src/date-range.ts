import { addDays, isLocalDate, parseLocalDate, type LocalDate } from './calendar.ts';

/**
 * Days from `from` (included) until `to` (not included); `to: null` goes on without an end. Never empty.
 * The shape of PostgreSQL's canonical `daterange`. People write and read the last day instead: see {@link rangeOfDays}
 * and {@link lastDay}.
 */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * @param to the first day that no longer belongs, or `null`
 * @throws RangeError when a date does not exist or nothing would be left
 */
export function dateRange(from: LocalDate, to: LocalDate | null = null): DateRange {
  parseLocalDate(from);
  if (to !== null && parseLocalDate(to) <= from) throw new RangeError(`Empty date range: [${from},${to})`);
  return { from, to };
}

/**
 * From the first to the last day, both included, as people state it.
 * @param last the last day that belongs, or `null`
 * @throws RangeError when a date does not exist or the last is before the first
 */
export function rangeOfDays(first: LocalDate, last: LocalDate | null): DateRange {
  return dateRange(first, last === null ? null : addDays(last, 1));
}

/** The last day that belongs to the range, `null` without an end. */
export function lastDay(range: DateRange): LocalDate | null {
  return range.to === null ? null : addDays(range.to, -1);
}

const TEXT = /^([[(])\s*"?([^",]*)"?\s*,\s*"?([^",]*)"?\s*([\])])$/;

/**
 * Reads PostgreSQL's text of a `daterange`: `[2026-08-01,2027-08-01)`, `[2026-08-01,)`; closed and open bounds of
 * either kind, and `infinity` as no end.
 * @throws RangeError for other text, for `empty`, and for a range without a beginning
 */
export function parseDateRange(text: string): DateRange {
  const [, open, lower = '', upper = '', close] = TEXT.exec(text.trim()) ?? [];
  if (open === undefined || !isLocalDate(lower)) throw new RangeError(`Not a date range: ${JSON.stringify(text)}`);
  const from = open === '(' ? addDays(lower, 1) : lower;
  if (upper === '' || upper === 'infinity') return { from, to: null };
  return dateRange(from, close === ']' ? addDays(parseLocalDate(upper), 1) : upper);
}

/** PostgreSQL's canonical text: `[2026-08-01,2027-08-01)`, without an end `[2026-08-01,)`. */
export function formatDateRange(range: DateRange): string {
  return `[${range.from},${range.to ?? ''})`;
}

const ends = (a: LocalDate | null, b: LocalDate | null): LocalDate | null => (a === null ? b : b === null || a < b ? a : b);
const isBefore = (day: LocalDate, end: LocalDate | null): boolean => end === null || day < end;

/** Does the day belong to the range? */
export function contains(range: DateRange, day: LocalDate): boolean {
  return day >= range.from && isBefore(day, range.to);
}

/** Does every day of the inner range belong to the outer? */
export function containsRange(outer: DateRange, inner: DateRange): boolean {
  return inner.from >= outer.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

/** Do the ranges share a day? Ranges that only touch do not. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return isBefore(a.from, b.to) && isBefore(b.from, a.to);
}

/** The shared days, `undefined` when there are none. */
export function intersect(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = ends(a.to, b.to);
  return isBefore(from, to) ? { from, to } : undefined;
}

/** The days of `a` that are not in `b`: no, one or two ranges, in order. */
export function subtract(a: DateRange, b: DateRange): DateRange[] {
  if (!overlaps(a, b)) return [a];
  const left: DateRange[] = [];
  if (a.from < b.from) left.push({ from: a.from, to: b.from });
  if (b.to !== null && isBefore(b.to, a.to)) left.push({ from: b.to, to: a.to });
  return left;
}

/** The same days in as few ranges as possible, in order; ranges that touch become one. */
export function merge(ranges: readonly DateRange[]): DateRange[] {
  const merged: DateRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (!last || (last.to !== null && last.to < range.from)) merged.push(range);
    else if (last.to !== null && (range.to === null || range.to > last.to)) {
      merged[merged.length - 1] = { from: last.from, to: range.to };
    }
  }
  return merged;
}
