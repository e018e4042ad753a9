import { UNASSIGNED, type Instance, type Meet, type Solution, type TimetableEvent } from '../../model/index.ts';
import { faultAt, findChild, findText, listChildren, readCount, shorten, type XmlElement } from '../xml/index.ts';
import type { NamedInstance } from './read-instance.ts';

/**
 * Reads `<Solution>`. What a solution leaves out is as given: an event (or the rest of its duration) that is not there is one meet
 * with the time and the resources given beforehand.
 * @throws XmlError where it names what the instance has not, or an event lasts longer than it may
 */
export function readSolution(element: XmlElement, { instance, names }: NamedInstance): Solution {
  const meets: Meet[][] = instance.events.map(() => []);
  for (const part of listChildren(findChild(element, 'Events'), 'Event')) {
    const index = names.events.refer(part);
    const event = instance.events[index];
    if (event !== undefined) meets[index]?.push(readMeet(part, event, { instance, names }));
  }
  const [description, seconds] = [findText(element, 'Description'), Number(findText(element, 'RunningTime') ?? Number.NaN)];
  return {
    events: instance.events.map((event, index) => completeMeets(element, event, meets[index] ?? [])),
    about: { ...(description === undefined ? {} : { description }), ...(Number.isFinite(seconds) ? { runningTimeSeconds: seconds } : {}) },
  };
}

function completeMeets(element: XmlElement, event: TimetableEvent, meets: readonly Meet[]): readonly Meet[] {
  const rest = event.duration - meets.reduce((sum, { duration }) => sum + duration, 0);
  if (rest < 0) throw faultAt(element, `the event “${shorten(event.id)}” lasts ${event.duration - rest} times, its duration is ${event.duration}`);
  return rest === 0 ? meets : [...meets, { duration: rest, time: event.time ?? UNASSIGNED, resources: listGiven(event) }];
}

const listGiven = (event: TimetableEvent): number[] => event.resources.map(({ resource }) => resource ?? UNASSIGNED);

function readMeet(element: XmlElement, event: TimetableEvent, { instance, names }: NamedInstance): Meet {
  const [duration, time] = [findChild(element, 'Duration'), findChild(element, 'Time')];
  const meet = {
    duration: duration === undefined ? event.duration : readCount(duration),
    time: time === undefined ? (event.time ?? UNASSIGNED) : names.times.refer(time),
    resources: listGiven(event),
  };
  if (meet.duration < 1) throw faultAt(element, 'the duration is below 1');
  for (const chosen of listChildren(findChild(element, 'Resources'), 'Resource')) {
    if (chosen.attributes['Reference'] !== undefined) choose(chosen, names.resources.refer(chosen), meet.resources, event, instance);
  }
  return meet;
}

/** Puts a resource at the place of its role; the same role twice in an event is filled in order. */
function choose(element: XmlElement, resource: number, places: number[], event: TimetableEvent, instance: Instance): void {
  const role = findText(element, 'Role');
  const place = event.resources.findIndex((one, index) => (role === undefined ? one.resource === resource : one.role === role && (one.resource === resource || places[index] === UNASSIGNED)));
  const open = event.resources[place];
  if (open === undefined) throw faultAt(element, role === undefined ? '<Role> is missing' : `the event “${shorten(event.id)}” has no open role “${shorten(role)}”`);
  if (open.type !== instance.resources[resource]?.type) throw faultAt(element, `the role “${shorten(role ?? '')}” is of another resource type`);
  places[place] = resource;
}
