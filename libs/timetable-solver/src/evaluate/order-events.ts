import { UNASSIGNED, type OrderEvents } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { eventName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** One event comes after another, so many times between them. A pair that is not wholly placed is not judged. */
export function* measureOrderEvents({ pairs }: OrderEvents, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const { first, second, separation } of pairs) {
    const meets = [...timetable.meetsOf(first), ...timetable.meetsOf(second)];
    if (meets.length === 0 || meets.some(({ time }) => time === UNASSIGNED)) continue;
    const end = Math.max(...timetable.meetsOf(first).map(({ time, duration }) => time + duration));
    const start = Math.min(...timetable.meetsOf(second).map(({ time }) => time));
    const deviation = outside(start - end, separation);
    if (deviation === 0) continue;
    yield {
      point: { kind: 'eventPair', first, second },
      deviation,
      why: () => limitReasons(start - end, separation, ['too-early', 'too-late'], { first: eventName(instance, first), second: eventName(instance, second) }),
    };
  }
}
