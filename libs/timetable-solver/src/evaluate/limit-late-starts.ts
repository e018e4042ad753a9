import { listResourcePoints, type LimitLateStarts } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Days begin early; all days of a resource are counted together. */
export function* measureLimitLateStarts({ appliesTo, timeGroups, limits }: LimitLateStarts, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const count = timeGroups.reduce((sum, group) => sum + Math.max(0, timetable.timesIn(group).findIndex((time) => timetable.isBusy(resource, time))), 0);
    const deviation = outside(count, limits);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation,
      why: () => limitReasons(count, limits, ['late-below', 'late-above'], { resource: resourceName(instance, resource) }),
    };
  }
}
