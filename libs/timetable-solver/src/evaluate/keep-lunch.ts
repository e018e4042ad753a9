import { listResourcePoints, type KeepLunch } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { resourceName, timeGroupName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Everyone eats: on a day with lessons enough times of the lunch window are free. */
export function* measureKeepLunch({ appliesTo, windows, free }: KeepLunch, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  for (const resource of listResourcePoints(instance, appliesTo)) {
    const missing = windows
      .filter(({ day }) => timetable.timesIn(day).some((time) => timetable.isBusy(resource, time)))
      .map(({ day, times }) => ({ day, count: times.length - timetable.listBusy(resource, times).length }))
      .filter(({ count }) => count < free);
    if (missing.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: missing.reduce((sum, { count }) => sum + free - count, 0),
      why: () =>
        missing.map(({ day, count }) => ({ key: 'no-lunch', values: { resource: resourceName(instance, resource), timeGroup: timeGroupName(instance, day), count, limit: free } })),
    };
  }
}
