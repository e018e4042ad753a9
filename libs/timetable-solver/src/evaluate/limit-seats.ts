import { listEventPoints, type LimitSeats } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { eventName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** A section has room for so many, and is held when enough come. */
export function* measureLimitSeats({ appliesTo, limits }: LimitSeats, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const taken = new Map<number, number>();
  for (const { event } of timetable.listSeats()) taken.set(event, (taken.get(event) ?? 0) + 1);
  for (const event of listEventPoints(instance, appliesTo)) {
    const count = taken.get(event) ?? 0;
    const deviation = outside(count, limits);
    if (count === 0 || deviation === 0) continue;
    yield { point: { kind: 'event', event }, deviation, why: () => limitReasons(count, limits, ['seats-below', 'seats-above'], { event: eventName(instance, event) }) };
  }
}
