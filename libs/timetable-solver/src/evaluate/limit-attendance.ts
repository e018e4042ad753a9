import { listNamedTimes, type LimitAttendance } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, someNames, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** No more people than places: diners in a lunch shift, learners in a hall. */
export function* measureLimitAttendance({ events, capacity, during }: LimitAttendance, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const there = new Map<number, { people: number; events: number[] }>(listNamedTimes(instance, during).map((time) => [time, { people: 0, events: [] }]));
  for (const { event, size } of events) {
    for (const time of timetable.meetsOf(event).flatMap((meet) => [...timetable.timesOf(meet)])) {
      const at = there.get(time);
      if (at === undefined) continue;
      at.people += size;
      at.events.push(event);
    }
  }
  const crowded = [...there].filter(([, { people }]) => people > capacity);
  if (crowded.length === 0) return;
  yield {
    point: { kind: 'instance' },
    deviation: crowded.reduce((sum, [, { people }]) => sum + people - capacity, 0),
    why: () =>
      crowded.map(([time, at]) => ({
        key: 'crowded',
        values: { time: timeName(instance, time), count: at.people, limit: capacity, events: someNames(at.events.map((event) => eventName(instance, event))) },
      })),
  };
}
