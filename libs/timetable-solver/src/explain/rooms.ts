import { listEventPoints, listNamedResources, type Instance } from '../model/index.ts';
import type { Demands } from './demands.ts';

/** A place of an event for which somebody has to be chosen, and whom the required rules leave. */
export interface Choice {
  readonly event: number;
  readonly role: string;
  /** Indices of resources, ascending. */
  readonly allowed: readonly number[];
}

/** @returns the places that a required rule wants filled */
export function listChoices({ instance, rules }: Demands): Choice[] {
  const wanted = new Map<string, Choice>();
  for (const rule of rules) {
    if (rule.kind !== 'assignResource') continue;
    for (const event of listEventPoints(instance, rule.appliesTo)) {
      const place = instance.events[event]?.resources.find(({ role, resource }) => role === rule.role && resource === undefined);
      if (place !== undefined) wanted.set(`${event} ${rule.role}`, { event, role: rule.role, allowed: listOfType(instance, place.type) });
    }
  }
  for (const rule of rules) {
    if (rule.kind !== 'preferResources') continue;
    const named = new Set(listNamedResources(instance, rule));
    for (const event of listEventPoints(instance, rule.appliesTo)) {
      const choice = wanted.get(`${event} ${rule.role}`);
      if (choice !== undefined) wanted.set(`${event} ${rule.role}`, { ...choice, allowed: choice.allowed.filter((resource) => named.has(resource)) });
    }
  }
  return [...wanted.values()];
}

const listOfType = ({ resources }: Instance, type: number): number[] => resources.flatMap((resource, index) => (resource.type === type ? [index] : []));

/** Rooms wanted by kind: each different list of those allowed, with every choice that has no others. */
export function groupByRooms(choices: readonly Choice[]): { rooms: readonly number[]; choices: Choice[] }[] {
  const lists = new Map(choices.map(({ allowed }) => [allowed.join(' '), allowed]));
  return [...lists.values()].map((rooms) => {
    const these = new Set(rooms);
    return { rooms, choices: choices.filter(({ allowed }) => allowed.every((room) => these.has(room))) };
  });
}
