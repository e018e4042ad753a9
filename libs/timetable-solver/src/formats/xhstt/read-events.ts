import type { EventGroup, EventResource, TimetableEvent } from '../../model/index.ts';
import { faultAt, findChild, findText, getAttribute, getChild, listChildren, readCount, type XmlElement } from '../xml/index.ts';
import { limitPlaces } from './limits.ts';
import { NameList } from './names.ts';
import type { ResourceNames } from './read-resources.ts';
import type { TimeNames } from './read-times.ts';

interface OpenEventGroup extends EventGroup {
  readonly events: number[];
}

export interface EventNames {
  readonly events: NameList<TimetableEvent>;
  readonly eventGroups: NameList<OpenEventGroup>;
}

type Names = TimeNames & ResourceNames;

/** Reads `<Events>`: courses and other groups first, then the events, each saying where it belongs. */
export function readEvents(element: XmlElement, names: Names): EventNames {
  const events = new NameList<TimetableEvent>('event');
  const eventGroups = new NameList<OpenEventGroup>('event group');
  for (const group of listChildren(findChild(element, 'EventGroups'), 'Course', 'EventGroup')) {
    const id = getAttribute(group, 'Id');
    eventGroups.add(group, { id, name: findText(group, 'Name') ?? id, kind: group.name === 'Course' ? 'course' : 'group', events: [] });
  }
  let places = 0;
  for (const event of listChildren(element, 'Event')) {
    const index = events.items.length;
    const read = readEvent(event, names);
    places += read.resources.length;
    limitPlaces(event, places);
    events.add(event, read);
    for (const membership of [...listChildren(event, 'Course'), ...listChildren(findChild(event, 'EventGroups'), 'EventGroup')]) {
      const group = eventGroups.items[eventGroups.refer(membership)];
      if (group !== undefined && group.events.at(-1) !== index) group.events.push(index);
    }
  }
  return { events, eventGroups };
}

function readEvent(element: XmlElement, names: Names): TimetableEvent {
  const id = getAttribute(element, 'Id');
  const duration = readCount(getChild(element, 'Duration'));
  if (duration < 1) throw faultAt(element, 'the duration is below 1');
  // A duration beyond all times is a slip that would only cost memory.
  if (duration > 100_000) throw faultAt(element, 'the duration is above 100 000');
  const [time, workload, color] = [findChild(element, 'Time'), findChild(element, 'Workload'), element.attributes['Color']];
  return {
    id,
    name: findText(element, 'Name') ?? id,
    duration,
    ...(time === undefined ? {} : { time: names.times.refer(time) }),
    ...(workload === undefined ? {} : { workload: readCount(workload) }),
    ...(color === undefined ? {} : { color }),
    resources: [
      ...listChildren(findChild(element, 'Resources'), 'Resource').map((resource) => readEventResource(resource, names)),
      ...listChildren(findChild(element, 'ResourceGroups'), 'ResourceGroup').flatMap((group) => listMembers(group, names)),
    ],
  };
}

function readEventResource(element: XmlElement, { resources, resourceTypes }: Names): EventResource {
  const resource = element.attributes['Reference'] === undefined ? undefined : resources.refer(element);
  const [type, role, workload] = [findChild(element, 'ResourceType'), findText(element, 'Role'), findChild(element, 'Workload')];
  if (resource === undefined && role === undefined) throw faultAt(element, 'neither a Reference nor a <Role> says who takes part');
  const given = resource === undefined ? undefined : resources.items[resource]?.type;
  const named = type === undefined ? undefined : resourceTypes.refer(type);
  if (given !== undefined && named !== undefined && given !== named) throw faultAt(element, 'the resource is of another type than the one named');
  const known = given ?? named;
  if (known === undefined) throw faultAt(element, '<ResourceType> is missing');
  return {
    type: known,
    ...(role === undefined ? {} : { role }),
    ...(resource === undefined ? {} : { resource }),
    ...(workload === undefined ? {} : { workload: readCount(workload) }),
  };
}

/** A resource group inside an event means that all its members take part. */
function listMembers(element: XmlElement, { resourceGroups }: Names): EventResource[] {
  const group = resourceGroups.items[resourceGroups.refer(element)];
  return group === undefined ? [] : group.resources.map((resource) => ({ type: group.type, resource }));
}
