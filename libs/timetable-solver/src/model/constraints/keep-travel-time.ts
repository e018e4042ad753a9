import type { AppliesToResources, ConstraintBase } from '../constraint-base.ts';

/**
 * Who changes premises has time to travel. Deviation, per resource: over the days, over lessons that follow each other at different
 * premises, free times missing between them. A lesson is where its first resource with premises is (a room), or else the event. Of
 * several lessons at a time the one of the first event counts; a lesson without premises needs no travel.
 */
export interface KeepTravelTime extends ConstraintBase<'keepTravelTime'> {
  readonly appliesTo: AppliesToResources;
  /** Days. */
  readonly timeGroups: readonly number[];
  /** Free times needed between. */
  readonly gap: number;
}
