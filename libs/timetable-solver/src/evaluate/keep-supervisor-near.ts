import { UNASSIGNED, type KeepSupervisorNear } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName, timeName } from './names.ts';
import { listRolePlaces } from './roles.ts';
import type { Timetable } from './timetable.ts';

/** Who supervises a break is at school around it. */
export function* measureKeepSupervisorNear({ appliesTo, role, near }: KeepSupervisorNear, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const timesNear = new Map(near.map(({ time, times }) => [time, times]));
  for (const { event, place } of listRolePlaces(appliesTo, role, timetable)) {
    const away = timetable.meetsOf(event).flatMap(({ duration, time, resources }) => {
      const [resource, times] = [resources[place] ?? UNASSIGNED, timesNear.get(time)];
      if (resource === UNASSIGNED || times === undefined || times.some((one) => timetable.isBusy(resource, one))) return [];
      return [{ resource, time, duration }];
    });
    if (away.length === 0) continue;
    yield {
      point: { kind: 'eventResource', event, place },
      deviation: away.reduce((sum, { duration }) => sum + duration, 0),
      why: () =>
        away.map(({ resource, time }) => ({ key: 'supervisor-away', values: { resource: resourceName(instance, resource), event: eventName(instance, event), time: timeName(instance, time) } })),
    };
  }
}
