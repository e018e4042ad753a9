import { addDays, type LocalDate } from '@digione/local-date';
import type { Period } from '../record/record.ts';

/** Days from first to last, both included; text compares as dates do. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const EVER: LocalDate = '9999-12-31';
const NEVER: LocalDate = '0001-01-01';

/** @param end the last day of a period without one */
export const daysOf = (period: Period, end: LocalDate = EVER): Days => ({ from: period.from ?? NEVER, to: period.to ?? end });
export const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
export const holds = (period: Period, day: LocalDate): boolean => overlap(daysOf(period), { from: day, to: day });

/** The same days in as few stretches as possible; stretches that follow each other day by day become one. */
export function mergeDays(days: readonly Days[]): readonly Days[] {
  const merged: Days[] = [];
  for (const next of days.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== EVER && addDays(last.to, 1) < next.from)) merged.push(next);
    else if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to };
  }
  return merged;
}

/** Does every day of the inner stretch belong to one of the periods? */
export const isCovered = (inner: Days, periods: readonly Days[]): boolean => mergeDays(periods).some(({ from, to }) => from <= inner.from && inner.to <= to);

export const haveOverlap = (some: readonly Period[], others: readonly Period[]): boolean => some.some((a) => others.some((b) => overlap(daysOf(a), daysOf(b))));
