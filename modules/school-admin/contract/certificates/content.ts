import { z } from 'zod';
import { freeText, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const CERTIFICATE_KINDS = ['school-year', 'interim', 'leaving', 'resignation', 'upper-secondary', 'upper-secondary-resignation', 'transcript'] as const;
export const CertificateKind = z.enum(CERTIFICATE_KINDS);
export type CertificateKind = z.infer<typeof CertificateKind>;

/** `fi-sv`: one certificate in both languages. `en`: an extract of one that was given in Finnish or Swedish. */
export const CERTIFICATE_LANGUAGES = ['fi', 'sv', 'fi-sv', 'en'] as const;
export const CertificateLanguage = z.enum(CERTIFICATE_LANGUAGES);
export type CertificateLanguage = z.infer<typeof CertificateLanguage>;

/** National code set arviointiasteikkoyleissivistava. */
export const CERTIFICATE_MARKS = ['10', '9', '8', '7', '6', '5', '4', 'S', 'H', 'O'] as const;
const Mark = z.enum(CERTIFICATE_MARKS);

/** In the order in which a certificate has them. */
export const SUBJECT_SECTIONS = ['common', 'elective', 'other'] as const;

/** Yearly weekly lessons in basic education, credits in upper secondary. */
const Scope = z.number().min(0).max(400);

const StudyUnit = z.strictObject({
  code: freeText(40),
  name: LocalizedText,
  scope: Scope.nullable(),
  mark: Mark.nullable(),
});

export const CertificateSubject = z.strictObject({
  /** Names the row within its certificate. */
  key: freeText(80).min(1),
  /** National code where there is one: `MA`, `A1` … */
  code: freeText(40).nullable(),
  name: LocalizedText,
  /** Oppimäärä, e.g. Swedish as B1 or Finnish as a second language. */
  syllabus: LocalizedText.nullable(),
  section: z.enum(SUBJECT_SECTIONS),
  scope: Scope.nullable(),
  mark: Mark.nullable(),
  /** Assessment in words. */
  words: freeText(3000).nullable(),
  /** What the subject consists of, for a transcript. */
  units: z.array(StudyUnit).max(80),
});
export type CertificateSubject = z.infer<typeof CertificateSubject>;

/** What a certificate says, whatever it looks like. The identity code is no part of it: it is read when the certificate is printed. */
export const CertificateContent = z.strictObject({
  learner: z.strictObject({ firstNames: z.string(), lastName: z.string(), bornOn: LocalDate.nullable() }),
  provider: LocalizedText,
  school: LocalizedText,
  /** The school's own address, as it stands on its letters. */
  schoolContact: z.string().nullable(),
  schoolYear: z.string(),
  gradeLevel: z.number().int().nullable(),
  homeroom: z.string().nullable(),
  /** When the studies began and, where they have, ended. */
  studies: z.strictObject({ startsOn: LocalDate.nullable(), endsOn: LocalDate.nullable() }),
  subjects: z.array(CertificateSubject).max(150),
  /** Behaviour has its own assessment, never on a leaving certificate. */
  behaviour: z.strictObject({ mark: Mark.nullable(), words: freeText(1000).nullable() }).nullable(),
  additional: freeText(2000).nullable(),
  signatories: z.array(z.strictObject({ personId: PersonId, name: z.string(), role: z.enum(['principal', 'homeroom-teacher']) })).max(4),
});
export type CertificateContent = z.infer<typeof CertificateContent>;

/** Why a certificate can't be signed off yet. */
export const CertificateFault = z.strictObject({
  fault: z.enum(['no-subjects', 'mark-missing', 'number-needed', 'both-religion-and-ethics', 'no-identity-code', 'wrong-grade']),
  /** The row in question. */
  subjectKey: z.string().nullable(),
});
export type CertificateFault = z.infer<typeof CertificateFault>;
