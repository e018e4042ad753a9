import type { AppliesToEventGroups, ConstraintBase } from '../constraint-base.ts';

/**
 * Lessons of a course lie days apart. Deviation, per event group: over the pairs of its meets, days missing to `days`; two meets on
 * one day are 0 apart. With `allowsDoubles` two meets of a day that follow each other without a time between cost nothing. Meets that
 * begin on none of the days are not judged.
 */
export interface KeepDaysApart extends ConstraintBase<'keepDaysApart'> {
  readonly appliesTo: AppliesToEventGroups;
  /** The days (time groups) in their order. */
  readonly timeGroups: readonly number[];
  /** At least so many days from one meet to the next: 1 is “not on the same day”. */
  readonly days: number;
  readonly allowsDoubles: boolean;
}
