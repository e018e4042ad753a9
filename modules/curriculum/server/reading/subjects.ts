import type { SubjectLine, UnitOfSubject } from '../../contract/index.ts';
import type { UnitRow } from './reading.queries.ts';

const lineOf = ({ key, kind, label, name, gradeLevels, credits, code, isCompulsory, modules }: UnitRow): UnitOfSubject => ({ key, kind, label, name, gradeLevels, credits, code, isCompulsory, modules });

/** Subjects with what can be opened of each. A study unit stands under every subject it belongs to. */
export function groupBySubject(rows: readonly UnitRow[]): SubjectLine[] {
  const subjects = new Map<string, SubjectLine>();
  const known = new Set(rows.filter(({ kind }) => kind === 'subject').map(({ key }) => key));
  const open = (key: string, row: UnitRow | undefined): SubjectLine => {
    const line = subjects.get(key) ?? {
      key,
      parentKey: row !== undefined && known.has(row.parentKey ?? '') ? row.parentKey : null,
      code: row?.label ?? key,
      name: row?.name ?? null,
      units: [],
    };
    subjects.set(key, line);
    return line;
  };
  for (const row of rows) {
    if (row.kind === 'subject') open(row.key, row);
    if (!row.hasContent) continue;
    // A study unit may name a subject that only the national curriculum tells of.
    for (const key of row.subjectKeys) open(key, undefined).units.push(lineOf(row));
  }
  return [...subjects.values()];
}
