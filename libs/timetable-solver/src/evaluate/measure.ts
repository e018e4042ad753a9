import type { Constraint } from '../model/index.ts';
import { measureAssignResource } from './assign-resource.ts';
import { measureAssignTime } from './assign-time.ts';
import { measureAvoidClashes } from './avoid-clashes.ts';
import { measureAvoidSplitAssignments } from './avoid-split-assignments.ts';
import { measureAvoidUnavailableTimes } from './avoid-unavailable-times.ts';
import { measureClusterBusyTimes } from './cluster-busy-times.ts';
import { measureDistributeSplitEvents } from './distribute-split-events.ts';
import type { Finding } from './finding.ts';
import { measureLimitBusyTimes } from './limit-busy-times.ts';
import { measureLimitIdleTimes } from './limit-idle-times.ts';
import { measureLimitWorkload } from './limit-workload.ts';
import { measureLinkEvents } from './link-events.ts';
import { measureOrderEvents } from './order-events.ts';
import { measurePreferResources } from './prefer-resources.ts';
import { measurePreferTimes } from './prefer-times.ts';
import { measureSplitEvents } from './split-events.ts';
import { measureSpreadEvents } from './spread-events.ts';
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
  }
}
