import type { AppliesToEventGroups, AppliesToEvents, ConstraintBase, Limits, NamedTimes } from '../constraint-base.ts';

/** Each lesson has a time. Deviation, per event: duration of its meets without one. */
export interface AssignTime extends ConstraintBase<'assignTime'> {
  readonly appliesTo: AppliesToEvents;
}

/** Whoever is to be chosen is chosen. Deviation, per event resource of the role: duration of the meets without one. */
export interface AssignResource extends ConstraintBase<'assignResource'> {
  readonly appliesTo: AppliesToEvents;
  readonly role: string;
}

/** Lessons begin at the times named. Deviation, per event: duration of the meets (of `duration` only, if given) that begin elsewhere. */
export interface PreferTimes extends ConstraintBase<'preferTimes'> {
  readonly appliesTo: AppliesToEvents;
  readonly preferred: NamedTimes;
  readonly duration?: number;
}

/** Chosen are those named. Deviation, per event resource of the role: duration of the meets with another. */
export interface PreferResources extends ConstraintBase<'preferResources'> {
  readonly appliesTo: AppliesToEvents;
  readonly role: string;
  readonly resources: readonly number[];
  readonly resourceGroups: readonly number[];
}

/** An event falls into so many meets of such length. Deviation, per event: meets too short or long, and meets too few or many. */
export interface SplitEvents extends ConstraintBase<'splitEvents'> {
  readonly appliesTo: AppliesToEvents;
  readonly durations: Limits;
  readonly amounts: Limits;
}

/** So many meets have exactly this length. Deviation, per event: number below or above. */
export interface DistributeSplitEvents extends ConstraintBase<'distributeSplitEvents'> {
  readonly appliesTo: AppliesToEvents;
  readonly duration: number;
  readonly limits: Limits;
}

/** All lessons of a course have the same teacher (room). Deviation, per event group: different resources in the role, less one. */
export interface AvoidSplitAssignments extends ConstraintBase<'avoidSplitAssignments'> {
  readonly appliesTo: AppliesToEventGroups;
  readonly role: string;
}

/** Lessons are spread. Deviation, per event group: over the time groups, meets that begin in it below or above. */
export interface SpreadEvents extends ConstraintBase<'spreadEvents'> {
  readonly appliesTo: AppliesToEventGroups;
  readonly timeGroups: readonly { readonly timeGroup: number; readonly limits: Limits }[];
}

/** Events go on at the same times. Deviation, per event group: times at which some but not all of its events go on. */
export interface LinkEvents extends ConstraintBase<'linkEvents'> {
  readonly appliesTo: AppliesToEventGroups;
}

/** One event comes after another. Deviation, per pair: times between the end of the first and the start of the second below or above. */
export interface OrderEvents extends ConstraintBase<'orderEvents'> {
  readonly pairs: readonly OrderedPair[];
}

export interface OrderedPair {
  readonly first: number;
  readonly second: number;
  /** `maximum` is Infinity where nothing is said. */
  readonly separation: Limits;
}
