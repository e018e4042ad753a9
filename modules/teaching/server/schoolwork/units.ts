import type { Schoolwork } from '../../contract/index.ts';

export interface UnitOfLearnerRow {
  groupId: string;
  groupName: string;
  subject: Schoolwork['days'][number]['homework'][number]['subject'];
  name: string;
  startsOn: string;
}

/** What each group goes through now and next: the unit that began last, and the one that begins first after today. Units come in their order. */
export function unitsBySubject(units: readonly UnitOfLearnerRow[], today: string): Schoolwork['subjects'] {
  const groups = [...new Set(units.map(({ groupId }) => groupId))];
  return groups.flatMap((groupId) => {
    const own = units.filter((unit) => unit.groupId === groupId);
    const [first] = own;
    if (first === undefined) return [];
    const now = own.findLast(({ startsOn }) => startsOn <= today);
    const next = own.find(({ startsOn }) => startsOn > today);
    return [{ groupId, groupName: first.groupName, subject: first.subject, now: now?.name ?? null, next: next === undefined ? null : { name: next.name, startsOn: next.startsOn } }];
  });
}
