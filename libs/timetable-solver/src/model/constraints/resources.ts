import type { AppliesToResources, ConstraintBase, Limits, NamedTimes } from '../constraint-base.ts';

/** Nobody is at two places. Deviation, per resource: over the times, lessons at it less one. */
export interface AvoidClashes extends ConstraintBase<'avoidClashes'> {
  readonly appliesTo: AppliesToResources;
}

/** Nobody works when away. Deviation, per resource: number of the times named at which it is busy. */
export interface AvoidUnavailableTimes extends ConstraintBase<'avoidUnavailableTimes'> {
  readonly appliesTo: AppliesToResources;
  readonly unavailable: NamedTimes;
}

/** Gaps between lessons are few. Deviation, per resource: all idle times of its days (time groups) together, below or above. */
export interface LimitIdleTimes extends ConstraintBase<'limitIdleTimes'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}

/** Work falls on so many days. Deviation, per resource: time groups with any lesson, below or above. */
export interface ClusterBusyTimes extends ConstraintBase<'clusterBusyTimes'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}

/** A day has so many lessons. Deviation, per resource: over the time groups with any lesson, busy times below or above. */
export interface LimitBusyTimes extends ConstraintBase<'limitBusyTimes'> {
  readonly appliesTo: AppliesToResources;
  readonly timeGroups: readonly number[];
  readonly limits: Limits;
}

/** Work load is as agreed. Deviation, per resource: work load below or above, rounded up. */
export interface LimitWorkload extends ConstraintBase<'limitWorkload'> {
  readonly appliesTo: AppliesToResources;
  readonly limits: Limits;
}
