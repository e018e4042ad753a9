import type { EventResource, Instance, TimeGroup, TimetableEvent } from '../../model/index.ts';
import { node, type XmlNode } from '../xml/index.ts';
import { writeConstraint, writeReference, writeReferences } from './write-constraints.ts';

/**
 * Writes `<Instance>`. Teaching periods are written as plain time groups; premises and sizes, which XHSTT has no words for, are left out.
 * @throws RangeError for a kind of constraint XHSTT has no words for, and for learners' choices
 */
export function writeInstance(instance: Instance): XmlNode {
  if (instance.choices !== undefined && instance.choices.length > 0) throw new RangeError('XHSTT has no learners’ choices');
  return node('Instance', [writeMetaData(instance), writeTimes(instance), writeResources(instance), writeEvents(instance), writeConstraints(instance)], {
    Id: instance.id,
  });
}

function writeMetaData({ name, about }: Instance): XmlNode {
  const { contributor, date, country, description, remarks } = about;
  return node('MetaData', [
    node('Name', name),
    node('Contributor', contributor ?? ''),
    node('Date', date ?? ''),
    node('Country', country ?? ''),
    node('Description', description ?? ''),
    node('Remarks', remarks ?? ''),
  ]);
}

const TIME_GROUPS: Readonly<Record<TimeGroup['kind'], string>> = { day: 'Day', week: 'Week', period: 'TimeGroup', group: 'TimeGroup' };

const named = (element: string, { id, name }: { readonly id: string; readonly name: string }, ...rest: readonly (XmlNode | undefined)[]): XmlNode =>
  node(element, [node('Name', name), ...rest], { Id: id });

/** Per member the groups it is in, in the order of the groups. */
function listMemberships(count: number, groups: readonly (readonly number[])[]): number[][] {
  const memberships: number[][] = Array.from({ length: count }, () => []);
  for (const [group, members] of groups.entries()) for (const member of members) memberships[member]?.push(group);
  return memberships;
}

function writeTimes({ times, timeGroups }: Instance): XmlNode {
  const memberships = listMemberships(times.length, timeGroups.map((group) => group.times));
  const kindOf = (group: number): string => TIME_GROUPS[timeGroups[group]?.kind ?? 'group'];
  return node('Times', [
    node('TimeGroups', timeGroups.map((group) => named(TIME_GROUPS[group.kind], group))),
    ...times.map((time, index) => {
      const groups = memberships[index] ?? [];
      const ofKind = (kind: string): number[] => groups.filter((group) => kindOf(group) === kind);
      return named(
        'Time',
        time,
        ...['Week', 'Day'].flatMap((kind) => ofKind(kind).map((group) => writeReference(kind, group, timeGroups))),
        writeReferences('TimeGroup', ofKind('TimeGroup'), timeGroups),
      );
    }),
  ]);
}

function writeResources({ resourceTypes, resources, resourceGroups }: Instance): XmlNode {
  const memberships = listMemberships(resources.length, resourceGroups.map((group) => group.resources));
  return node('Resources', [
    node('ResourceTypes', resourceTypes.map((type) => named('ResourceType', type))),
    node('ResourceGroups', resourceGroups.map((group) => named('ResourceGroup', group, writeReference('ResourceType', group.type, resourceTypes)))),
    ...resources.map((resource, index) =>
      named('Resource', resource, writeReference('ResourceType', resource.type, resourceTypes), writeReferences('ResourceGroup', memberships[index] ?? [], resourceGroups)),
    ),
  ]);
}

function writeEvents(instance: Instance): XmlNode {
  const { events, eventGroups } = instance;
  const memberships = listMemberships(events.length, eventGroups.map((group) => group.events));
  return node('Events', [
    node('EventGroups', eventGroups.map((group) => named(group.kind === 'course' ? 'Course' : 'EventGroup', group))),
    ...events.map((event, index) => writeEvent(event, memberships[index] ?? [], instance)),
  ]);
}

function writeEvent(event: TimetableEvent, groups: readonly number[], instance: Instance): XmlNode {
  const { eventGroups, times } = instance;
  const [courses, others] = [groups.filter((group) => eventGroups[group]?.kind === 'course'), groups.filter((group) => eventGroups[group]?.kind !== 'course')];
  return node(
    'Event',
    [
      node('Name', event.name),
      node('Duration', String(event.duration)),
      event.workload === undefined ? undefined : node('Workload', String(event.workload)),
      ...courses.map((group) => writeReference('Course', group, eventGroups)),
      event.time === undefined ? undefined : writeReference('Time', event.time, times),
      event.resources.length === 0 ? undefined : node('Resources', event.resources.map((one) => writeEventResource(one, instance))),
      writeReferences('EventGroup', others, eventGroups),
    ],
    { Id: event.id, ...(event.color === undefined ? {} : { Color: event.color }) },
  );
}

function writeEventResource({ role, type, resource, workload }: EventResource, { resources, resourceTypes }: Instance): XmlNode {
  const content = [
    role === undefined ? undefined : node('Role', role),
    writeReference('ResourceType', type, resourceTypes),
    workload === undefined ? undefined : node('Workload', String(workload)),
  ].filter((part) => part !== undefined);
  return resource === undefined ? node('Resource', content) : writeReference('Resource', resource, resources, content);
}

const writeConstraints = (instance: Instance): XmlNode => node('Constraints', instance.constraints.map((constraint) => writeConstraint(constraint, instance)));
