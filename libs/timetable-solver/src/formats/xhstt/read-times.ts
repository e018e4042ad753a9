import type { Time, TimeGroup } from '../../model/index.ts';
import { findChild, findText, getAttribute, listChildren, type XmlElement } from '../xml/index.ts';
import { NameList } from './names.ts';

interface OpenTimeGroup extends TimeGroup {
  readonly times: number[];
}

export interface TimeNames {
  readonly times: NameList<Time>;
  readonly timeGroups: NameList<OpenTimeGroup>;
}

const KINDS = { Day: 'day', Week: 'week', TimeGroup: 'group' } as const;
const kindOf = (name: string): TimeGroup['kind'] => (name === 'Day' || name === 'Week' ? KINDS[name] : 'group');

/** Reads `<Times>`: days, weeks and other groups first, then the times, each saying where it belongs. */
export function readTimes(element: XmlElement): TimeNames {
  const times = new NameList<Time>('time');
  const timeGroups = new NameList<OpenTimeGroup>('time group');
  for (const group of listChildren(findChild(element, 'TimeGroups'), 'Day', 'Week', 'TimeGroup')) {
    const id = getAttribute(group, 'Id');
    timeGroups.add(group, { id, name: findText(group, 'Name') ?? id, kind: kindOf(group.name), times: [] });
  }
  for (const time of listChildren(element, 'Time')) {
    const id = getAttribute(time, 'Id');
    const index = times.items.length;
    times.add(time, { id, name: findText(time, 'Name') ?? id });
    const memberships = [...listChildren(time, 'Day', 'Week'), ...listChildren(findChild(time, 'TimeGroups'), 'TimeGroup')];
    for (const membership of memberships) {
      const group = timeGroups.items[timeGroups.refer(membership)];
      if (group !== undefined && group.times.at(-1) !== index) group.times.push(index);
    }
  }
  return { times, timeGroups };
}
