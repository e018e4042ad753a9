import type { Constraint, ConstraintBase, EventResource, Instance, TimetableEvent } from '../../model/index.ts';
import { Random } from '../random.ts';

/** A small school drawn by lot, with every kind of constraint the search knows in every cost function, also where they make little sense. */
export function drawInstance(seed: number): Instance {
  const random = new Random(seed);
  const lot = (least: number, most: number): number => least + random.below(most - least + 1);
  const some = <Item>(items: readonly Item[], share = 0.5): Item[] => items.filter(() => random.unit() < share);
  const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const [days, periods] = [lot(2, 3), lot(3, 5)];
  const times = indices(days * periods).map((time) => ({ id: `t${time}`, name: `t${time}` }));
  const resources = indices(lot(4, 7)).map((resource) => ({ id: `r${resource}`, name: `r${resource}`, type: resource % 2, ...(random.below(2) === 0 ? { site: lot(0, 1) } : {}) }));
  const drawPlace = (): EventResource => {
    const type = lot(0, 1);
    const ofType = indices(resources.length).filter((resource) => resource % 2 === type);
    const given = random.below(3) === 0 ? undefined : ofType[random.below(ofType.length)];
    return { type, role: `role${lot(0, 1)}`, ...(given === undefined ? {} : { resource: given }), ...(random.below(4) === 0 ? { workload: lot(1, 5) } : {}) };
  };
  const events = indices(lot(5, 9)).map((event): TimetableEvent => ({
    id: `e${event}`,
    name: `e${event}`,
    duration: lot(1, 4),
    resources: indices(lot(1, 3)).map(drawPlace),
    ...(random.below(10) === 0 ? { time: lot(0, times.length - 1) } : {}),
    ...(random.below(2) === 0 ? { site: lot(0, 1) } : {}),
  }));
  const timeGroups = [
    ...indices(days).map((day) => ({ id: `d${day}`, name: `d${day}`, kind: 'day' as const, times: indices(periods).map((period) => day * periods + period) })),
    // Groups that lie across the days.
    ...indices(2).map((group) => ({ id: `g${group}`, name: `g${group}`, kind: 'group' as const, times: some(indices(times.length)) })),
  ];
  const eventGroups = indices(4).map((group) => ({ id: `c${group}`, name: `c${group}`, kind: 'course' as const, events: some(indices(events.length)) }));
  const resourceGroups = indices(2).map((type) => ({ id: `rg${type}`, name: `rg${type}`, type, resources: some(indices(resources.length).filter((resource) => resource % 2 === type)) }));
  let number = 0;
  const base = <Kind extends string>(kind: Kind): ConstraintBase<Kind> => ({
    kind,
    id: `k${number++}`,
    name: kind,
    isRequired: random.below(2) === 0,
    weight: lot(1, 9),
    costFunction: (['linear', 'quadratic', 'step'] as const)[lot(0, 2)] ?? 'linear',
  });
  const limits = (most: number): { minimum: number; maximum: number } => {
    const minimum = lot(0, most);
    return { minimum, maximum: lot(minimum, most) };
  };
  const toEvents = (): { events: number[]; eventGroups: number[] } => ({ events: some(indices(events.length)), eventGroups: some(indices(4), 0.3) });
  const toGroups = (): { eventGroups: number[] } => ({ eventGroups: some(indices(4)) });
  const toResources = (): { resources: number[]; resourceGroups: number[] } => ({ resources: some(indices(resources.length)), resourceGroups: some(indices(2), 0.3) });
  const namedTimes = (): { times: number[]; timeGroups: number[] } => ({ times: some(indices(times.length), 0.3), timeGroups: some(indices(timeGroups.length), 0.2) });
  const someGroups = (): number[] => (random.below(2) === 0 ? indices(days) : some(indices(timeGroups.length), 0.6));
  const role = (): string => `role${lot(0, 1)}`;
  const drawKinds: (() => Constraint)[] = [
    () => ({ ...base('assignTime'), appliesTo: toEvents() }),
    () => ({ ...base('assignResource'), appliesTo: toEvents(), role: role() }),
    () => ({ ...base('preferTimes'), appliesTo: toEvents(), preferred: namedTimes(), ...(random.below(2) === 0 ? { duration: lot(1, 3) } : {}) }),
    () => ({ ...base('preferResources'), appliesTo: toEvents(), role: role(), ...toResources() }),
    () => ({ ...base('splitEvents'), isRequired: false, appliesTo: toEvents(), durations: limits(3), amounts: limits(4) }),
    () => ({ ...base('distributeSplitEvents'), appliesTo: toEvents(), duration: lot(1, 3), limits: limits(3) }),
    () => ({ ...base('avoidSplitAssignments'), appliesTo: toGroups(), role: role() }),
    () => ({ ...base('spreadEvents'), appliesTo: toGroups(), timeGroups: someGroups().map((timeGroup) => ({ timeGroup, limits: limits(3) })) }),
    () => ({ ...base('linkEvents'), appliesTo: toGroups() }),
    () => ({ ...base('orderEvents'), pairs: indices(2).map(() => ({ first: lot(0, events.length - 1), second: lot(0, events.length - 1), separation: limits(4) })) }),
    () => ({ ...base('avoidClashes'), appliesTo: toResources() }),
    () => ({ ...base('avoidUnavailableTimes'), appliesTo: toResources(), unavailable: namedTimes() }),
    () => ({ ...base('limitIdleTimes'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(2) }),
    () => ({ ...base('clusterBusyTimes'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(3) }),
    () => ({ ...base('limitBusyTimes'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(4) }),
    () => ({ ...base('limitWorkload'), appliesTo: toResources(), limits: limits(8) }),
    () => ({ ...base('avoidCrossingBreaks'), appliesTo: toEvents(), breaksAfter: some(indices(times.length), 0.4) }),
    () => ({ ...base('startTogether'), appliesTo: toGroups() }),
    () => ({ ...base('keepDaysApart'), appliesTo: toGroups(), timeGroups: indices(days), days: lot(1, 2), allowsDoubles: random.below(2) === 0 }),
    () => ({ ...base('endDay'), appliesTo: toEvents(), timeGroups: indices(days), resourceTypes: some([0, 1]) }),
    () => ({ ...base('limitDaySpan'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(4) }),
    () => ({ ...base('limitRuns'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(3) }),
    () => ({ ...base('limitLateStarts'), appliesTo: toResources(), timeGroups: someGroups(), limits: limits(3) }),
    () => ({ ...base('keepLunch'), appliesTo: toResources(), windows: indices(days).map((day) => ({ day, times: some(timeGroups[day]?.times ?? []) })), free: lot(1, 2) }),
    () => ({ ...base('limitAttendance'), events: some(indices(events.length)).map((event) => ({ event, size: lot(1, 3) })), capacity: lot(0, 4), during: namedTimes() }),
    () => ({ ...base('keepTravelTime'), appliesTo: toResources(), timeGroups: someGroups(), gap: lot(1, 2) }),
    () => ({ ...base('keepSupervisorNear'), appliesTo: toEvents(), role: role(), near: some(indices(times.length)).map((time) => ({ time, times: some(indices(times.length), 0.2) })) }),
    () => ({ ...base('keepCommonTime'), appliesTo: toResources(), among: namedTimes(), amount: lot(0, 3) }),
    () => ({
      ...base('keepLocks'),
      locks: some(indices(events.length)).map((event) => ({ event, time: lot(0, times.length - 1), duration: lot(1, 2), ...(random.below(2) === 0 ? {} : { resources: [random.below(2) === 0 ? undefined : lot(0, 3)] }) })),
    }),
    () => ({
      ...base('keepTimetable'),
      appliesTo: toEvents(),
      given: events.map(({ duration, resources: places }) => [{ duration, time: lot(-1, times.length - 1), resources: places.map(({ resource }) => resource ?? lot(-1, 3)) }]),
      countsResources: random.below(2) === 0,
    }),
  ];
  return {
    id: `drawn-${seed}`,
    name: `drawn-${seed}`,
    about: {},
    times,
    timeGroups,
    resourceTypes: indices(2).map((type) => ({ id: `type${type}`, name: `type${type}` })),
    resources,
    resourceGroups,
    events,
    eventGroups,
    constraints: drawKinds.flatMap((draw) => indices(lot(1, 2)).map(draw)),
    sites: indices(2).map((site) => ({ id: `s${site}`, name: `s${site}` })),
  };
}
