import { listEventPoints, type SplitEvents } from '../model/index.ts';
import { outside, type Finding } from './finding.ts';
import { eventName } from './names.ts';
import { limitReasons } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** An event falls into so many meets of such length. */
export function* measureSplitEvents({ appliesTo, durations, amounts }: SplitEvents, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const event of listEventPoints(instance, appliesTo)) {
    const meets = timetable.meetsOf(event);
    // Each odd length counts once, however far it is off.
    const odd = meets.filter(({ duration }) => outside(duration, durations) > 0);
    const deviation = odd.length + outside(meets.length, amounts);
    if (deviation === 0) continue;
    const values = { event: eventName(instance, event) };
    yield {
      point: { kind: 'event', event },
      deviation,
      why: () => [
        ...odd.flatMap(({ duration }) => limitReasons(duration, durations, ['meet-too-short', 'meet-too-long'], values)),
        ...limitReasons(meets.length, amounts, ['meets-too-few', 'meets-too-many'], values),
      ],
    };
  }
}
