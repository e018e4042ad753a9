import type { CertificateContent, CertificateKind, CertificateSubject } from '../../contract/certificates/index.ts';
import { KINDS } from './kinds.ts';

const isMarked = ({ mark, words }: CertificateSubject): boolean => mark !== null || (words !== null && words !== '');

/**
 * Subjects of a draft that is made anew: what the records say now, with what was typed into the draft where the records
 * say nothing. Rows that somebody added by hand stay.
 */
function mergeSubjects(loaded: readonly CertificateSubject[], typed: readonly CertificateSubject[]): CertificateSubject[] {
  const before = new Map(typed.map((subject) => [subject.key, subject]));
  const merged = loaded.map((subject) => {
    const old = before.get(subject.key);
    before.delete(subject.key);
    return isMarked(subject) || old === undefined ? subject : { ...subject, mark: old.mark, words: old.words, scope: subject.scope ?? old.scope, section: old.section };
  });
  return [...merged, ...[...before.values()].filter(isMarked)];
}

/** What a new draft says. @param before of the draft that is there */
export function contentOf(kind: CertificateKind, facts: Omit<CertificateContent, 'subjects' | 'behaviour' | 'additional'>, loaded: readonly CertificateSubject[], before: CertificateContent | undefined): CertificateContent {
  return {
    ...facts,
    subjects: mergeSubjects(loaded, before?.subjects ?? []),
    behaviour: KINDS[kind].hasBehaviour ? (before?.behaviour ?? { mark: null, words: null }) : null,
    additional: before?.additional ?? null,
  };
}
