import { listResourcePoints, type MeetChoices } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { resourceName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Learners get the courses they chose. */
export function* measureMeetChoices({ appliesTo }: MeetChoices, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const open = new Map<number, number>();
  for (const { resource } of instance.choices ?? []) open.set(resource, (open.get(resource) ?? 0) + 1);
  const all = new Map(open);
  for (const { choice } of timetable.listSeats()) open.set(choice.resource, (open.get(choice.resource) ?? 0) - 1);
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const deviation = open.get(resource) ?? 0;
    if (deviation === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation,
      why: () => [{ key: 'choices-open', values: { resource: resourceName(instance, resource), count: deviation, all: all.get(resource) ?? 0 } }],
    };
  }
}
