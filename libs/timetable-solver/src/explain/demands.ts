import { listEventPoints, listNamedTimes, listResourcePoints, type Constraint, type Instance } from '../model/index.ts';

/** What the required rules about single lessons and people leave open. */
export interface Demands {
  readonly instance: Instance;
  /** Required rules only. */
  readonly rules: readonly Constraint[];
  /** Per event: it takes place in one piece. */
  readonly isWhole: readonly boolean[];
  /** Per event whether it needs a time. */
  readonly needsTime: readonly boolean[];
  /** Per event, per time: it may begin there (a piece of it, where it may fall into several). */
  readonly mayStart: readonly Uint8Array[];
  /** Per event, per time: it may go on there. */
  readonly mayRun: readonly Uint8Array[];
  /** Per resource, per time: 1 where it must be free. */
  readonly isAway: readonly Uint8Array[];
  /** Per resource the events it is given to. */
  readonly eventsOf: readonly (readonly number[])[];
  /** Resources that can be at one lesson at a time only. */
  readonly single: ReadonlySet<number>;
}

/** @returns what the required rules ask of each event and person by itself; times are indices */
export function findDemands(instance: Instance): Demands {
  const times = instance.times.length;
  const rules = instance.constraints.filter(({ isRequired, weight }) => isRequired && weight > 0);
  const isAway = instance.resources.map(() => new Uint8Array(times));
  const isWhole = instance.events.map(({ duration }) => duration === 1);
  const needsTime = instance.events.map(() => false);
  const eventsOf = instance.resources.map((): number[] => []);
  for (const [event, { resources }] of instance.events.entries()) for (const resource of new Set(resources.flatMap((place) => place.resource ?? []))) eventsOf[resource]?.push(event);
  const single = new Set<number>();
  for (const rule of rules) {
    if (rule.kind === 'avoidUnavailableTimes') for (const resource of listResourcePoints(instance, rule.appliesTo)) for (const time of listNamedTimes(instance, rule.unavailable)) isAway[resource]?.fill(1, time, time + 1);
    if (rule.kind === 'avoidClashes') for (const resource of listResourcePoints(instance, rule.appliesTo)) single.add(resource);
    if (rule.kind === 'splitEvents' && rule.amounts.maximum === 1) for (const event of listEventPoints(instance, rule.appliesTo)) isWhole[event] = true;
    if (rule.kind === 'assignTime') for (const event of listEventPoints(instance, rule.appliesTo)) needsTime[event] = true;
  }
  const mayStart = instance.events.map(({ duration, time }, event) => {
    const length = isWhole[event] === true ? duration : 1;
    // What runs past the last time is refused by nobody in the benchmark, but no school has such a lesson.
    return Uint8Array.from({ length: times }, (_, at) => (at + length <= times && (time === undefined || isWhole[event] !== true || time === at) ? 1 : 0));
  });
  for (const rule of rules) narrow(instance, rule, isWhole, mayStart);
  const mayRun = mayStart.map((starts, event) => runsOf(instance, event, isWhole[event] === true, starts, isAway));
  return { instance, rules, isWhole, needsTime, mayStart, mayRun, isAway, eventsOf, single };
}

function narrow(instance: Instance, rule: Constraint, isWhole: readonly boolean[], mayStart: readonly Uint8Array[]): void {
  if (rule.kind === 'preferTimes') {
    const wanted = new Set(listNamedTimes(instance, rule.preferred));
    for (const event of listEventPoints(instance, rule.appliesTo)) {
      // Of an event in pieces only each piece's start is bound: later times of a piece may be any.
      if (isWhole[event] !== true || (rule.duration !== undefined && rule.duration !== instance.events[event]?.duration)) continue;
      mayStart[event]?.forEach((_, time, starts) => void (wanted.has(time) ? 0 : (starts[time] = 0)));
    }
  }
  if (rule.kind === 'avoidCrossingBreaks') {
    for (const event of listEventPoints(instance, rule.appliesTo)) {
      const length = isWhole[event] === true ? (instance.events[event]?.duration ?? 1) : 1;
      for (const end of rule.breaksAfter) mayStart[event]?.fill(0, Math.max(0, end - length + 2), end + 1);
    }
  }
}

/** Also takes the starts away at which one of its people would be needed while away. */
function runsOf({ events }: Instance, event: number, isWhole: boolean, starts: Uint8Array, isAway: readonly Uint8Array[]): Uint8Array {
  const { duration = 1, resources = [] } = events[event] ?? {};
  const length = isWhole ? duration : 1;
  const people = [...new Set(resources.flatMap(({ resource }) => resource ?? []))];
  const runs = new Uint8Array(starts.length);
  for (let start = 0; start < starts.length; start++) {
    const isFree = starts[start] === 1 && people.every((resource) => isAway[resource]?.subarray(start, start + length).includes(1) !== true);
    if (isFree) runs.fill(1, start, start + length);
    else starts[start] = 0;
  }
  return runs;
}

/** Times in all that events take. */
export const sumDurations = ({ instance }: Demands, events: readonly number[]): number => events.reduce((sum, event) => sum + (instance.events[event]?.duration ?? 0), 0);
