import type { StudyRight } from '../record/record.ts';
import type { Setting } from './setting.ts';

export interface StoredMatch {
  readonly stored: StudyRight | undefined;
  readonly isNew: boolean;
}

const isSameSource = (a: StudyRight, b: StudyRight): boolean =>
  a.source?.id !== undefined && a.source.id === b.source?.id && a.source.system.value === b.source.system.value && (a.school?.oid === undefined || a.school.oid === b.school?.oid);

/**
 * Which stored study right a sent one means: by its object identifier, else by source system, id and institution. One that carries an
 * identifier is never new, even if what is stored is not known here.
 */
export function findStored(right: StudyRight, { stored = [] }: Setting): StoredMatch {
  if (right.oid !== undefined) return { stored: stored.find(({ oid }) => oid === right.oid), isNew: false };
  const match = stored.find((other) => isSameSource(right, other));
  return { stored: match, isNew: match === undefined };
}
