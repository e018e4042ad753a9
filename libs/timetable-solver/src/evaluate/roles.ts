import { listEventPoints, type AppliesToEvents } from '../model/index.ts';
import type { Timetable } from './timetable.ts';

/** A place in an event that a role names. */
interface RolePlace {
  readonly event: number;
  readonly place: number;
}

/** @returns the places a role has in the events a constraint binds; events without the role have none */
export function* listRolePlaces(appliesTo: AppliesToEvents, role: string, timetable: Timetable): Generator<RolePlace> {
  for (const event of listEventPoints(timetable.instance, appliesTo)) {
    for (const [place, resource] of timetable.eventAt(event).resources.entries()) if (resource.role === role) yield { event, place };
  }
}
