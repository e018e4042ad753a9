import { listNamedResources, UNASSIGNED, type PreferResources } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName } from './names.ts';
import { listRolePlaces } from './roles.ts';
import type { Timetable } from './timetable.ts';

/** Chosen are those named. */
export function* measurePreferResources(constraint: PreferResources, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const { appliesTo, role } = constraint;
  const wanted = new Set(listNamedResources(instance, constraint));
  for (const { event, place } of listRolePlaces(appliesTo, role, timetable)) {
    const others = timetable.meetsOf(event).flatMap(({ duration, resources }) => {
      const resource = resources[place] ?? UNASSIGNED;
      return resource === UNASSIGNED || wanted.has(resource) ? [] : [{ duration, resource }];
    });
    if (others.length === 0) continue;
    yield {
      point: { kind: 'eventResource', event, place },
      deviation: others.reduce((sum, { duration }) => sum + duration, 0),
      why: () =>
        [...new Set(others.map(({ resource }) => resource))].map((resource) => ({
          key: 'other-resource',
          values: { event: eventName(instance, event), role, resource: resourceName(instance, resource) },
        })),
    };
  }
}
