import type { AppliesToEvents, ConstraintBase } from '../constraint-base.ts';
import type { Meet } from '../solution.ts';

/**
 * A timetable people live by changes little. Deviation, per event: times at which it goes on now and did not in the one given, and
 * with `countsResources` the times at which it went on then and still does, with somebody else.
 */
export interface KeepTimetable extends ConstraintBase<'keepTimetable'> {
  readonly appliesTo: AppliesToEvents;
  /** The meets of the timetable given, per event of the instance. */
  readonly given: readonly (readonly Meet[])[];
  readonly countsResources: boolean;
}
