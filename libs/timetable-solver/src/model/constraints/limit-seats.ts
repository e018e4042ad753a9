import type { AppliesToEvents, ConstraintBase, Limits } from '../constraint-base.ts';

/**
 * A section has room for so many, and is held when enough come. Deviation, per event: seats taken below or above; a section in which
 * nobody has a seat is not held and costs nothing.
 */
export interface LimitSeats extends ConstraintBase<'limitSeats'> {
  readonly appliesTo: AppliesToEvents;
  readonly limits: Limits;
}
