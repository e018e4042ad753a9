import { UNASSIGNED, type AvoidSplitAssignments } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventGroupName, resourceName, someNames } from './names.ts';
import { listRolePlaces } from './roles.ts';
import type { Timetable } from './timetable.ts';

/** All lessons of a course have the same teacher (room). */
export function* measureAvoidSplitAssignments({ appliesTo, role }: AvoidSplitAssignments, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const eventGroup of appliesTo.eventGroups) {
    const different = new Set<number>();
    for (const { event, place } of listRolePlaces({ events: [], eventGroups: [eventGroup] }, role, timetable)) {
      for (const { resources } of timetable.meetsOf(event)) different.add(resources[place] ?? UNASSIGNED);
    }
    different.delete(UNASSIGNED);
    if (different.size <= 1) continue;
    const resources = (): string => someNames([...different].map((resource) => resourceName(instance, resource)));
    yield {
      point: { kind: 'eventGroup', eventGroup },
      deviation: different.size - 1,
      why: () => [{ key: 'several-resources', values: { eventGroup: eventGroupName(instance, eventGroup), role, count: different.size, resources: resources() } }],
    };
  }
}
