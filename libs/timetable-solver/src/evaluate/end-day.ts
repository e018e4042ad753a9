import { listEventPoints, UNASSIGNED, type EndDay, type Meet } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { eventName, resourceName, someNames } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Sports come last. */
export function* measureEndDay({ appliesTo, timeGroups, resourceTypes }: EndDay, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const listLater = (meet: Meet): number[] => {
    const day = meet.time === UNASSIGNED ? undefined : timeGroups.find((group) => timetable.timesIn(group).includes(meet.time));
    if (day === undefined) return [];
    const later = timetable.timesIn(day).filter((time) => time >= meet.time + meet.duration);
    return meet.resources.filter((resource) => resourceTypes.includes(instance.resources[resource]?.type ?? -1) && timetable.listBusy(resource, later).length > 0);
  };
  for (const event of listEventPoints(instance, appliesTo)) {
    const disturbed = timetable.meetsOf(event).map(listLater).filter(({ length }) => length > 0);
    if (disturbed.length === 0) continue;
    yield {
      point: { kind: 'event', event },
      deviation: disturbed.length,
      why: () =>
        disturbed.map((resources) => ({ key: 'not-last', values: { event: eventName(instance, event), resources: someNames(resources.map((one) => resourceName(instance, one))) } })),
    };
  }
}
