import { listNamedTimes, listResourcePoints, type AvoidUnavailableTimes } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { resourceName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Nobody works when away. */
export function* measureAvoidUnavailableTimes({ appliesTo, unavailable }: AvoidUnavailableTimes, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const times = listNamedTimes(instance, unavailable);
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const busy = timetable.listBusy(resource, times);
    if (busy.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: busy.length,
      why: () => busy.map((time) => ({ key: 'unavailable', values: { resource: resourceName(instance, resource), time: timeName(instance, time) } })),
    };
  }
}
