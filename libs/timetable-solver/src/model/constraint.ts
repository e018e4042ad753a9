import type { AvoidCrossingBreaks } from './constraints/avoid-crossing-breaks.ts';
import type { EndDay } from './constraints/end-day.ts';
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
import type { KeepCommonTime } from './constraints/keep-common-time.ts';
import type { KeepDaysApart } from './constraints/keep-days-apart.ts';
import type { KeepLocks } from './constraints/keep-locks.ts';
import type { KeepLunch } from './constraints/keep-lunch.ts';
import type { KeepSupervisorNear } from './constraints/keep-supervisor-near.ts';
import type { KeepTimetable } from './constraints/keep-timetable.ts';
import type { KeepTravelTime } from './constraints/keep-travel-time.ts';
import type { LimitAttendance } from './constraints/limit-attendance.ts';
import type { LimitDaySpan } from './constraints/limit-day-span.ts';
import type { LimitLateStarts } from './constraints/limit-late-starts.ts';
import type { LimitRuns } from './constraints/limit-runs.ts';
import type { LimitSeats } from './constraints/limit-seats.ts';
import type { MeetChoices } from './constraints/meet-choices.ts';
import type { OrderChoices } from './constraints/order-choices.ts';
import type { AvoidClashes, AvoidUnavailableTimes, ClusterBusyTimes, LimitBusyTimes, LimitIdleTimes, LimitWorkload } from './constraints/resources.ts';
import type { StartTogether } from './constraints/start-together.ts';

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

/** What schools need besides, each in a file of its own. */
export type SchoolConstraint =
  | StartTogether
  | AvoidCrossingBreaks
  | KeepLunch
  | LimitAttendance
  | LimitDaySpan
  | LimitRuns
  | KeepTravelTime
  | KeepSupervisorNear
  | KeepCommonTime
  | KeepLocks
  | KeepTimetable
  | KeepDaysApart
  | LimitLateStarts
  | EndDay
  | MeetChoices
  | LimitSeats
  | OrderChoices;

/** Every rule a timetable can be held to. */
export type Constraint = XhsttConstraint | SchoolConstraint;

export type ConstraintKind = Constraint['kind'];
