import { listResourcePoints, UNASSIGNED, type KeepTravelTime } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { resourceName, timeName } from './names.ts';
import type { Timetable } from './timetable.ts';

/** Who changes premises has time to travel. */
export function* measureKeepTravelTime({ appliesTo, timeGroups, gap }: KeepTravelTime, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const siteName = (site: number): string => instance.sites[site]?.name ?? `site ${site}`;
  const resources = listResourcePoints(instance, appliesTo);
  const sites = mapSites(new Set(resources), timetable);
  for (const resource of resources) {
    const hasty = timeGroups.flatMap((group) => listChanges(resource, timetable.timesIn(group), timetable, sites)).filter(({ free }) => free < gap);
    if (hasty.length === 0) continue;
    yield {
      point: { kind: 'resource', resource },
      deviation: hasty.reduce((sum, { free }) => sum + gap - free, 0),
      why: () =>
        hasty.map(({ from, to, time, free }) => ({
          key: 'no-travel-time',
          values: { resource: resourceName(instance, resource), from: siteName(from), to: siteName(to), time: timeName(instance, time), count: free, limit: gap },
        })),
    };
  }
}

/** Per resource and time the premises it is at. */
type Sites = ReadonlyMap<number, ReadonlyMap<number, number | undefined>>;

function mapSites(wanted: ReadonlySet<number>, timetable: Timetable): Sites {
  const { instance } = timetable;
  const sites = new Map([...wanted].map((resource) => [resource, new Map<number, number | undefined>()]));
  for (const [event, { site }] of instance.events.entries()) {
    for (const meet of timetable.meetsOf(event)) {
      const people = meet.resources.filter((resource) => resource !== UNASSIGNED);
      const place = people.map((resource) => instance.resources[resource]?.site).find((one) => one !== undefined) ?? site;
      for (const resource of people) {
        const at = sites.get(resource);
        for (const time of timetable.timesOf(meet)) if (at !== undefined && !at.has(time)) at.set(time, place);
      }
    }
  }
  return sites;
}

interface Change {
  readonly from: number;
  readonly to: number;
  /** When the lesson at the other premises begins. */
  readonly time: number;
  readonly free: number;
}

function listChanges(resource: number, times: readonly number[], timetable: Timetable, sites: Sites): Change[] {
  const changes: Change[] = [];
  let [from, free]: [number | undefined, number] = [undefined, 0];
  for (const time of times) {
    if (!timetable.isBusy(resource, time)) {
      free += 1;
      continue;
    }
    const to = sites.get(resource)?.get(time);
    if (from !== undefined && to !== undefined && from !== to) changes.push({ from, to, time, free });
    [from, free] = [to, 0];
  }
  return changes;
}
