import { listEventPoints, listNamedTimes, listResourcePoints, type Constraint, type Instance, type Limits } from '../model/index.ts';
import type { Encoding } from './encode.ts';
import { groupByRooms, listChoices } from './rooms.ts';
import { findDemands } from './demands.ts';
import { nameSome, type Explanation } from './sentences.ts';

const timesIn = ({ timeGroups }: Instance, group: number): readonly number[] => timeGroups[group]?.times ?? [];

/** @returns the limits as values of a sentence; what bounds nothing is left out */
const tellLimits = ({ minimum, maximum }: Limits): Explanation['values'] => ({ ...(minimum > 0 ? { least: minimum } : {}), ...(Number.isFinite(maximum) ? { most: maximum } : {}) });

/** Adds the required rules that can be told of times alone; the others are left out, so that what is found holds all the same. */
export function encodeRules(encoding: Encoding): void {
  for (const [index, rule] of encoding.instance.constraints.entries()) {
    if (!rule.isRequired || rule.weight <= 0) continue;
    encodeEventRule(encoding, index, rule);
    encodeResourceRule(encoding, index, rule);
  }
  encodeRooms(encoding);
}

function encodeEventRule(encoding: Encoding, index: number, rule: Constraint): void {
  const { instance, cnf } = encoding;
  const forEvent = (event: number): number => encoding.addMember(index, { key: 'rule-for-event', values: { rule: rule.name, event: instance.events[event]?.name ?? '' } });
  const forGroup = (group: number, limits: Explanation['values'] = {}): number =>
    encoding.addMember(index, { key: 'rule-for-event-group', values: { rule: rule.name, events: nameSome((instance.eventGroups[group]?.events ?? []).map((event) => instance.events[event]?.name ?? '')), ...limits } });
  switch (rule.kind) {
    case 'preferTimes': {
      const wanted = new Set(listNamedTimes(instance, rule.preferred));
      for (const event of listEventPoints(instance, rule.appliesTo)) {
        if (rule.duration !== undefined && rule.duration !== instance.events[event]?.duration) continue;
        const others = encoding.startsOf(event).filter(({ time }) => !wanted.has(time));
        const guard = others.length === 0 ? 0 : forEvent(event);
        for (const { literal } of others) cnf.add(guard, [-literal]);
      }
      return;
    }
    case 'avoidCrossingBreaks': {
      for (const event of listEventPoints(instance, rule.appliesTo)) {
        const last = (instance.events[event]?.duration ?? 1) - 1;
        const crossing = encoding.startsOf(event).filter(({ time }) => rule.breaksAfter.some((end) => time <= end && end < time + last));
        const guard = crossing.length === 0 ? 0 : forEvent(event);
        for (const { literal } of crossing) cnf.add(guard, [-literal]);
      }
      return;
    }
    case 'spreadEvents': {
      for (const group of rule.appliesTo.eventGroups) {
        const events = (instance.eventGroups[group]?.events ?? []).filter((event) => encoding.demands.isWhole[event] === true);
        const [limits] = rule.timeGroups.map((one) => one.limits);
        const guard = forGroup(group, limits === undefined ? {} : tellLimits(limits));
        for (const { timeGroup, limits: within } of rule.timeGroups) {
          const starts = timesIn(instance, timeGroup).flatMap((time) => events.flatMap((event) => encoding.start(event, time) ?? []));
          cnf.atMost(guard, starts, within.maximum);
          if (events.length === instance.eventGroups[group]?.events.length) cnf.atLeast(guard, starts, within.minimum);
        }
      }
      return;
    }
    case 'linkEvents':
    case 'startTogether': {
      const at = rule.kind === 'linkEvents' ? encoding.run.bind(encoding) : encoding.start.bind(encoding);
      for (const group of rule.appliesTo.eventGroups) {
        const [first, ...others] = (instance.eventGroups[group]?.events ?? []).filter((event) => rule.kind === 'linkEvents' || encoding.demands.isWhole[event] === true);
        if (first === undefined || others.length === 0) continue;
        const guard = forGroup(group);
        for (const other of others) for (const time of instance.times.keys()) makeEqual(encoding, guard, at(first, time), at(other, time));
      }
      return;
    }
    case 'orderEvents': {
      for (const { first, second, separation } of rule.pairs) {
        const names = { first: instance.events[first]?.name ?? '', second: instance.events[second]?.name ?? '' };
        const guard = encoding.addMember(index, { key: 'rule-for-pair', values: { rule: rule.name, ...names } });
        const duration = instance.events[first]?.duration ?? 1;
        for (const one of encoding.startsOf(first)) {
          const wrong = encoding.startsOf(second).filter(({ time }) => time - one.time - duration < separation.minimum || time - one.time - duration > separation.maximum);
          for (const { literal } of wrong) cnf.add(guard, [-one.literal, -literal]);
        }
      }
      return;
    }
    case 'endDay': {
      for (const event of listEventPoints(instance, rule.appliesTo)) {
        const people = [...new Set(instance.events[event]?.resources.flatMap(({ resource }) => resource ?? []))].filter((one) => rule.resourceTypes.includes(instance.resources[one]?.type ?? -1));
        const guard = forEvent(event);
        for (const { time, literal } of encoding.startsOf(event)) {
          const day = rule.timeGroups.map((group) => timesIn(instance, group)).find((times) => times.includes(time)) ?? [];
          const later = day.filter((at) => at >= time + (instance.events[event]?.duration ?? 1));
          for (const one of people) for (const busy of encoding.busyIn(one, later)) cnf.add(guard, [-literal, -busy]);
        }
      }
      return;
    }
    default:
  }
}

