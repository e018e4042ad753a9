import { compareCurricula, toPlainText, type Curriculum } from '@digione/eperusteet';
import type { Change } from '../../contract/index.ts';

export const CHANGES_AT_ONCE = 100;

/**
 * What changed, as it is shown: plain texts, a part of the list at a time.
 * @param without kinds of parts that are not told
 */
export function compare(before: Curriculum, after: Curriculum, offset: number, without: readonly string[] = []): { counts: Record<Change['change'], number>; changes: Change[]; nextOffset: number | null } {
  const all = compareCurricula(before, after);
  const changes = all.changes.filter(({ kind }) => !without.includes(kind));
  const counts = { ...all.counts };
  for (const { change, kind } of all.changes) if (without.includes(kind)) counts[change] -= 1;
  const plain = (text: string | null): string | null => (text === null ? null : toPlainText(text));
  const shown = changes.slice(offset, offset + CHANGES_AT_ONCE).map(({ change, kind, key, label, name, trail, fields }) => ({
    change,
    kind,
    key,
    label,
    name,
    trail: trail.map((one) => ({ label: one.label, name: one.name })),
    fields: fields.map((one) => ({ field: one.field, language: one.language, before: plain(one.before), after: plain(one.after) })),
  }));
  return { counts, changes: shown, nextOffset: offset + CHANGES_AT_ONCE < changes.length ? offset + CHANGES_AT_ONCE : null };
}
