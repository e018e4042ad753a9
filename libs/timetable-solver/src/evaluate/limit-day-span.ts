import { listResourcePoints, type LimitDaySpan } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { resourceName, timeGroupName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** A day is so long from the first lesson to the last, gaps included. */
export function* measureLimitDaySpan({ appliesTo, timeGroups, limits }: LimitDaySpan, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const spans = timeGroups
      .map((timeGroup) => ({ timeGroup, span: spanOf(resource, timetable.timesIn(timeGroup), timetable) }))
      .filter(({ span }) => span > 0 && outside(span, limits) > 0);
    if (spans.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: spans.reduce((sum, { span }) => sum + outside(span, limits), 0),
      why: () =>
        spans.flatMap(({ timeGroup, span }) =>
          limitReasons(span, limits, ['span-below', 'span-above'], { resource: resourceName(instance, resource), timeGroup: timeGroupName(instance, timeGroup) }),
        ),
    };
  }
}

/** @returns how many of the times lie from the first busy one to the last, 0 where none is busy */
function spanOf(resource: number, times: readonly number[], timetable: Timetable): number {
  const busy = times.map((time) => timetable.isBusy(resource, time));
  return busy.includes(true) ? busy.lastIndexOf(true) - busy.indexOf(true) + 1 : 0;
}
