import type { LinkEvents } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventGroupName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Events go on at the same times. */
export function* measureLinkEvents({ appliesTo }: LinkEvents, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const eventGroup of appliesTo.eventGroups) {
    const events = instance.eventGroups[eventGroup]?.events ?? [];
    const running = new Map<number, number>();
    for (const event of events) {
      // An event that meets itself at a time goes on once at that time.
      const times = new Set(timetable.meetsOf(event).flatMap((meet) => [...timetable.timesOf(meet)]));
      for (const time of times) running.set(time, (running.get(time) ?? 0) + 1);
    }
    const apart = [...running].filter(([, count]) => count < events.length);
    if (apart.length === 0) continue;
    yield {
      point: { kind: 'eventGroup', eventGroup },
      deviation: apart.length,
      why: () => apart.map(([time, count]) => ({ key: 'apart', values: { eventGroup: eventGroupName(instance, eventGroup), running: count, count: events.length, time: timeName(instance, time) } })),
    };
  }
}
