import { compareCurricula, toPlainText, type Curriculum } from '@digione/eperusteet';
import type { Change } from '../../contract/index.ts';

export const CHANGES_AT_ONCE = 100;

/** What changed, as it is shown: plain texts, a part of the list at a time. */
export function compare(before: Curriculum, after: Curriculum, offset: number): { counts: Record<Change['change'], number>; changes: Change[]; nextOffset: number | null } {
  const { changes, counts } = compareCurricula(before, after);
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
  return { counts: { ...counts }, changes: shown, nextOffset: offset + CHANGES_AT_ONCE < changes.length ? offset + CHANGES_AT_ONCE : null };
}
