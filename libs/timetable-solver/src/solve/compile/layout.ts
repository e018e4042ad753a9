import type { Instance, Solution } from '../../model/index.ts';
import { listEventPoints } from '../../model/index.ts';
import type { Layout } from '../compiled.ts';
import { emptyLists, toRows } from './rows.ts';

/** @returns per event how many meets it may fall into: no more than required rules allow, but as many as the warm start has. */
function countMeets(instance: Instance, warmStart: Solution | undefined): number[] {
  const most = instance.events.map((event) => (event.time === undefined ? event.duration : 1));
  for (const constraint of instance.constraints) {
    if (constraint.kind !== 'splitEvents' || !constraint.isRequired || constraint.weight <= 0) continue;
    const { durations, amounts } = constraint;
    for (const event of listEventPoints(instance, constraint.appliesTo)) {
      const byLength = Math.floor((instance.events[event]?.duration ?? 1) / Math.max(1, durations.minimum));
      most[event] = Math.max(1, Math.min(most[event] ?? 1, amounts.maximum, byLength));
    }
  }
  return most.map((count, event) => Math.max(count, warmStart?.events[event]?.length ?? 1));
}

/** @returns the instance's events, their meets and the places in them */
export function compileLayout(instance: Instance, warmStart: Solution | undefined): Layout {
  const { events, resources, times } = instance;
  const meetCounts = countMeets(instance, warmStart);
  const eventMeets = [0];
  const eventPlaces = [0];
  const meetEvent: number[] = [];
  const meetTasks: number[] = [0];
  const taskMeet: number[] = [];
  const taskPlace: number[] = [];
  for (const [index, event] of events.entries()) {
    const firstPlace = eventPlaces.at(-1) ?? 0;
    for (let slot = 0; slot < (meetCounts[index] ?? 1); slot++) {
      for (let place = 0; place < event.resources.length; place++) {
        taskMeet.push(meetEvent.length);
        taskPlace.push(firstPlace + place);
      }
      meetEvent.push(index);
      meetTasks.push(taskMeet.length);
    }
    eventMeets.push(meetEvent.length);
    eventPlaces.push(firstPlace + event.resources.length);
  }
  const places = events.flatMap((event) => event.resources);
  const ofType = emptyLists(instance.resourceTypes.length);
  for (const [resource, { type }] of resources.entries()) ofType[type]?.push(resource);
  return {
    eventDuration: Int32Array.from(events, (event) => event.duration),
    eventMeets: Int32Array.from(eventMeets),
    meetEvent: Int32Array.from(meetEvent),
    meetTasks: Int32Array.from(meetTasks),
    taskMeet: Int32Array.from(taskMeet),
    taskPlace: Int32Array.from(taskPlace),
    eventPlaces: Int32Array.from(eventPlaces),
    placeGiven: Int32Array.from(places, (place) => place.resource ?? resources.length),
    placeType: Int32Array.from(places, (place) => place.type),
    givenTime: Int32Array.from(events, (event) => event.time ?? times.length),
    typeResources: toRows(ofType),
  };
}
