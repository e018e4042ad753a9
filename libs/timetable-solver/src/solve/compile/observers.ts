/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import { listEventPoints } from '../../model/index.ts';
import type { EndDay, Instance, KeepDaysApart, StartTogether } from '../../model/index.ts';
import type { Layout, Observer, Observers } from '../compiled.ts';
import type { SearchState } from '../state.ts';
import type { PointBuilder } from './points.ts';
import { emptyLists, toRows } from './rows.ts';
import { addSchoolObservers } from './school-observers.ts';

/** Calls back for every meet of the events that has a time. */
function forEachPlaced({ compiled, duration, start }: SearchState, events: readonly number[], take: (meet: number, start: number, event: number) => void): void {
  const { eventMeets } = compiled.layout;
  for (const event of events) {
    for (let meet = eventMeets[event]!; meet < eventMeets[event + 1]!; meet++) if (duration[meet]! > 0 && start[meet]! < compiled.timeCount) take(meet, start[meet]!, event);
  }
}

function watchTogether(events: readonly number[]) {
  return (state: SearchState): number => {
    const beginning = new Map<number, Set<number>>();
    forEachPlaced(state, events, (_meet, start, event) => beginning.set(start, (beginning.get(start) ?? new Set()).add(event)));
    let apart = 0;
    for (const together of beginning.values()) if (together.size < events.length) apart++;
    return apart;
  };
}

/** @returns per time the day it is in, or -1 */
function mapDays(instance: Instance, timeGroups: readonly number[]): Int32Array {
  const dayOf = new Int32Array(instance.times.length).fill(-1);
  for (const [day, group] of timeGroups.entries()) for (const time of instance.timeGroups[group]?.times ?? []) dayOf[time] = day;
  return dayOf;
}

function watchApart(events: readonly number[], dayOf: Int32Array, { days, allowsDoubles }: KeepDaysApart) {
  return (state: SearchState): number => {
    const meets: number[] = [];
    forEachPlaced(state, events, (meet, start) => {
      if (dayOf[start]! >= 0) meets.push(meet);
    });
    let missing = 0;
    for (let one = 0; one < meets.length; one++) {
      for (let other = one + 1; other < meets.length; other++) {
        const [first, second] = [meets[one]!, meets[other]!];
        const [here, there] = [state.start[first]!, state.start[second]!];
        const apart = Math.abs(dayOf[here]! - dayOf[there]!);
        if (apart >= days) continue;
        const [hereEnd, thereEnd] = [here + state.duration[first]!, there + state.duration[second]!];
        const isDouble = apart === 0 && (hereEnd === there || thereEnd === here);
        if (!(allowsDoubles && isDouble)) missing += days - apart;
      }
    }
    return missing;
  };
}

function watchLast(instance: Instance, event: number, { timeGroups, resourceTypes }: EndDay, dayOf: Int32Array) {
  const isBound = instance.resources.map(({ type }) => resourceTypes.includes(type));
  return (state: SearchState): number => {
    const { layout, timeCount } = state.compiled;
    let disturbed = 0;
    forEachPlaced(state, [event], (meet, start) => {
      const day = dayOf[start]!;
      if (day < 0) return;
      const times = instance.timeGroups[timeGroups[day]!]?.times ?? [];
      const end = start + state.duration[meet]!;
      for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
        const resource = state.assigned[task]!;
        if (isBound[resource] !== true || !times.some((time) => time >= end && state.lessons[resource * timeCount + time]! > 0)) continue;
        disturbed++;
        return;
      }
    });
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
      for (const events of eventsOf(constraint)) add(events, points.add(index, constraint, { largest: countMeets(events) }), watchTogether(events));
    } else if (constraint.kind === 'keepDaysApart') {
      const dayOf = mapDays(instance, constraint.timeGroups);
      for (const events of eventsOf(constraint)) {
        const meets = countMeets(events);
        add(events, points.add(index, constraint, { largest: ((meets * (meets - 1)) / 2) * Math.max(0, constraint.days) }), watchApart(events, dayOf, constraint));
      }
    } else if (constraint.kind === 'endDay') {
      const dayOf = mapDays(instance, constraint.timeGroups);
      for (const event of listEventPoints(instance, constraint.appliesTo)) {
        add([event, ...listNeighbours(instance, event, constraint.resourceTypes)], points.add(index, constraint, { largest: countMeets([event]) }), watchLast(instance, event, constraint, dayOf));
      }
    }
  }
  addSchoolObservers(instance, points, add);
  return { rows: toRows(rows), list };
}
