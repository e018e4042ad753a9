import type { AppliesToEvents, AppliesToResources, NamedTimes } from './constraint-base.ts';
import type { Instance } from './instance.ts';
import { UNASSIGNED, type Solution } from './solution.ts';

/** @returns indices of events in the order named; one named twice is there twice, and counts twice. */
export function listEventPoints(instance: Instance, { events, eventGroups }: AppliesToEvents): number[] {
  return [...events, ...eventGroups.flatMap((group) => instance.eventGroups[group]?.events ?? [])];
}

/** @returns indices of resources in the order named; one named twice is there twice, and counts twice. */
export function listResourcePoints(instance: Instance, { resources, resourceGroups }: AppliesToResources): number[] {
  return [...resources, ...resourceGroups.flatMap((group) => instance.resourceGroups[group]?.resources ?? [])];
}

/** @returns indices of times, ascending, each once. */
export function listNamedTimes(instance: Instance, { times, timeGroups }: NamedTimes): number[] {
  const all = new Set([...times, ...timeGroups.flatMap((group) => instance.timeGroups[group]?.times ?? [])]);
  return [...all].sort((one, other) => one - other);
}

/** @returns indices of resources, ascending, each once. */
export function listNamedResources(instance: Instance, named: AppliesToResources): number[] {
  return [...new Set(listResourcePoints(instance, named))].sort((one, other) => one - other);
}

/** @returns indices of the events a learner has a seat in, in the order of its choices */
export const listSeated = ({ choices = [] }: Instance, { seats = [] }: Solution, resource: number): number[] =>
  choices.flatMap((choice, index) => {
    const event = seats[index] ?? UNASSIGNED;
    return choice.resource === resource && event !== UNASSIGNED ? [event] : [];
  });
