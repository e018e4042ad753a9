/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import {
  listEventPoints,
  listNamedResources,
  listNamedTimes,
  listResourcePoints,
  UNASSIGNED,
  type Instance,
  type KeepLocks,
  type KeepSupervisorNear,
  type KeepTimetable,
  type KeepTravelTime,
  type LimitAttendance,
  type Meet,
} from '../../model/index.ts';
import type { Observer } from '../compiled.ts';
import type { SearchState } from '../state.ts';
import type { PointBuilder } from './points.ts';

/** Adds a point's measure, counted anew when any of the events changes. */
type Add = (events: readonly number[], point: number, measure: Observer['measure']) => void;

/** Meets of an event that are there and have a time. */
function* listPlaced({ compiled, duration, start }: SearchState, event: number): Generator<number> {
  const { eventMeets } = compiled.layout;
  for (let meet = eventMeets[event]!; meet < eventMeets[event + 1]!; meet++) if (duration[meet]! > 0 && start[meet]! < compiled.timeCount) yield meet;
}

const endOf = ({ compiled, duration, start }: SearchState, meet: number): number => Math.min(start[meet]! + duration[meet]!, compiled.timeCount);

function watchAttendance({ events, capacity, during }: LimitAttendance, instance: Instance) {
  const isDuring = new Uint8Array(instance.times.length);
  for (const time of listNamedTimes(instance, during)) isDuring[time] = 1;
  const people = new Int32Array(instance.times.length);
  return (state: SearchState): number => {
    people.fill(0);
    for (const { event, size } of events) for (const meet of listPlaced(state, event)) for (let time = state.start[meet]!; time < endOf(state, meet); time++) people[time]! += size;
    return people.reduce((sum, count, time) => (isDuring[time] === 1 && count > capacity ? sum + count - capacity : sum), 0);
  };
}

/** @returns the events a resource takes part in, or may, ascending */
function listEventsOf(instance: Instance, resource: number): number[] {
  const { type } = instance.resources[resource]!;
  return [...instance.events.keys()].filter((event) => instance.events[event]!.resources.some((one) => one.resource === resource || (one.resource === undefined && one.type === type)));
}

/** The premises of a meet: those of its first resource that has some, or the event's; -1 where none are known. */
function siteOf(state: SearchState, meet: number, instance: Instance): number {
  const { layout } = state.compiled;
  for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) {
    const site = instance.resources[state.assigned[task]!]?.site;
    if (site !== undefined) return site;
  }
  return instance.events[layout.meetEvent[meet]!]!.site ?? -1;
}

function isIn(state: SearchState, resource: number, meet: number): boolean {
  const { layout } = state.compiled;
  for (let task = layout.meetTasks[meet]!; task < layout.meetTasks[meet + 1]!; task++) if (state.assigned[task] === resource) return true;
  return false;
}

/** @returns of several meets of the resource at a time that of the first event; -1 where it is in lessons it can't be chosen for */
function findFirst(state: SearchState, resource: number, events: readonly number[], time: number): number {
  for (const event of events) for (const meet of listPlaced(state, event)) if (state.start[meet]! <= time && time < endOf(state, meet) && isIn(state, resource, meet)) return meet;
  return -1;
}

function watchTravel(resource: number, events: readonly number[], { timeGroups, gap }: KeepTravelTime, instance: Instance) {
  const days = timeGroups.map((group) => instance.timeGroups[group]?.times ?? []);
  const nowhere = -1;
  return (state: SearchState): number => {
    const row = resource * state.compiled.timeCount;
    let missing = 0;
    for (const times of days) {
      let [from, free, meet, to] = [nowhere, 0, -1, nowhere];
      for (const time of times) {
        const lessons = state.lessons[row + time]!;
        if (lessons === 0) {
          free++;
          continue;
        }
        const next = lessons === 1 ? state.meetSum[row + time]! : findFirst(state, resource, events, time);
        // A lesson stays where it is.
        if (next !== meet) [meet, to] = [next, next < 0 ? nowhere : siteOf(state, next, instance)];
        if (from !== nowhere && to !== nowhere && from !== to && free < gap) missing += gap - free;
        [from, free] = [to, 0];
      }
    }
    return missing;
  };
}

function watchSupervisor(event: number, place: number, { near }: KeepSupervisorNear) {
  const timesNear = new Map(near.map(({ time, times }) => [time, times]));
  return (state: SearchState): number => {
    const { layout, timeCount, resourceCount } = state.compiled;
    let away = 0;
    for (const meet of listPlaced(state, event)) {
      const [resource, times] = [state.assigned[layout.meetTasks[meet]! + place]!, timesNear.get(state.start[meet]!)];
      if (resource === resourceCount || times === undefined || times.some((time) => state.lessons[resource * timeCount + time]! > 0)) continue;
      away += state.duration[meet]!;
    }
    return away;
  };
}

