import { describe, expect, test } from 'vitest';
import type { CertificateContent, CertificateSubject } from '../../contract/certificates/index.ts';
import { findFaults } from './faults.ts';

const subject = (more: Partial<CertificateSubject> = {}): CertificateSubject => ({ key: 'MA', code: 'MA', name: { fi: 'Matematiikka' }, syllabus: null, section: 'common', scope: null, mark: '9', words: null, units: [], ...more });
const content = (subjects: CertificateSubject[], gradeLevel = 9): CertificateContent => ({
  learner: { firstNames: 'Aino', lastName: 'Virtanen', bornOn: null },
  provider: { fi: 'Koivula' },
  school: { fi: 'Koulu' },
  schoolContact: null,
  schoolYear: '2026–2027',
  gradeLevel,
  homeroom: null,
  studies: { startsOn: null, endsOn: null },
  subjects,
  behaviour: null,
  additional: null,
  signatories: [],
});
const faults = (kind: Parameters<typeof findFaults>[0], subjects: CertificateSubject[], more: { gradeLevel?: number; hasIdentity?: boolean } = {}) =>
  findFaults(kind, content(subjects, more.gradeLevel), { hasIdentity: more.hasIdentity ?? true }).map(({ fault }) => fault);

describe('before a certificate is signed off', () => {
  test.each([
    ['every subject needs a mark or words', 'school-year', [subject({ mark: null })], ['mark-missing']],
    ['words alone will do', 'school-year', [subject({ mark: null, words: 'Laskee varmasti.' })], []],
    ['no words are no assessment', 'school-year', [subject({ mark: null, words: '' })], ['mark-missing']],
    ['there has to be a subject', 'interim', [], ['no-subjects']],
    ['a common subject of the leaving certificate needs a number', 'leaving', [subject({ mark: 'S' })], ['number-needed']],
    ['and words are none', 'leaving', [subject({ mark: null, words: 'Hyvä.' })], ['number-needed']],
    ['guidance never has one', 'leaving', [subject({ code: 'OP', mark: 'S' })], []],
    ['an elective subject may be passed', 'leaving', [subject({ section: 'elective', mark: 'S' })], []],
    ['a failed subject still has its number', 'leaving', [subject({ mark: '4' })], []],
    ['nobody has religion and ethics', 'school-year', [subject({ code: 'KT', key: 'KT' }), subject({ code: 'ET', key: 'ET' })], ['both-religion-and-ethics']],
    ['units with marks say enough on a transcript', 'transcript', [subject({ mark: null, units: [{ code: 'MAA2', name: { fi: 'x' }, scope: 2, mark: '8' }] })], []],
    ['units without marks do not', 'transcript', [subject({ mark: null, units: [{ code: 'MAA2', name: { fi: 'x' }, scope: 2, mark: null }] })], ['mark-missing']],
  ] as const)('%s', (_what, kind, subjects, expected) => {
    expect(faults(kind, [...subjects])).toEqual(expected);
  });

  test('the leaving certificate is of grade 9, and whoever gets one is identified', () => {
    expect(faults('leaving', [subject()], { gradeLevel: 8 })).toEqual(['wrong-grade']);
    expect(faults('resignation', [subject()], { gradeLevel: 8 })).toEqual([]);
    expect(faults('leaving', [subject()], { hasIdentity: false })).toEqual(['no-identity-code']);
  });
});
