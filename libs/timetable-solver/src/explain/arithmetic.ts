import { listResourcePoints, type Instance } from '../model/index.ts';
import { findCrowdedRooms, findCrowdedBands, findTooManyMeets } from './arithmetic-groups.ts';
import { findFullHalls } from './choices.ts';
import { findDemands, sumDurations, type Demands } from './demands.ts';
import { findCrowded } from './matching.ts';
import { nameSome, type Explanation } from './sentences.ts';

/**
 * Tells by counting alone, before any search, what can't be: hours against free times, lessons without a start, limits of days, rooms
 * of a kind, work load. Each sentence is a proof; none found does not mean that a timetable exists.
 */
export function findImpossible(instance: Instance): Explanation[] {
  const demands = findDemands(instance);
  return [findTooManyLessons, findNoStarts, findDayLimits, findOverloads, findCrowdedTimes, findTooManyMeets, findCrowdedRooms, findCrowdedBands, findFullHalls].flatMap((check) => check(demands));
}

const eventName = ({ instance }: Demands, event: number): string => instance.events[event]?.name ?? String(event);
const resourceName = ({ instance }: Demands, resource: number): string => instance.resources[resource]?.name ?? String(resource);

const placedEventsOf = ({ eventsOf, needsTime }: Demands, resource: number): number[] => (eventsOf[resource] ?? []).filter((event) => needsTime[event] === true);

/** Hours of a class or teacher against its free times. */
function findTooManyLessons(demands: Demands): Explanation[] {
  return [...demands.single].flatMap((resource): Explanation[] => {
    const lessons = sumDurations(demands, placedEventsOf(demands, resource));
    const free = demands.isAway[resource]?.filter((away) => away === 0).length ?? 0;
    return lessons > free ? [{ key: 'too-many-lessons', values: { resource: resourceName(demands, resource), lessons, free } }] : [];
  });
}

/** Lessons longer than any block, or whose people and wishes leave no time. */
function findNoStarts(demands: Demands): Explanation[] {
  const { instance, needsTime, mayStart, isAway, isWhole } = demands;
  return instance.events.flatMap(({ duration, resources }, event): Explanation[] => {
    if (needsTime[event] !== true || mayStart[event]?.includes(1) === true) return [];
    const people = [...new Set(resources.flatMap(({ resource }) => resource ?? []))];
    const short = people.map((resource) => ({ resource, longest: longestFree(isAway[resource] ?? new Uint8Array()) })).find(({ longest }) => isWhole[event] === true && longest < duration);
    if (short !== undefined) return [{ key: 'too-long', values: { event: eventName(demands, event), duration, resource: resourceName(demands, short.resource), longest: short.longest } }];
    return [{ key: 'no-start', values: { event: eventName(demands, event), people: nameSome(people.map((one) => resourceName(demands, one))) } }];
  });
}

function longestFree(away: Uint8Array): number {
  let [longest, run] = [0, 0];
  for (const one of away) {
    run = one === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Most lessons a day, and most days, against all lessons. */
function findDayLimits(demands: Demands): Explanation[] {
  const { instance, rules, isAway, single } = demands;
  return rules.flatMap((rule) => {
    if (rule.kind !== 'limitBusyTimes' && rule.kind !== 'clusterBusyTimes') return [];
    const groups = rule.timeGroups.map((group) => instance.timeGroups[group]?.times ?? []);
    const covered = new Set(groups.flat());
    // Days that share a time would count it twice.
    if (covered.size < groups.reduce((sum, { length }) => sum + length, 0)) return [];
    return listResourcePoints(instance, rule.appliesTo).flatMap((resource): Explanation[] => {
      if (!single.has(resource)) return [];
      const lessons = sumDurations(demands, placedEventsOf(demands, resource));
      const away = isAway[resource] ?? new Uint8Array();
      const outside = instance.times.filter((_, time) => !covered.has(time) && away[time] === 0).length;
      const open = groups.map((times) => times.filter((time) => away[time] === 0).length);
      if (rule.kind === 'limitBusyTimes') {
        const room = open.reduce((sum, free) => sum + Math.min(free, rule.limits.maximum), outside);
        return lessons > room ? [{ key: 'day-limits', values: { resource: resourceName(demands, resource), lessons, room } }] : [];
      }
      const most = Math.min(open.length, rule.limits.maximum);
      const room = open.toSorted((one, other) => other - one).slice(0, most).reduce((sum, free) => sum + free, outside);
      if (lessons > room) return [{ key: 'too-few-days', values: { resource: resourceName(demands, resource), lessons, days: most, room } }];
      return lessons < rule.limits.minimum ? [{ key: 'too-few-lessons', values: { resource: resourceName(demands, resource), lessons, days: rule.limits.minimum } }] : [];
    });
  });
}

/** Work load of what is given beforehand. */
function findOverloads(demands: Demands): Explanation[] {
  const { instance, rules, eventsOf } = demands;
  return rules.flatMap((rule) => {
    if (rule.kind !== 'limitWorkload') return [];
    return listResourcePoints(instance, rule.appliesTo).flatMap((resource): Explanation[] => {
      const loads = (eventsOf[resource] ?? []).flatMap((event) => {
        const { resources = [], workload, duration = 0 } = instance.events[event] ?? {};
        return resources.filter((place) => place.resource === resource).map((place) => place.workload ?? workload ?? duration);
      });
      const load = Math.ceil(loads.reduce((sum, one) => sum + one, 0));
      return load > rule.limits.maximum ? [{ key: 'overloaded', values: { resource: resourceName(demands, resource), load, limit: rule.limits.maximum } }] : [];
    });
  });
}

/** Some lessons of one person that only a few times are open for. */
function findCrowdedTimes(demands: Demands): Explanation[] {
  const { instance, mayRun, single } = demands;
  return [...single].flatMap((resource): Explanation[] => {
    const events = placedEventsOf(demands, resource);
    const free = demands.isAway[resource]?.filter((away) => away === 0).length ?? 0;
    // Told already, and better, by the sum of all.
    if (sumDurations(demands, events) > free) return [];
    const crowd = findCrowded(
      events.map((event) => instance.events[event]?.duration ?? 0),
      events.map((event) => instance.times.flatMap((_, time) => (mayRun[event]?.[time] === 1 ? [time] : []))),
    );
    if (crowd === undefined || crowd.places.length === 0) return [];
    const those = crowd.items.map((item) => events[item] ?? 0);
    const values = {
      resource: resourceName(demands, resource),
      lessons: sumDurations(demands, those),
      events: nameSome(those.map((event) => eventName(demands, event))),
      free: crowd.places.length,
      times: nameSome(crowd.places.map((time) => instance.times[time]?.name ?? '')),
    };
    return [{ key: 'crowded-times', values }];
  });
}
