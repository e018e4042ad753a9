import type { About, Instance } from '../../model/index.ts';
import { findChild, findText, getAttribute, getChild, type XmlElement } from '../xml/index.ts';
import { limitStarts, limitTable } from './limits.ts';
import { readConstraints, type ConstraintNames } from './read-constraints.ts';
import { readEvents } from './read-events.ts';
import { readResources } from './read-resources.ts';
import { readTimes } from './read-times.ts';

/** An instance with the ids of its file, which solutions refer to. */
export interface NamedInstance {
  readonly instance: Instance;
  readonly names: ConstraintNames;
}

/** @throws XmlError with line and element: see `readXhstt` */
export function readInstance(element: XmlElement): NamedInstance {
  const id = getAttribute(element, 'Id');
  const times = readTimes(getChild(element, 'Times'));
  const resources = readResources(getChild(element, 'Resources'));
  limitTable(element, times, resources);
  const events = readEvents(getChild(element, 'Events'), { ...times, ...resources });
  limitStarts(element, times, events);
  const names = { ...times, ...resources, ...events };
  const metaData = findChild(element, 'MetaData');
  const instance: Instance = {
    id,
    name: (metaData && findText(metaData, 'Name')) ?? id,
    about: metaData === undefined ? {} : readAbout(metaData),
    times: times.times.items,
    timeGroups: times.timeGroups.items,
    resourceTypes: resources.resourceTypes.items,
    resources: resources.resources.items,
    resourceGroups: resources.resourceGroups.items,
    events: events.events.items,
    eventGroups: events.eventGroups.items,
    constraints: readConstraints(findChild(element, 'Constraints'), names),
    sites: [],
  };
  return { instance, names };
}

function readAbout(metaData: XmlElement): About {
  const [contributor, date, country, description, remarks] = ['Contributor', 'Date', 'Country', 'Description', 'Remarks'].map((name) => findText(metaData, name));
  return {
    ...(contributor === undefined ? {} : { contributor }),
    ...(date === undefined ? {} : { date }),
    ...(country === undefined ? {} : { country }),
    ...(description === undefined ? {} : { description }),
    ...(remarks === undefined ? {} : { remarks }),
  };
}
