import type { Instance, Solution } from '../../model/index.ts';
import type { Compiled } from '../compiled.ts';
import { compileBusy } from './busy.ts';
import { compileLinks, compileOrders, compileShapes, compileSpreads } from './courses.ts';
import { compileLayout } from './layout.ts';
import { compileObservers } from './observers.ts';
import { compilePartners } from './partners.ts';
import { PointBuilder } from './points.ts';
import { compileRoles } from './roles.ts';
import { compileStarts } from './starts.ts';

/** Kinds of constraint the search can optimise; any other is refused, never passed over. */
const KNOWN: ReadonlySet<string> = new Set([
  'assignTime',
  'assignResource',
  'preferTimes',
  'preferResources',
  'splitEvents',
  'distributeSplitEvents',
  'avoidSplitAssignments',
  'spreadEvents',
  'linkEvents',
  'orderEvents',
  'avoidClashes',
  'avoidUnavailableTimes',
  'limitIdleTimes',
  'clusterBusyTimes',
  'limitBusyTimes',
  'limitWorkload',
  'avoidCrossingBreaks',
  'keepLunch',
  'limitDaySpan',
  'limitLateStarts',
  'limitRuns',
  'startTogether',
  'keepDaysApart',
  'endDay',
  'limitAttendance',
  'keepTravelTime',
  'keepSupervisorNear',
  'keepCommonTime',
  'keepLocks',
  'keepTimetable',
]);

/**
 * @param warmStart its events keep as many meets as they have there
 * @returns the instance as typed arrays
 * @throws Error naming the first constraint whose kind the search does not know
 */
export function compile(instance: Instance, warmStart?: Solution): Compiled {
  const unknown = instance.constraints.find((constraint) => !KNOWN.has(constraint.kind));
  if (unknown !== undefined) throw new Error(`cannot optimise ${unknown.kind} yet (constraint ${unknown.id})`);
  const builder = new PointBuilder();
  const layout = compileLayout(instance, warmStart);
  const starts = compileStarts(instance, builder);
  const roles = compileRoles(instance, layout, builder);
  const spreads = compileSpreads(instance, builder);
  const links = compileLinks(instance, builder);
  const orders = compileOrders(instance, builder);
  const shapes = compileShapes(instance, builder);
  const busy = compileBusy(instance, layout, builder);
  const observers = compileObservers(instance, layout, builder);
  return {
    timeCount: instance.times.length,
    resourceCount: instance.resources.length,
    eventCount: instance.events.length,
    meetCount: layout.meetEvent.length,
    taskCount: layout.taskMeet.length,
    layout,
    points: builder.finish(),
    starts,
    roles,
    spreads,
    links,
    orders,
    shapes,
    busy,
    observers,
    partners: compilePartners(instance),
  };
}
