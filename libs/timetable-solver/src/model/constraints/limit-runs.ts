import type { AppliesToResources, ConstraintBase, Limits } from '../constraint-base.ts';

/**
 * So many lessons in a row. Deviation, per resource: over the time groups, over the runs of busy times without a gap, their length
 * below or above.
 */
export interface LimitRuns extends ConstraintBase<'limitRuns'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}
