import { listResourcePoints, type LimitBusyTimes } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName, timeGroupName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** A day with lessons has so many of them; a day without any is not judged. */
export function* measureLimitBusyTimes({ appliesTo, timeGroups, limits }: LimitBusyTimes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const counts = timeGroups
      .map((timeGroup) => ({ timeGroup, count: timetable.listBusy(resource, timetable.timesIn(timeGroup)).length }))
      .filter(({ count }) => count > 0 && outside(count, limits) > 0);
    if (counts.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: counts.reduce((sum, { count }) => sum + outside(count, limits), 0),
      why: () =>
        counts.flatMap(({ timeGroup, count }) =>
          limitReasons(count, limits, ['busy-below', 'busy-above'], { resource: resourceName(instance, resource), timeGroup: timeGroupName(instance, timeGroup) }),
        ),
    };
  }
}
