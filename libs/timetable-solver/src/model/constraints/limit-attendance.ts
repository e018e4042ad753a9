import type { ConstraintBase, NamedTimes } from '../constraint-base.ts';

/**
 * No more people than places: diners in a lunch shift, learners in a hall, groups on a sports field. One point; deviation: over the
 * times, the sizes of the events that go on above the capacity. An event that goes on twice at a time counts twice.
 */
export interface LimitAttendance extends ConstraintBase<'limitAttendance'> {
  readonly events: readonly { readonly event: number; readonly size: number }[];
  readonly capacity: number;
  /** The times it is about. */
  readonly during: NamedTimes;
}
