import type { SpreadEvents } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { eventGroupName, timeGroupName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Lessons are spread: so many of a course begin in each of the time groups. */
export function* measureSpreadEvents({ appliesTo, timeGroups }: SpreadEvents, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const bounds = timeGroups.map(({ timeGroup, limits }) => ({ timeGroup, limits, times: new Set(timetable.timesIn(timeGroup)) }));
  for (const eventGroup of appliesTo.eventGroups) {
    const starts = (instance.eventGroups[eventGroup]?.events ?? []).flatMap((event) => timetable.meetsOf(event).map(({ time }) => time));
    const counts = bounds.map(({ timeGroup, limits, times }) => ({ timeGroup, limits, count: starts.filter((time) => times.has(time)).length }));
    const deviation = counts.reduce((sum, { count, limits }) => sum + outside(count, limits), 0);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'eventGroup', eventGroup },
      deviation,
      why: () =>
        counts.flatMap(({ timeGroup, limits, count }) =>
          limitReasons(count, limits, ['spread-below', 'spread-above'], { eventGroup: eventGroupName(instance, eventGroup), timeGroup: timeGroupName(instance, timeGroup) }),
        ),
    };
  }
}
