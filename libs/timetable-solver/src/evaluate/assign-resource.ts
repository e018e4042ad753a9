import { UNASSIGNED, type AssignResource } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName } from './names.ts';
import { listRolePlaces } from './roles.ts';
import type { Timetable } from './timetable.ts';

/** Whoever is to be chosen is chosen. */
export function* measureAssignResource({ appliesTo, role }: AssignResource, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const { event, place } of listRolePlaces(appliesTo, role, timetable)) {
    const deviation = timetable.meetsOf(event).reduce((sum, { resources, duration }) => (resources[place] === UNASSIGNED ? sum + duration : sum), 0);
    if (deviation === 0) continue;
    const { duration } = timetable.eventAt(event);
    yield {
      point: { kind: 'eventResource', event, place },
      deviation,
      why: () => [{ key: 'no-resource', values: { event: eventName(instance, event), role, count: deviation, duration } }],
    };
  }
}
