import type { AppliesToResources, ConstraintBase, Limits } from '../constraint-base.ts';

/**
 * A day is so long from the first lesson to the last, gaps included. Deviation, per resource: over the time groups with any lesson,
 * times from the first to the last of the group's own below or above.
 */
export interface LimitDaySpan extends ConstraintBase<'limitDaySpan'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}
