import { addDays, diffDays, startOfWeek } from '@digione/local-date';
import { firstFrom } from './place.ts';
import type { UnitRow } from './plans.queries.ts';

/**
 * A unit of another year or group, put into the same week of this year: the week is counted from the week in which the school
 * year begins. Where the year has fewer lessons left, the unit becomes shorter; where it has none, undefined.
 */
export function shifted<U extends Pick<UnitRow, 'startsOn' | 'lessonCount'>>(unit: U, from: string, to: { startsOn: string; endsOn: string }, lessons: readonly { heldOn: string }[]): U | undefined {
  const days = diffDays(startOfWeek(from), startOfWeek(to.startsOn));
  const moved = addDays(unit.startsOn, days);
  const startsOn = moved < to.startsOn ? to.startsOn : moved;
  const left = lessons.length - firstFrom(lessons, startsOn);
  if (startsOn > to.endsOn || left < 1) return undefined;
  return { ...unit, startsOn, lessonCount: Math.min(unit.lessonCount, left) };
}
