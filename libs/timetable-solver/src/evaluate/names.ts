import type { Instance } from '../model/index.ts';

/** What things are called in justifications: their names, or their index where there is none. */
export const eventName = ({ events }: Instance, event: number): string => events[event]?.name ?? `event ${event}`;
export const eventGroupName = ({ eventGroups }: Instance, group: number): string => eventGroups[group]?.name ?? `event group ${group}`;
export const resourceName = ({ resources }: Instance, resource: number): string => resources[resource]?.name ?? `resource ${resource}`;
export const timeName = ({ times }: Instance, time: number): string => times[time]?.name ?? `time ${time}`;
export const timeGroupName = ({ timeGroups }: Instance, group: number): string => timeGroups[group]?.name ?? `time group ${group}`;

const SHOWN = 6;

/** @returns at most six names and how many more there are */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
