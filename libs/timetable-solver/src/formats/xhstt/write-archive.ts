import { UNASSIGNED, type Instance, type Meet, type Solution, type TimetableEvent } from '../../model/index.ts';
import { node, writeXml, type XmlNode } from '../xml/index.ts';
import type { Archive, ArchiveSolution } from './read-archive.ts';
import { writeReference } from './write-constraints.ts';
import { writeInstance } from './write-instance.ts';

/**
 * Writes an XHSTT file.
 * @returns UTF-8 text
 * @throws RangeError for a kind of constraint XHSTT has no words for, and for indices that name nothing
 */
export function writeXhstt({ instances, solutions }: Archive): string {
  const groups = new Map<string, ArchiveSolution[]>();
  for (const solution of solutions) groups.set(solution.group, [...(groups.get(solution.group) ?? []), solution]);
  return writeXml(
    node('HighSchoolTimetableArchive', [
      node('Instances', instances.map(writeInstance)),
      groups.size === 0 ? undefined : node('SolutionGroups', [...groups].map(([id, members]) => writeGroup(id, members, instances))),
    ]),
  );
}

function writeGroup(id: string, solutions: readonly ArchiveSolution[], instances: readonly Instance[]): XmlNode {
  const [first] = solutions;
  const metaData = node('MetaData', [
    node('Contributor', first?.contributor ?? ''),
    node('Date', ''),
    node('Description', ''),
    first?.remarks === undefined ? undefined : node('Remarks', first.remarks),
  ]);
  return node('SolutionGroup', [metaData, ...solutions.map((solution) => writeSolution(solution, instances))], { Id: id });
}

function writeSolution({ instance: index, solution, claimed }: ArchiveSolution, instances: readonly Instance[]): XmlNode {
  const instance = instances[index];
  if (instance === undefined) throw new RangeError(`there is no instance ${index}`);
  const { description, runningTimeSeconds } = solution.about ?? {};
  return writeReference('Solution', index, instances, [
    ...(description === undefined ? [] : [node('Description', description)]),
    ...(runningTimeSeconds === undefined ? [] : [node('RunningTime', String(runningTimeSeconds))]),
    node('Events', listMeets(instance, solution).map(({ event, at, meet }) => writeMeet(event, at, meet, instance))),
    ...(claimed === undefined ? [] : [node('Report', [node('InfeasibilityValue', String(claimed.infeasibility)), node('ObjectiveValue', String(claimed.objective))])]),
  ]);
}

const listMeets = (instance: Instance, solution: Solution): { event: TimetableEvent; at: number; meet: Meet }[] =>
  instance.events.flatMap((event, at) => (solution.events[at] ?? []).map((meet) => ({ event, at, meet })));

function writeMeet(event: TimetableEvent, at: number, { duration, time, resources }: Meet, instance: Instance): XmlNode {
  const chosen = event.resources.flatMap(({ role, resource }, place) => {
    const index = resources[place] ?? UNASSIGNED;
    if (resource !== undefined || index === UNASSIGNED) return [];
    return [writeReference('Resource', index, instance.resources, role === undefined ? [] : [node('Role', role)])];
  });
  return writeReference('Event', at, instance.events, [
    node('Duration', String(duration)),
    ...(time === UNASSIGNED ? [] : [writeReference('Time', time, instance.times)]),
    ...(chosen.length === 0 ? [] : [node('Resources', chosen)]),
  ]);
}
