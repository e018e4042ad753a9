import type { AppliesToEventGroups, ConstraintBase } from '../constraint-base.ts';

/**
 * The lessons of a band (palkki) begin at the same times. Deviation, per event group: times at which some but not all of its events
 * begin. Lessons of different length may stand in one band, which LinkEvents would not let them.
 */
export interface StartTogether extends ConstraintBase<'startTogether'> {
  readonly appliesTo: AppliesToEventGroups;
}
