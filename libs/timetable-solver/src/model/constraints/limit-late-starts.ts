import type { AppliesToResources, ConstraintBase, Limits } from '../constraint-base.ts';

/**
 * Days begin early. Deviation, per resource: free times before the first lesson of its days (time groups), all days together, below
 * or above; a day without lessons has none. A group leaves out the times that can't be used.
 */
export interface LimitLateStarts extends ConstraintBase<'limitLateStarts'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}
