import { listResourcePoints, type ClusterBusyTimes } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName, someNames, timeGroupName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Work falls on so many days. */
export function* measureClusterBusyTimes({ appliesTo, timeGroups, limits }: ClusterBusyTimes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const busy = timeGroups.filter((group) => timetable.timesIn(group).some((time) => timetable.isBusy(resource, time)));
    const deviation = outside(busy.length, limits);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation,
      why: () =>
        limitReasons(busy.length, limits, ['clusters-below', 'clusters-above'], {
          resource: resourceName(instance, resource),
          timeGroups: someNames(busy.map((group) => timeGroupName(instance, group))),
        }),
    };
  }
}
