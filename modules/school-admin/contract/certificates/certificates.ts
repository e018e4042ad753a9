import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { CertificateContent, CertificateFault, CertificateKind, CertificateLanguage, CertificateSubject } from './content.ts';

const State = z.enum(['draft', 'discarded', 'issued', 'replaced']);
const which = { kind: CertificateKind, language: CertificateLanguage };

const ClassRow = z.strictObject({
  learnerId: PersonId,
  firstNames: z.string(),
  lastName: z.string(),
  /** The latest one: in force, or being made. */
  certificate: z
    .strictObject({ certificateId: z.uuid(), version: z.number().int(), state: State, number: z.string().nullable(), issuedOn: LocalDate, subjects: z.number().int(), faults: z.array(CertificateFault) })
    .nullable(),
});
export type ClassCertificate = z.infer<typeof ClassRow>;

export const listClassCertificates = endpoint({
  id: 'school-admin.listClassCertificates',
  method: 'GET',
  path: '/homerooms/:homeroomId/certificates',
  scope: 'provider',
  summary: 'The learners of a class, each with the state of a certificate and what is still missing from it.',
  params: z.strictObject({ homeroomId: z.uuid() }),
  query: z.strictObject(which),
  response: z.strictObject({
    homeroom: z.strictObject({ homeroomId: z.uuid(), name: z.string(), gradeLevel: z.number().int().nullable(), schoolId: z.uuid(), schoolName: LocalizedText }),
    /** Kinds that the school's forms of education know. */
    kinds: z.array(CertificateKind),
    learners: z.array(ClassRow),
    can: z.strictObject({ issue: z.boolean() }),
  }),
  refreshOn: ['certificate'],
});

export const prepareCertificates = endpoint({
  id: 'school-admin.prepareCertificates',
  method: 'POST',
  path: '/homerooms/:homeroomId/certificates',
  scope: 'provider',
  summary: 'Drafts certificates for a class or some of it from the study records; marks typed into a draft stay.',
  params: z.strictObject({ homeroomId: z.uuid() }),
  body: z.strictObject({
    ...which,
    issuedOn: LocalDate,
    /** All learners of the class when left out; who has left it in the school year may be named. */
    learnerIds: z.array(z.uuid()).max(60).optional(),
  }),
  response: z.strictObject({ prepared: z.array(z.strictObject({ learnerId: PersonId, certificateId: z.uuid() })), alreadyIssued: z.array(PersonId) }),
  refreshOn: ['certificate'],
});

const certificateParams = z.strictObject({ certificateId: z.uuid() });

export const getCertificate = endpoint({
  id: 'school-admin.getCertificate',
  method: 'GET',
  path: '/certificates/:certificateId',
  scope: 'provider',
  summary: 'A certificate: what it says, its state, and those that it replaces or that replace it.',
  params: certificateParams,
  response: z.strictObject({
    certificateId: z.uuid(),
    version: z.number().int(),
    learnerId: PersonId,
    homeroomId: z.uuid().nullable(),
    schoolId: z.uuid(),
    ...which,
    state: State,
    content: CertificateContent,
    faults: z.array(CertificateFault),
    issuedOn: LocalDate,
    number: z.string().nullable(),
    sha256: z.string().nullable(),
    issuedAt: Instant.nullable(),
    replaces: z.strictObject({ certificateId: z.uuid(), number: z.string() }).nullable(),
    replacedBy: z.strictObject({ certificateId: z.uuid(), number: z.string().nullable() }).nullable(),
    can: z.strictObject({ issue: z.boolean() }),
  }),
  refreshOn: ['certificate'],
});

export const changeCertificate = endpoint({
  id: 'school-admin.changeCertificate',
  method: 'PUT',
  path: '/certificates/:certificateId',
  scope: 'provider',
  summary: 'Changes a draft: its subjects with their marks, behaviour, additional information and date.',
  params: certificateParams,
  body: z.strictObject({
    issuedOn: LocalDate,
    subjects: z.array(CertificateSubject).max(150),
    behaviour: CertificateContent.shape.behaviour,
    additional: freeText(2000).nullable(),
  }),
  response: z.strictObject({ certificateId: z.uuid(), learnerId: PersonId, version: z.number().int() }),
  refreshOn: ['certificate'],
  ifMatch: true,
});

export const discardCertificate = endpoint({
  id: 'school-admin.discardCertificate',
  method: 'POST',
  path: '/certificates/:certificateId/discard',
  scope: 'provider',
  summary: 'Throws a draft away: it is in no list any more.',
  params: certificateParams,
  response: z.strictObject({ certificateId: z.uuid(), learnerId: PersonId }),
  refreshOn: ['certificate'],
});

export const correctCertificate = endpoint({
  id: 'school-admin.correctCertificate',
  method: 'POST',
  path: '/certificates/:certificateId/correct',
  scope: 'provider',
  summary: 'Drafts a certificate in the place of one that was given. The old one holds until the new one is signed off.',
  params: certificateParams,
  response: z.strictObject({ certificateId: z.uuid(), learnerId: PersonId }),
  refreshOn: ['certificate'],
});

export const issueCertificates = endpoint({
  id: 'school-admin.issueCertificates',
  method: 'POST',
  path: '/schools/:schoolId/certificates/issue',
  scope: 'provider',
  summary: 'Signs off drafts as the principal: each gets its number and its document, and never changes again. Drafts with faults are left and told.',
  params: z.strictObject({ schoolId: z.uuid() }),
  body: z.strictObject({
    /** As they were looked at: what has been changed since is left and told. */
    certificates: z.array(z.strictObject({ certificateId: z.uuid(), version: z.number().int() })).min(1).max(40),
  }),
  response: z.strictObject({
    results: z.array(
      z.strictObject({ certificateId: z.uuid(), learnerId: PersonId.nullable(), outcome: z.enum(['issued', 'already-issued', 'changed-since', 'not-ready', 'not-found']), number: z.string().nullable(), sha256: z.string().nullable() }),
    ),
  }),
  refreshOn: ['certificate'],
  stepUp: true,
});

/** A file inside an answer, so that it goes the same way as any other data: judged, cut, audited. */
export const FileAnswer = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.base64() });
export type FileAnswer = z.infer<typeof FileAnswer>;

export const getCertificateFile = endpoint({
  id: 'school-admin.getCertificateFile',
  method: 'GET',
  path: '/certificates/:certificateId/file',
  scope: 'provider',
  summary: 'The document as it was given; of a draft, what it would look like, marked as a draft.',
  params: certificateParams,
  query: z.strictObject({ format: z.enum(['pdf', 'svg']).default('pdf') }),
  response: z.strictObject({ learnerId: PersonId, file: FileAnswer }),
  refreshOn: ['certificate'],
});

export const getClassCertificatesFile = endpoint({
  id: 'school-admin.getClassCertificatesFile',
  method: 'GET',
  path: '/homerooms/:homeroomId/certificates/file',
  scope: 'provider',
  summary: "A class's certificates that were given: the documents themselves in a zip, or all of them as one document for the printer.",
  params: z.strictObject({ homeroomId: z.uuid() }),
  query: z.strictObject({ ...which, format: z.enum(['pdf', 'zip']) }),
  response: z.strictObject({ learnerIds: z.array(PersonId), file: FileAnswer.nullable() }),
});
