import type { Instance } from './instance.ts';

/** What a field of a rule counts in, by its name; every kind of constraint keeps to these names. */
const FIELDS = {
  event: 'events',
  events: 'events',
  first: 'events',
  second: 'events',
  eventGroups: 'eventGroups',
  firstCourse: 'eventGroups',
  secondCourse: 'eventGroups',
  resource: 'resources',
  resources: 'resources',
  resourceGroups: 'resourceGroups',
  time: 'times',
  times: 'times',
  breaksAfter: 'times',
  day: 'timeGroups',
  timeGroup: 'timeGroups',
  timeGroups: 'timeGroups',
} as const satisfies Readonly<Record<string, keyof Instance>>;

type Field = keyof typeof FIELDS;
const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);

/**
 * Looks for indices that name nothing, durations and limits that cannot be, groups out of order: what a program that builds an
 * instance gets wrong. Readers of files check the same with line and element.
 * @returns a sentence per fault, none where the instance holds together
 */
export function listInstanceFaults(instance: Instance): string[] {
  return [...listFaults(instance)];
}

function* listFaults(instance: Instance): Generator<string> {
  const { timeGroups, resources, resourceTypes, resourceGroups, events, eventGroups, constraints, sites, times, choices } = instance;
  for (const { id, times: members } of timeGroups) yield* checkMembers(`time group ${id}`, members, times.length);
  for (const { id, resources: members } of resourceGroups) yield* checkMembers(`resource group ${id}`, members, resources.length);
  for (const { id, events: members } of eventGroups) yield* checkMembers(`event group ${id}`, members, events.length);
  for (const { id, type, site } of resources) {
    yield* checkIndex(`resource ${id}: type`, type, resourceTypes.length);
    if (site !== undefined) yield* checkIndex(`resource ${id}: site`, site, sites.length);
  }
  for (const { id, duration, time, site, resources: taking } of events) {
    if (!Number.isInteger(duration) || duration < 1) yield `event ${id}: the duration is ${duration}`;
    if (time !== undefined) yield* checkIndex(`event ${id}: time`, time, times.length);
    if (site !== undefined) yield* checkIndex(`event ${id}: site`, site, sites.length);
    for (const { resource, type, role } of taking) {
      yield* checkIndex(`event ${id}: type`, type, resourceTypes.length);
      if (resource !== undefined) yield* checkIndex(`event ${id}: resource`, resource, resources.length);
      if (resource === undefined && role === undefined) yield `event ${id}: a place with neither resource nor role`;
      if (resource !== undefined && resources[resource] !== undefined && resources[resource].type !== type) yield `event ${id}: ${resources[resource].id} is of another type`;
    }
  }
  for (const [index, choice] of (choices ?? []).entries()) {
    yield* checkIndex(`choice ${index}: resource`, choice.resource, resources.length);
    yield* checkMembers(`choice ${index}`, choice.events, events.length);
  }
  for (const constraint of constraints) {
    const { id, weight } = constraint;
    if (!Number.isFinite(weight) || weight < 0) yield `rule ${id}: the weight is ${weight}`;
    yield* checkFields(`rule ${id}`, constraint, instance);
  }
}

/** Walks through a rule; a number counts in what the field it stands in is named after. */
function* checkFields(where: string, part: object, instance: Instance): Generator<string> {
  for (const [name, value] of Object.entries(part)) yield* checkField(where, name, value, instance);
}

function* checkField(where: string, name: string, value: unknown, instance: Instance): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* checkField(where, name, one, instance);
  else if (typeof value === 'number' && isField(name)) yield* checkIndex(`${where}: ${name}`, value, instance[FIELDS[name]].length);
  else if (typeof value === 'object' && value !== null) yield* name === 'given' ? [] : checkFields(where, value, instance);
}

function* checkIndex(where: string, index: number, length: number): Generator<string> {
  if (!Number.isInteger(index) || index < 0 || index >= length) yield `${where}: there is no ${index} among ${length}`;
}

function* checkMembers(where: string, members: readonly number[], length: number): Generator<string> {
  for (const [place, member] of members.entries()) {
    yield* checkIndex(where, member, length);
    const before = members[place - 1];
    if (before !== undefined && before >= member) yield `${where}: ${member} comes after ${before}`;
  }
}
