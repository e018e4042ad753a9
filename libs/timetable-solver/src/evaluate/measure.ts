import type { Constraint } from '../model/index.ts';
import { measureAssignResource } from './assign-resource.ts';
import { measureAssignTime } from './assign-time.ts';
import { measureAvoidClashes } from './avoid-clashes.ts';
import { measureAvoidCrossingBreaks } from './avoid-crossing-breaks.ts';
import { measureAvoidSplitAssignments } from './avoid-split-assignments.ts';
import { measureAvoidUnavailableTimes } from './avoid-unavailable-times.ts';
import { measureClusterBusyTimes } from './cluster-busy-times.ts';
import { measureDistributeSplitEvents } from './distribute-split-events.ts';
import { measureEndDay } from './end-day.ts';
import type { Finding } from './finding.ts';
import { measureKeepCommonTime } from './keep-common-time.ts';
import { measureKeepDaysApart } from './keep-days-apart.ts';
import { measureKeepLocks } from './keep-locks.ts';
import { measureKeepLunch } from './keep-lunch.ts';
import { measureKeepSupervisorNear } from './keep-supervisor-near.ts';
import { measureKeepTimetable } from './keep-timetable.ts';
import { measureKeepTravelTime } from './keep-travel-time.ts';
import { measureLimitAttendance } from './limit-attendance.ts';
import { measureLimitBusyTimes } from './limit-busy-times.ts';
import { measureLimitDaySpan } from './limit-day-span.ts';
import { measureLimitIdleTimes } from './limit-idle-times.ts';
import { measureLimitLateStarts } from './limit-late-starts.ts';
import { measureLimitRuns } from './limit-runs.ts';
import { measureLimitSeats } from './limit-seats.ts';
import { measureLimitWorkload } from './limit-workload.ts';
import { measureLinkEvents } from './link-events.ts';
import { measureMeetChoices } from './meet-choices.ts';
import { measureOrderChoices } from './order-choices.ts';
import { measureOrderEvents } from './order-events.ts';
import { measurePreferResources } from './prefer-resources.ts';
import { measurePreferTimes } from './prefer-times.ts';
import { measureSplitEvents } from './split-events.ts';
import { measureSpreadEvents } from './spread-events.ts';
import { measureStartTogether } from './start-together.ts';
import type { Timetable } from './timetable.ts';

/** @returns the points at which a rule is not met */
export function measure(constraint: Constraint, timetable: Timetable): Iterable<Finding> {
  switch (constraint.kind) {
    case 'assignTime':
      return measureAssignTime(constraint, timetable);
    case 'assignResource':
      return measureAssignResource(constraint, timetable);
    case 'preferTimes':
      return measurePreferTimes(constraint, timetable);
    case 'preferResources':
      return measurePreferResources(constraint, timetable);
    case 'splitEvents':
      return measureSplitEvents(constraint, timetable);
    case 'distributeSplitEvents':
      return measureDistributeSplitEvents(constraint, timetable);
    case 'avoidSplitAssignments':
      return measureAvoidSplitAssignments(constraint, timetable);
    case 'spreadEvents':
      return measureSpreadEvents(constraint, timetable);
    case 'linkEvents':
      return measureLinkEvents(constraint, timetable);
    case 'orderEvents':
      return measureOrderEvents(constraint, timetable);
    case 'avoidClashes':
      return measureAvoidClashes(constraint, timetable);
    case 'avoidUnavailableTimes':
      return measureAvoidUnavailableTimes(constraint, timetable);
    case 'limitIdleTimes':
      return measureLimitIdleTimes(constraint, timetable);
    case 'clusterBusyTimes':
      return measureClusterBusyTimes(constraint, timetable);
    case 'limitBusyTimes':
      return measureLimitBusyTimes(constraint, timetable);
    case 'limitWorkload':
      return measureLimitWorkload(constraint, timetable);
    case 'startTogether':
      return measureStartTogether(constraint, timetable);
    case 'avoidCrossingBreaks':
      return measureAvoidCrossingBreaks(constraint, timetable);
    case 'keepLunch':
      return measureKeepLunch(constraint, timetable);
    case 'limitAttendance':
      return measureLimitAttendance(constraint, timetable);
    case 'limitDaySpan':
      return measureLimitDaySpan(constraint, timetable);
    case 'limitRuns':
      return measureLimitRuns(constraint, timetable);
    case 'keepTravelTime':
      return measureKeepTravelTime(constraint, timetable);
    case 'keepSupervisorNear':
      return measureKeepSupervisorNear(constraint, timetable);
    case 'keepCommonTime':
      return measureKeepCommonTime(constraint, timetable);
    case 'keepLocks':
      return measureKeepLocks(constraint, timetable);
    case 'keepTimetable':
      return measureKeepTimetable(constraint, timetable);
    case 'keepDaysApart':
      return measureKeepDaysApart(constraint, timetable);
    case 'limitLateStarts':
      return measureLimitLateStarts(constraint, timetable);
    case 'endDay':
      return measureEndDay(constraint, timetable);
    case 'meetChoices':
      return measureMeetChoices(constraint, timetable);
    case 'limitSeats':
      return measureLimitSeats(constraint, timetable);
    case 'orderChoices':
      return measureOrderChoices(constraint, timetable);
  }
}
