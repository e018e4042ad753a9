import { findText, getText, listChildren, type XmlElement } from '../../xml/index.ts';
import type { FetStudents } from './school.ts';

/** Years of groups of subgroups. What has no parts is its own single subgroup; what is named twice is the same. */
export function readStudents(list: XmlElement | undefined): { students: Map<string, FetStudents>; subgroups: string[] } {
  const indices = new Map<string, number>();
  const parts = new Map<string, { size: number; level: FetStudents['level']; subgroups: Set<number> }>();
  const note = (element: XmlElement, level: FetStudents['level'], subgroups: ReadonlySet<number>): ReadonlySet<number> => {
    const name = getText(element, 'Name');
    const known = parts.get(name);
    if (known === undefined) parts.set(name, { size: Number(findText(element, 'Number_of_Students') ?? 0), level, subgroups: new Set(subgroups) });
    else for (const one of subgroups) known.subgroups.add(one);
    return parts.get(name)?.subgroups ?? subgroups;
  };
  const indexOf = (name: string): number => {
    const index = indices.get(name) ?? indices.size;
    indices.set(name, index);
    return index;
  };
  const readSet = (element: XmlElement, [level, ...below]: readonly FetStudents['level'][]): ReadonlySet<number> => {
    const children = level === 'year' ? listChildren(element, 'Group') : level === 'group' ? listChildren(element, 'Subgroup') : [];
    const own = children.length === 0 ? new Set([indexOf(getText(element, 'Name'))]) : new Set(children.flatMap((child) => [...readSet(child, below)]));
    return note(element, level ?? 'subgroup', own);
  };
  for (const year of listChildren(list, 'Year')) readSet(year, ['year', 'group', 'subgroup']);
  const students = new Map([...parts].map(([name, part]) => [name, { ...part, name, subgroups: [...part.subgroups].sort((a, b) => a - b) }]));
  return { students, subgroups: [...indices.keys()] };
}
