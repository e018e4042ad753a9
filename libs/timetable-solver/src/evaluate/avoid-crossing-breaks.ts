import { listEventPoints, type AvoidCrossingBreaks } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** A double lesson does not run across lunch, a long break or the day's end. */
export function* measureAvoidCrossingBreaks({ appliesTo, breaksAfter }: AvoidCrossingBreaks, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const breaks = new Set(breaksAfter);
  for (const event of listEventPoints(instance, appliesTo)) {
    const crossed = timetable.meetsOf(event).flatMap((meet) => [...timetable.timesOf(meet)].filter((time) => breaks.has(time) && time < meet.time + meet.duration - 1));
    if (crossed.length === 0) continue;
    yield {
      point: { kind: 'event', event },
      deviation: crossed.length,
      why: () => crossed.map((time) => ({ key: 'crosses-break', values: { event: eventName(instance, event), time: timeName(instance, time) } })),
    };
  }
}
