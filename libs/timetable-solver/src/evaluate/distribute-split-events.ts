import { listEventPoints, type DistributeSplitEvents } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { eventName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** So many meets of an event have exactly this length. */
export function* measureDistributeSplitEvents({ appliesTo, duration, limits }: DistributeSplitEvents, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const event of listEventPoints(instance, appliesTo)) {
    const count = timetable.meetsOf(event).filter((meet) => meet.duration === duration).length;
    const deviation = outside(count, limits);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'event', event },
      deviation,
      why: () => limitReasons(count, limits, ['length-too-rare', 'length-too-often'], { event: eventName(instance, event), length: duration }),
    };
  }
}
