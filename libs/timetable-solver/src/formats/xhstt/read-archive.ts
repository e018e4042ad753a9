import type { Instance, Solution } from '../../model/index.ts';
import { faultAt, findChild, findText, getAttribute, listChildren, readCount, readXml, XmlError, type XmlElement, type XmlLimits } from '../xml/index.ts';
import { readInstance, type NamedInstance } from './read-instance.ts';
import { readSolution } from './read-solution.ts';

/** An XHSTT file: instances and the timetables people made for them. */
export interface Archive {
  readonly instances: readonly Instance[];
  readonly solutions: readonly ArchiveSolution[];
}

export interface ArchiveSolution {
  /** Who made it: the id of its solution group. */
  readonly group: string;
  readonly contributor?: string;
  readonly remarks?: string;
  /** Index into the archive's instances. */
  readonly instance: number;
  readonly solution: Solution;
  /** The cost its maker says it has; archives hold some that are wrong. */
  readonly claimed?: { readonly infeasibility: number; readonly objective: number };
}

/**
 * Reads an XHSTT file (HighSchoolTimetableArchive).
 * @param source the file's bytes, or its text
 * @throws XmlError with line and element: not well-formed, too large, a reference to nothing, a kind of constraint that is not known
 */
export function readXhstt(source: Uint8Array | string, limits?: XmlLimits): Archive {
  const root = readXml(source, limits);
  if (root.name !== 'HighSchoolTimetableArchive') throw faultAt(root, 'this is not an XHSTT file (HighSchoolTimetableArchive)');
  const named = new Map<string, { index: number; instance: NamedInstance }>();
  for (const [index, element] of listChildren(findChild(root, 'Instances'), 'Instance').entries()) {
    const instance = readInstance(element);
    if (named.has(instance.instance.id)) throw faultAt(element, 'there are two instances with this id');
    named.set(instance.instance.id, { index, instance });
  }
  const groups = listChildren(findChild(root, 'SolutionGroups'), 'SolutionGroup');
  return {
    instances: [...named.values()].map(({ instance }) => instance.instance),
    solutions: groups.flatMap((group) => listChildren(group, 'Solution').map((element) => readArchiveSolution(group, element, named))),
  };
}

function readArchiveSolution(group: XmlElement, element: XmlElement, named: ReadonlyMap<string, { index: number; instance: NamedInstance }>): ArchiveSolution {
  const found = named.get(getAttribute(element, 'Reference'));
  if (found === undefined) throw faultAt(element, 'it is for an instance that is not in the file');
  const metaData = findChild(group, 'MetaData');
  const [contributor, remarks] = metaData === undefined ? [] : [findText(metaData, 'Contributor'), findText(metaData, 'Remarks')];
  const claimed = findClaim(element);
  return {
    group: getAttribute(group, 'Id'),
    ...(contributor === undefined ? {} : { contributor }),
    ...(remarks === undefined ? {} : { remarks }),
    instance: found.index,
    solution: readSolution(element, found.instance),
    ...(claimed === undefined ? {} : { claimed }),
  };
}

/** A claim that cannot be read is no reason to refuse a timetable: costs are computed here. */
function findClaim(solution: XmlElement): ArchiveSolution['claimed'] {
  const report = findChild(solution, 'Report');
  const [infeasibility, objective] = [report && findChild(report, 'InfeasibilityValue'), report && findChild(report, 'ObjectiveValue')];
  if (infeasibility === undefined || objective === undefined) return undefined;
  try {
    return { infeasibility: readCount(infeasibility), objective: readCount(objective) };
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
