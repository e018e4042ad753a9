import type {
  AssignResource,
  AssignTime,
  AvoidSplitAssignments,
  DistributeSplitEvents,
  LinkEvents,
  OrderEvents,
  PreferResources,
  PreferTimes,
  SplitEvents,
  SpreadEvents,
} from './constraints/events.ts';
import type { AvoidClashes, AvoidUnavailableTimes, ClusterBusyTimes, LimitBusyTimes, LimitIdleTimes, LimitWorkload } from './constraints/resources.ts';

/** The sixteen kinds of the XHSTT benchmark. */
export type XhsttConstraint =
  | AssignTime
  | AssignResource
  | PreferTimes
  | PreferResources
  | SplitEvents
  | DistributeSplitEvents
  | AvoidSplitAssignments
  | SpreadEvents
  | LinkEvents
  | OrderEvents
  | AvoidClashes
  | AvoidUnavailableTimes
  | LimitIdleTimes
  | ClusterBusyTimes
  | LimitBusyTimes
  | LimitWorkload;

/** Every rule a timetable can be held to. Kinds beyond XHSTT stand in a file of their own under `constraints/`. */
export type Constraint = XhsttConstraint;

export type ConstraintKind = Constraint['kind'];