function makeEqual({ cnf }: Encoding, guard: number, one: number | undefined, other: number | undefined): void {
  if (one !== undefined) cnf.add(guard, other === undefined ? [-one] : [-one, other]);
  if (other !== undefined) cnf.add(guard, one === undefined ? [-other] : [-other, one]);
}

function encodeResourceRule(encoding: Encoding, index: number, rule: Constraint): void {
  const { instance, cnf } = encoding;
  if (!('appliesTo' in rule) || !('resources' in rule.appliesTo)) return;
  const forResource = (resource: number, limits: Explanation['values'] = {}): number => encoding.addMember(index, { key: 'rule-for-resource', values: { rule: rule.name, resource: instance.resources[resource]?.name ?? '', ...limits } });
  for (const resource of listResourcePoints(instance, rule.appliesTo)) {
    if ((encoding.demands.eventsOf[resource] ?? []).length === 0) continue;
    switch (rule.kind) {
      case 'avoidClashes': {
        const guard = forResource(resource);
        for (const time of instance.times.keys()) cnf.atMost(guard, encoding.runsAt(resource, time), 1);
        break;
      }
      case 'avoidUnavailableTimes': {
        const guard = forResource(resource);
        for (const time of listNamedTimes(instance, rule.unavailable)) for (const run of encoding.runsAt(resource, time)) cnf.add(guard, [-run]);
        break;
      }
      case 'limitBusyTimes': {
        const guard = forResource(resource, tellLimits(rule.limits));
        for (const group of rule.timeGroups) {
          const busy = encoding.busyIn(resource, timesIn(instance, group));
          cnf.atMost(guard, busy, rule.limits.maximum);
          // A day is either empty or has enough: each busy time asks for the others.
          if (rule.limits.minimum > 1 && busy.length > 0) cnf.atLeast(withCondition(encoding, guard, cnf.anyOf(busy)), busy, rule.limits.minimum);
        }
        break;
      }
      case 'clusterBusyTimes': {
        const guard = forResource(resource, tellLimits(rule.limits));
        const days = rule.timeGroups.map((group) => encoding.busyIn(resource, timesIn(instance, group))).filter(({ length }) => length > 0).map((busy) => cnf.anyOf(busy));
        cnf.atMost(guard, days, rule.limits.maximum);
        cnf.atLeast(guard, days, rule.limits.minimum);
        break;
      }
      case 'limitIdleTimes': {
        // Only “no gap at all” is told; a few gaps leave a school more freedom than this proof needs.
        if (rule.limits.maximum > 0) break;
        const guard = forResource(resource, tellLimits(rule.limits));
        for (const group of rule.timeGroups) forbidGaps(encoding, guard, resource, timesIn(instance, group));
        break;
      }
      case 'limitLateStarts': {
        if (rule.limits.maximum > 0) break;
        const guard = forResource(resource, tellLimits(rule.limits));
        for (const group of rule.timeGroups) {
          const [first, ...later] = timesIn(instance, group);
          const early = first === undefined ? undefined : encoding.busy(resource, first);
          for (const busy of encoding.busyIn(resource, later)) cnf.add(guard, early === undefined ? [-busy] : [-busy, early]);
        }
        break;
      }
      default:
    }
  }
}

/** @returns a variable that is true where both are */
function withCondition({ cnf }: Encoding, one: number, other: number): number {
  const both = cnf.newVariable();
  cnf.add(undefined, [-one, -other, both]);
  return both;
}

/** Once free after a lesson, free for the rest of the day. */
function forbidGaps(encoding: Encoding, guard: number, resource: number, times: readonly number[]): void {
  const { cnf } = encoding;
  let over: number | undefined;
  for (const [index, time] of times.entries()) {
    const [now, next] = [encoding.busy(resource, time), times[index + 1]];
    if (over !== undefined && now !== undefined) cnf.add(guard, [-over, -now]);
    if (next === undefined) return;
    // True from the first free time after a lesson on.
    const later = cnf.newVariable();
    if (over !== undefined) cnf.add(undefined, [-over, later]);
    const following = encoding.busy(resource, next);
    if (now !== undefined) cnf.add(undefined, following === undefined ? [-now, later] : [-now, following, later]);
    over = later;
  }
}

/** Lessons that need one of the same rooms: no more at a time than there are. */
function encodeRooms(encoding: Encoding): void {
  const { instance, cnf } = encoding;
  const { single } = encoding.demands;
  for (const { rooms, choices } of groupByRooms(listChoices(findDemands(instance)))) {
    if (choices.length === 0 || !rooms.every((room) => single.has(room))) continue;
    const rule = instance.constraints.findIndex(({ kind, isRequired }) => kind === 'assignResource' && isRequired);
    const guard = encoding.addMember(rule, { key: 'rooms-at-a-time', values: { count: rooms.length, rooms: nameSome(rooms.map((room) => instance.resources[room]?.name ?? '')) } });
    for (const time of instance.times.keys()) {
      const needed = choices.flatMap(({ event }) => encoding.run(event, time) ?? []);
      const given = rooms.flatMap((room) => encoding.runsAt(room, time));
      cnf.atMost(guard, [...needed, ...given], rooms.length);
    }
  }
}
