import { listResourcePoints, type LimitIdleTimes } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName, someNames, timeName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Gaps between the first and the last lesson of a day are few; all days of a resource are counted together. */
export function* measureLimitIdleTimes({ appliesTo, timeGroups, limits }: LimitIdleTimes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const idle = timeGroups.flatMap((group) => listIdle(resource, timetable.timesIn(group), timetable));
    const deviation = outside(idle.length, limits);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation,
      why: () =>
        limitReasons(idle.length, limits, ['idle-below', 'idle-above'], {
          resource: resourceName(instance, resource),
          times: someNames(idle.map((time) => timeName(instance, time))),
        }),
    };
  }
}

/** @returns the times without a lesson that have one before and one after them among the same times */
function listIdle(resource: number, times: readonly number[], timetable: Timetable): number[] {
  const busy = times.map((time) => timetable.isBusy(resource, time));
  const [first, last] = [busy.indexOf(true), busy.lastIndexOf(true)];
  return times.filter((_, index) => busy[index] === false && index > first && index < last && first !== -1);
}
