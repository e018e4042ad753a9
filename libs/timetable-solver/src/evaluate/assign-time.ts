import { listEventPoints, UNASSIGNED, type AssignTime } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Each lesson has a time. */
export function* measureAssignTime({ appliesTo }: AssignTime, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const event of listEventPoints(instance, appliesTo)) {
    const deviation = timetable.meetsOf(event).reduce((sum, { time, duration }) => (time === UNASSIGNED ? sum + duration : sum), 0);
    if (deviation === 0) continue;
    const { duration } = timetable.eventAt(event);
    yield { point: { kind: 'event', event }, deviation, why: () => [{ key: 'no-time', values: { event: eventName(instance, event), count: deviation, duration } }] };
  }
}
