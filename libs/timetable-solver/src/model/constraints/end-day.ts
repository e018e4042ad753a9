import type { AppliesToEvents, ConstraintBase } from '../constraint-base.ts';

/** Sports come last. Deviation, per event: its meets after which a resource of these types has another lesson on the same day. */
export interface EndDay extends ConstraintBase<'endDay'> {
  readonly appliesTo: AppliesToEvents;
  /** Days. */
  readonly timeGroups: readonly number[];
  readonly resourceTypes: readonly number[];
}
