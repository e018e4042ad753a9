import type { AppliesToResources, ConstraintBase } from '../constraint-base.ts';

/**
 * A course is taken before the one that builds on it. Deviation, per resource: pairs of courses in which its section of the second
 * begins before its section of the first has ended, or, where periods are named, in a period that is not later. A pair without two
 * seats that have a time is not judged.
 */
export interface OrderChoices extends ConstraintBase<'orderChoices'> {
  readonly appliesTo: AppliesToResources;
  /** Event groups that hold the sections of a course. */
  readonly pairs: readonly { readonly firstCourse: number; readonly secondCourse: number }[];
  /** Periods (time groups) in their order: the bars of one go on side by side. */
  readonly timeGroups?: readonly number[];
}
