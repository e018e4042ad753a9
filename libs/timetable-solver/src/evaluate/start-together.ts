import { UNASSIGNED, type StartTogether } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventGroupName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** The lessons of a band begin at the same times. */
export function* measureStartTogether({ appliesTo }: StartTogether, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const eventGroup of appliesTo.eventGroups) {
    const events = instance.eventGroups[eventGroup]?.events ?? [];
    const beginning = new Map<number, number>();
    for (const event of events) {
      for (const time of new Set(timetable.meetsOf(event).map((meet) => meet.time))) if (time !== UNASSIGNED) beginning.set(time, (beginning.get(time) ?? 0) + 1);
    }
    const apart = [...beginning].filter(([, count]) => count < events.length);
    if (apart.length === 0) continue;
    yield {
      point: { kind: 'eventGroup', eventGroup },
      deviation: apart.length,
      why: () =>
        apart.map(([time, count]) => ({ key: 'starts-apart', values: { eventGroup: eventGroupName(instance, eventGroup), running: count, count: events.length, time: timeName(instance, time) } })),
    };
  }
}
