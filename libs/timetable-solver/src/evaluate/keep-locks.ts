import type { KeepLocks, Lock } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName, timeName } from './names.ts';
import type { Reason } from './reasons.ts';
import type { Timetable } from './timetable.ts';

/** What a person has locked stays. */
export function* measureKeepLocks({ locks }: KeepLocks, timetable: Timetable): Generator<Finding> {
  const broken = new Map<number, Lock[]>();
  for (const lock of locks) if (!isKept(lock, timetable)) broken.set(lock.event, [...(broken.get(lock.event) ?? []), lock]);
  for (const [event, open] of broken) yield { point: { kind: 'event', event }, deviation: open.length, why: () => open.map((lock) => sayLock(lock, timetable)) };
}

const isKept = ({ event, time, duration, resources = [] }: Lock, timetable: Timetable): boolean =>
  timetable
    .meetsOf(event)
    .some((meet) => meet.time === time && meet.duration === duration && resources.every((resource, place) => resource === undefined || meet.resources[place] === resource));

function sayLock({ event, time, resources = [] }: Lock, { instance }: Timetable): Reason {
  const names = resources.flatMap((resource) => (resource === undefined ? [] : [resourceName(instance, resource)]));
  const values = { event: eventName(instance, event), time: timeName(instance, time) };
  return names.length === 0 ? { key: 'lock-broken', values } : { key: 'lock-broken-with', values: { ...values, resources: names.join(', ') } };
}