const watchCommonTime = (team: readonly number[], times: readonly number[], amount: number) => (state: SearchState): number => {
  const { timeCount } = state.compiled;
  const free = times.filter((time) => team.every((resource) => state.lessons[resource * timeCount + time] === 0)).length;
  return Math.max(0, amount - free);
};

const watchLocks = (event: number, locks: KeepLocks['locks']) => (state: SearchState): number => {
  const { meetTasks } = state.compiled.layout;
  const isKept = ({ time, duration, resources = [] }: KeepLocks['locks'][number]): boolean =>
    [...listPlaced(state, event)].some(
      (meet) => state.start[meet] === time && state.duration[meet] === duration && resources.every((resource, place) => resource === undefined || state.assigned[meetTasks[meet]! + place] === resource),
    );
  return locks.filter((lock) => !isKept(lock)).length;
};

function watchGiven(event: number, given: readonly Meet[], { countsResources }: KeepTimetable, { times, resources }: Instance) {
  const before = new Map<number, Meet>();
  for (const meet of given) {
    if (meet.time === UNASSIGNED) continue;
    for (let time = meet.time; time < Math.min(meet.time + meet.duration, times.length); time++) if (!before.has(time)) before.set(time, meet);
  }
  const measure = (state: SearchState): number => {
    const { meetTasks } = state.compiled.layout;
    const seen = new Set<number>();
    let changed = 0;
    for (const meet of listPlaced(state, event)) {
      for (let time = state.start[meet]!; time < endOf(state, meet); time++) {
        if (seen.has(time)) continue;
        seen.add(time);
        const old = before.get(time);
        const isOther = (resource: number, place: number): boolean => state.assigned[meetTasks[meet]! + place] !== (resource === UNASSIGNED ? resources.length : resource);
        if (old === undefined || (countsResources && old.resources.some(isOther))) changed++;
      }
    }
    return changed;
  };
  return before.size === 0 ? undefined : measure;
}

/** Rules about people and what was there before; none of them is counted change by change. */
export function addSchoolObservers(instance: Instance, points: PointBuilder, add: Add): void {
  const { events, times, constraints } = instance;
  const durationOf = (event: number): number => events[event]!.duration;
  for (const [index, constraint] of constraints.entries()) {
    switch (constraint.kind) {
      case 'limitAttendance': {
        const largest = constraint.events.reduce((sum, { event, size }) => sum + size * durationOf(event), 0);
        add(constraint.events.map(({ event }) => event), points.add(index, constraint, { largest }), watchAttendance(constraint, instance));
        break;
      }
      case 'keepTravelTime':
        for (const resource of listResourcePoints(instance, constraint.appliesTo)) {
          const own = listEventsOf(instance, resource);
          const largest = constraint.gap * constraint.timeGroups.reduce((sum, group) => sum + (instance.timeGroups[group]?.times.length ?? 0), 0);
          add(own, points.add(index, constraint, { largest }), watchTravel(resource, own, constraint, instance));
        }
        break;
      case 'keepSupervisorNear':
        for (const event of listEventPoints(instance, constraint.appliesTo)) {
          for (const [place, { role, type, resource }] of events[event]!.resources.entries()) {
            if (role !== constraint.role) continue;
            const candidates = resource === undefined ? [...instance.resources.keys()].filter((one) => instance.resources[one]!.type === type) : [resource];
            add([event, ...candidates.flatMap((one) => listEventsOf(instance, one))], points.add(index, constraint, { largest: durationOf(event) }), watchSupervisor(event, place, constraint));
          }
        }
        break;
      case 'keepCommonTime': {
        const [team, among] = [listNamedResources(instance, constraint.appliesTo), listNamedTimes(instance, constraint.among)];
        const { amount } = constraint;
        add(team.flatMap((resource) => listEventsOf(instance, resource)), points.add(index, constraint, { largest: amount, initial: Math.max(0, amount - among.length) }), watchCommonTime(team, among, amount));
        break;
      }
      case 'keepLocks':
        for (const event of new Set(constraint.locks.map((lock) => lock.event))) {
          const locks = constraint.locks.filter((lock) => lock.event === event);
          add([event], points.add(index, constraint, { largest: locks.length, initial: locks.length }), watchLocks(event, locks));
        }
        break;
      case 'keepTimetable':
        for (const event of listEventPoints(instance, constraint.appliesTo)) {
          const measure = watchGiven(event, constraint.given[event] ?? [], constraint, instance);
          if (measure !== undefined) add([event], points.add(index, constraint, { largest: Math.min(durationOf(event), times.length) }), measure);
        }
        break;
      default:
    }
  }
}
