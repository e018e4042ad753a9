import type { AppliesToEvents, ConstraintBase } from '../constraint-base.ts';

/** A double lesson does not run across lunch, a long break or the day's end. Deviation, per event: breaks its meets run across. */
export interface AvoidCrossingBreaks extends ConstraintBase<'avoidCrossingBreaks'> {
  readonly appliesTo: AppliesToEvents;
  /** Times with a break between them and the next time; ascending. */
  readonly breaksAfter: readonly number[];
}
