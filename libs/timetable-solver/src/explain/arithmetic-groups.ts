import type { Demands } from './demands.ts';
import { groupByRooms, listChoices } from './rooms.ts';
import { nameSome, type Explanation } from './sentences.ts';

const namesOf = (list: readonly { readonly name: string }[], indices: readonly number[]): string => nameSome([...new Set(indices)].map((index) => list[index]?.name ?? ''));

/** Rooms of a kind against all lessons that need one. */
export function findCrowdedRooms(demands: Demands): Explanation[] {
  const { instance, single, isAway, eventsOf } = demands;
  return groupByRooms(listChoices(demands)).flatMap(({ rooms, choices }): Explanation[] => {
    if (!rooms.every((room) => single.has(room))) return [];
    const given = rooms.reduce((sum, room) => sum + (eventsOf[room] ?? []).reduce((hours, event) => hours + (instance.events[event]?.duration ?? 0), 0), 0);
    const free = rooms.reduce((sum, room) => sum + (isAway[room]?.filter((away) => away === 0).length ?? 0), 0);
    const lessons = choices.reduce((sum, { event }) => sum + (instance.events[event]?.duration ?? 0), given);
    const events = namesOf(instance.events, choices.map(({ event }) => event));
    return lessons > free ? [{ key: 'rooms-short', values: { lessons, events, rooms: namesOf(instance.resources, rooms), free } }] : [];
  });
}

/** Lessons that go on at once: nobody is in two of them, and there is a room for each. */
export function findCrowdedBands(demands: Demands): Explanation[] {
  const { instance, rules, single } = demands;
  const byRooms = groupByRooms(listChoices(demands));
  const groups = rules.flatMap((rule) => (rule.kind === 'linkEvents' || rule.kind === 'startTogether' ? rule.appliesTo.eventGroups : []));
  return [...new Set(groups)].flatMap((group): Explanation[] => {
    const { name = '', events = [] } = instance.eventGroups[group] ?? {};
    const counts = new Map<number, number>();
    for (const event of events) for (const resource of new Set(instance.events[event]?.resources.flatMap((place) => place.resource ?? []))) counts.set(resource, (counts.get(resource) ?? 0) + 1);
    const clashes = [...counts].filter(([resource, count]) => count > 1 && single.has(resource));
    const told = clashes.map(([resource, count]): Explanation => ({ key: 'band-clash', values: { resource: instance.resources[resource]?.name ?? '', count, eventGroup: name } }));
    const short = byRooms.flatMap(({ rooms, choices }): Explanation[] => {
      const count = choices.filter(({ event }) => events.includes(event)).length;
      return count > rooms.length && rooms.every((room) => single.has(room)) ? [{ key: 'band-rooms', values: { count, eventGroup: name, rooms: namesOf(instance.resources, rooms) } }] : [];
    });
    return [...told, ...short];
  });
}

/** Lessons of a course against the most its days take. */
export function findTooManyMeets({ instance, rules, needsTime }: Demands): Explanation[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'spreadEvents') return [];
    const groups = rule.timeGroups.map(({ timeGroup }) => instance.timeGroups[timeGroup]?.times ?? []);
    // Times outside all the days take any number; days that share a time would count it twice.
    if (new Set(groups.flat()).size < instance.times.length || groups.flat().length > instance.times.length) return [];
    const room = rule.timeGroups.reduce((sum, { limits }) => sum + limits.maximum, 0);
    return rule.appliesTo.eventGroups.flatMap((group): Explanation[] => {
      const { name = '', events = [] } = instance.eventGroups[group] ?? {};
      const count = events.filter((event) => needsTime[event] === true).length;
      return count > room ? [{ key: 'too-many-meets', values: { eventGroup: `${name} (${namesOf(instance.events, events)})`, count, room } }] : [];
    });
  });
}
