/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { listEventPoints } from '../../model/index.ts';
import type { EndDay, Instance, KeepDaysApart, StartTogether } from '../../model/index.ts';
import type { Layout, Observer, Observers } from '../compiled.ts';
import type { SearchState } from '../state.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';
import { addSchoolObservers } from './school-observers.ts';

/** Finds the meets of the events that have a time on one of the days. @returns how many; they are in `found` */
function findPlaced({ compiled, duration, start }: SearchState, events: readonly number[], dayOf: Int32Array, found: Int32Array): number {
  const { eventMeets } = compiled.layout;
  let count = 0;
  for (const event of events) {
    for (let meet = eventMeets[event]!; meet < eventMeets[event + 1]!; meet++) if (duration[meet]! > 0 && start[meet]! < compiled.timeCount && dayOf[start[meet]!]! >= 0) found[count++] = meet;
  }
  return count;
}

function watchTogether(events: readonly number[], timeCount: number) {
  // Per time: events that begin then, and the last of them counted.
  const beginning = new Int32Array(timeCount);
  const last = new Int32Array(timeCount);
  return ({ compiled, duration, start }: SearchState): number => {
    const { eventMeets } = compiled.layout;
    beginning.fill(0);
    last.fill(-1);
    for (const event of events) {
      for (let meet = eventMeets[event]!; meet < eventMeets[event + 1]!; meet++) {
        const time = start[meet]!;
        if (duration[meet] === 0 || time >= timeCount || last[time] === event) continue;
        last[time] = event;
        beginning[time] = beginning[time]! + 1;
      }
    }
    let apart = 0;
    for (let time = 0; time < timeCount; time++) if (beginning[time]! > 0 && beginning[time]! < events.length) apart++;
    return apart;
  };
}

/** @returns per time the day it is in, or -1 */
function mapDays(instance: Instance, timeGroups: readonly number[]): Int32Array {
  const dayOf = new Int32Array(instance.times.length).fill(-1);
  for (const [day, group] of timeGroups.entries()) for (const time of instance.timeGroups[group]?.times ?? []) dayOf[time] = day;
  return dayOf;
}

function watchApart(events: readonly number[], dayOf: Int32Array, meetCount: number, { days, allowsDoubles }: KeepDaysApart) {
  const found = new Int32Array(meetCount);
  return (state: SearchState): number => {
    const { start, duration } = state;
    const count = findPlaced(state, events, dayOf, found);
    let missing = 0;
    for (let one = 0; one < count; one++) {
      const here = start[found[one]!]!;
      for (let other = one + 1; other < count; other++) {
        const there = start[found[other]!]!;
        const apart = Math.abs(dayOf[here]! - dayOf[there]!);
        if (apart >= days) continue;
        const [hereEnd, thereEnd] = [here + duration[found[one]!]!, there + duration[found[other]!]!];
        const isDouble = apart === 0 && (hereEnd === there || thereEnd === here);
        if (!(allowsDoubles && isDouble)) missing += days - apart;
      }
    }
    return missing;
  };
}

function watchLast(instance: Instance, event: number, meetCount: number, { timeGroups, resourceTypes }: EndDay, dayOf: Int32Array) {
  const isBound = instance.resources.map(({ type }) => resourceTypes.includes(type));
  const days = timeGroups.map((group) => instance.timeGroups[group]?.times ?? []);
  const [own, found] = [[event], new Int32Array(meetCount)];
  const isLast = ({ compiled, assigned, start, duration, lessons }: SearchState, meet: number): boolean => {
    const { layout, timeCount } = compiled;
    const end = start[meet]! + duration[meet]!;
    for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
      const resource = assigned[task]!;
      if (isBound[resource] !== true) continue;
      for (const time of days[dayOf[start[meet]!]!]!) if (time >= end && lessons[resource * timeCount + time]! > 0) return false;
    }
    return true;
  };
  return (state: SearchState): number => {
    let disturbed = 0;
    for (let at = findPlaced(state, own, dayOf, found) - 1; at >= 0; at--) if (!isLast(state, found[at]!)) disturbed++;
    return disturbed;
  };
}

/** @returns the events that any resource of these types takes part in, or may */
const listOfTypes = (instance: Instance, types: readonly number[]): number[] => [...instance.events.keys()].filter((event) => instance.events[event]!.resources.some(({ type }) => types.includes(type)));

/** @returns the events that share a given resource of the types with the event, and those that may choose one */
function listNeighbours(instance: Instance, event: number, types: readonly number[]): number[] {
  const own = instance.events[event]!.resources.filter(({ type }) => types.includes(type));
  if (own.some(({ resource }) => resource === undefined)) return listOfTypes(instance, types);
  const given = new Set(own.map(({ resource }) => resource));
  return listOfTypes(instance, types).filter((other) => instance.events[other]!.resources.some(({ type, resource }) => types.includes(type) && (resource === undefined || given.has(resource))));
}

/** Rules that are counted anew after each change of an event they look at. */
export function compileObservers(instance: Instance, layout: Layout, points: PointBuilder): Observers {
  const rows = emptyLists(instance.events.length);
  const list: Observer[] = [];
  const add = (events: readonly number[], point: number, measure: Observer['measure']): void => {
    for (const event of new Set(events)) rows[event]!.push(list.length);
    list.push({ point, measure });
  };
  const countMeets = (events: readonly number[]): number => events.reduce((sum, event) => sum + layout.eventMeets[event + 1]! - layout.eventMeets[event]!, 0);
  const eventsOf = ({ appliesTo }: StartTogether | KeepDaysApart): (readonly number[])[] => appliesTo.eventGroups.map((group) => instance.eventGroups[group]?.events ?? []);
  for (const [index, constraint] of instance.constraints.entries()) {
    if (constraint.kind === 'startTogether') {
      for (const events of eventsOf(constraint)) add(events, points.add(index, constraint, { largest: countMeets(events) }), watchTogether(events, instance.times.length));
    } else if (constraint.kind === 'keepDaysApart') {
      const dayOf = mapDays(instance, constraint.timeGroups);
      for (const events of eventsOf(constraint)) {
        const meets = countMeets(events);
        add(events, points.add(index, constraint, { largest: ((meets * (meets - 1)) / 2) * Math.max(0, constraint.days) }), watchApart(events, dayOf, meets, constraint));
      }
    } else if (constraint.kind === 'endDay') {
      const dayOf = mapDays(instance, constraint.timeGroups);
      for (const event of listEventPoints(instance, constraint.appliesTo)) {
        add([event, ...listNeighbours(instance, event, constraint.resourceTypes)], points.add(index, constraint, { largest: countMeets([event]) }), watchLast(instance, event, countMeets([event]), constraint, dayOf));
      }
    }
  }
  addSchoolObservers(instance, points, add);
  return { rows: toRows(rows), list };
}
