import { listResourcePoints, type AvoidClashes } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName, someNames, timeName } from './names.ts';
import type { Reason } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** Nobody is at two places at a time. */
export function* measureAvoidClashes({ appliesTo }: AvoidClashes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    let deviation = 0;
    for (let time = 0; time < instance.times.length; time += 1) deviation += Math.max(timetable.lessonsAt(resource, time) - 1, 0);
    if (deviation > 0) yield { point: { kind: 'resource', resource }, deviation, why: () => listReasons(resource, timetable) };
  }
}

function listReasons(resource: number, timetable: Timetable): Reason[] {
  const { instance } = timetable;
  return instance.times.flatMap((_, time) => {
    const count = timetable.lessonsAt(resource, time);
    if (count < 2) return [];
    const events = timetable.listEventsAt(resource, time).map((event) => eventName(instance, event));
    return [{ key: 'clash', values: { resource: resourceName(instance, resource), time: timeName(instance, time), count, events: someNames(events) } }];
  });
}
