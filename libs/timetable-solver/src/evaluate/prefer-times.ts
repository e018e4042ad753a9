import { listEventPoints, listNamedTimes, UNASSIGNED, type PreferTimes } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Lessons begin at the times named. */
export function* measurePreferTimes({ appliesTo, preferred, duration }: PreferTimes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const wanted = new Set(listNamedTimes(instance, preferred));
  for (const event of listEventPoints(instance, appliesTo)) {
    const elsewhere = timetable.meetsOf(event).filter((meet) => meet.time !== UNASSIGNED && !wanted.has(meet.time) && (duration === undefined || meet.duration === duration));
    if (elsewhere.length === 0) continue;
    yield {
      point: { kind: 'event', event },
      deviation: elsewhere.reduce((sum, meet) => sum + meet.duration, 0),
      why: () => elsewhere.map(({ time }) => ({ key: 'other-time', values: { event: eventName(instance, event), time: timeName(instance, time) } })),
    };
  }
}
