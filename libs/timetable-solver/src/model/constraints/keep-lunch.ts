import type { AppliesToResources, ConstraintBase } from '../constraint-base.ts';

/**
 * Everyone eats: on a day with lessons enough times of the lunch window are free. Deviation, per resource: free times missing, over
 * the days. Where the kitchen has shifts, lunches are events of their own, held by LimitAttendance.
 */
export interface KeepLunch extends ConstraintBase<'keepLunch'> {
  readonly appliesTo: AppliesToResources;
  /** Per day (a time group) the times at which it can eat. */
  readonly windows: readonly { readonly day: number; readonly times: readonly number[] }[];
  /** How many of them are free at least. */
  readonly free: number;
}
