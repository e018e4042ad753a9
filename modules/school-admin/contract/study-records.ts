import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const EducationFormName = z.enum(['pre-primary', 'basic-education', 'general-upper-secondary', 'preparatory', 'additional-basic-education', 'adult-basic-education', 'preparatory-upper-secondary']);

/** States of a study right, as the national register calls them. */
export const StudyState = z.enum(['lasna', 'valiaikaisestikeskeytynyt', 'loma', 'valmistunut', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity']);
export type StudyState = z.infer<typeof StudyState>;

const code = (most: number) => z.string().regex(new RegExp(`^[A-Za-zÅÄÖåäö0-9_.-]{1,${most}}$`));

/** What may be said beside the studies by hand; the rest comes from imports and is shown as it is. */
export const InformationKind = z.enum([
  'support-decision', 'special-support-decision', 'extended-compulsory-education', 'early-compulsory-education', 'disability', 'severe-disability', 'by-activity-areas', 'by-goal-entities',
  'due-to-disability-or-illness', 'combined-grade-class', 'home-schooling', 'preparatory-extension', 'free-education', 'free-education-extension', 'special-task',
  'flexible-basic-education', 'transport-benefit', 'accommodation-benefit', 'boarding', 'reform-school', 'abroad',
]);
export type InformationKind = z.infer<typeof InformationKind>;

const StudyPeriod = z.strictObject({
  startsOn: LocalDate,
  /** A code of koskiopiskeluoikeudentila. */
  state: z.string(),
  /** A code of opintojenrahoitus, where the form of education needs one. */
  funding: z.string().nullable(),
});

const Information = z.strictObject({ kind: z.string(), startsOn: LocalDate.nullable(), endsOn: LocalDate.nullable() });

const AttainmentFields = {
  /** A code of suorituksentyyppi: perusopetuksenvuosiluokka, perusopetuksenoppiaine … */
  kind: z.string(),
  code: z.string(),
  /** Null for a local code. */
  codeSet: z.string().nullable(),
  extent: z.number().nullable(),
  /** A code of opintojenlaajuusyksikko: 2 credits, 3 weekly lessons per year, 4 courses. */
  extentUnit: z.string().nullable(),
  isCompulsory: z.boolean().nullable(),
  language: z.string().nullable(),
  syllabus: z.string().nullable(),
  mark: z.string().nullable(),
  assessedOn: LocalDate.nullable(),
  startsOn: LocalDate.nullable(),
  confirmedOn: LocalDate.nullable(),
  homeroom: z.string().nullable(),
};

export const StudyAttainment = z.strictObject({
  attainmentId: z.uuid(),
  parentAttainmentId: z.uuid().nullable(),
  /** How deep it lies: 0 for a programme or a grade, 1 for its subjects, 2 for modules. */
  depth: z.number().int(),
  version: z.number().int(),
  name: LocalizedText.nullable(),
  ...AttainmentFields,
  /** Studied elsewhere and recognised. */
  recognition: z.string().nullable(),
  exemptedOn: LocalDate.nullable(),
  exemptionReason: z.string().nullable(),
});
export type StudyAttainment = z.infer<typeof StudyAttainment>;

/** What the national register would refuse, in a sentence. */
export const StudyFinding = z.strictObject({ key: z.string(), message: z.string(), attainmentId: z.uuid().nullable() });
export type StudyFinding = z.infer<typeof StudyFinding>;

export const StudyRight = z.strictObject({
  studyRightId: z.uuid(),
  /** Of the record; 0 while there is none. */
  version: z.number().int(),
  educationForm: EducationFormName,
  schoolName: LocalizedText,
  oid: z.string().nullable(),
  startsOn: LocalDate,
  lastDay: LocalDate.nullable(),
  expectedEndOn: LocalDate.nullable(),
  periods: z.array(StudyPeriod),
  information: z.array(Information),
  attainments: z.array(StudyAttainment),
  findings: z.array(StudyFinding),
  can: z.strictObject({ change: z.boolean() }),
});
export type StudyRight = z.infer<typeof StudyRight>;

export const StudyRecord = z.strictObject({
  learner: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }),
  studyRights: z.array(StudyRight),
});
export type StudyRecord = z.infer<typeof StudyRecord>;

const ofLearner = z.strictObject({ learnerId: z.uuid() });
const ofStudyRight = z.strictObject({ learnerId: z.uuid(), studyRightId: z.uuid() });
const ofAttainment = z.strictObject({ learnerId: z.uuid(), studyRightId: z.uuid(), attainmentId: z.uuid() });
const shared = { scope: 'provider', response: StudyRecord, refreshOn: ['study-record'] } as const;

export const getStudyRecord = endpoint({
  ...shared,
  id: 'school-admin.getStudyRecord',
  method: 'GET',
  path: '/learners/:learnerId/study-record',
  summary: "A learner's study rights with their periods, additional information and attainments, and what the national register would refuse of them.",
  params: ofLearner,
});

export const changeStudyPeriods = endpoint({
  ...shared,
  id: 'school-admin.changeStudyPeriods',
  method: 'PUT',
  path: '/learners/:learnerId/study-rights/:studyRightId/periods',
  summary: 'Says anew from when a study right has been in which state, and with which funding; core data follows.',
  params: ofStudyRight,
  body: z.strictObject({
    periods: z.array(z.strictObject({ startsOn: LocalDate, state: StudyState, funding: z.string().regex(/^\d{1,3}$/).nullable() })).min(1).max(60),
    expectedEndOn: LocalDate.nullable(),
  }),
  ifMatch: true,
});

export const changeAdditionalInformation = endpoint({
  ...shared,
  id: 'school-admin.changeAdditionalInformation',
  method: 'PUT',
  path: '/learners/:learnerId/study-rights/:studyRightId/additional-information',
  summary: 'Says anew what holds beside the studies for a time: support decisions, home schooling, free education. Kinds that are not named here stay.',
  params: ofStudyRight,
  body: z.strictObject({ information: z.array(z.strictObject({ kind: InformationKind, startsOn: LocalDate, endsOn: LocalDate.nullable() })).max(100) }),
  ifMatch: true,
});

/** What a person says of an attainment; what is left out stays as it is. */
const AttainmentInput = z.strictObject({
  kind: code(60),
  code: code(60),
  codeSet: code(80).nullable(),
  name: freeText(200).nullable(),
  extent: z.number().positive().max(1000).nullable(),
  extentUnit: z.enum(['2', '3', '4', '5']).nullable(),
  isCompulsory: z.boolean().nullable(),
  language: code(20).nullable(),
  syllabus: code(20).nullable(),
  mark: code(10).nullable(),
  assessedOn: LocalDate.nullable(),
  startsOn: LocalDate.nullable(),
  confirmedOn: LocalDate.nullable(),
  /** Who signed, where it is confirmed. */
  confirmedBy: z.strictObject({ name: freeText(200).min(1), title: freeText(100).min(1) }).nullable(),
  homeroom: freeText(50).nullable(),
  recognition: freeText(2000).nullable(),
  exemptedOn: LocalDate.nullable(),
  exemptionReason: freeText(500).nullable(),
});

export const addAttainment = endpoint({
  ...shared,
  id: 'school-admin.addAttainment',
  method: 'POST',
  path: '/learners/:learnerId/study-rights/:studyRightId/attainments',
  summary: 'Adds an attainment to a study right, or to another attainment.',
  params: ofStudyRight,
  body: z.strictObject({ ...AttainmentInput.partial().shape, kind: code(60), code: code(60), codeSet: code(80).nullable(), parentAttainmentId: z.uuid().nullable() }),
  status: 201,
});

export const changeAttainment = endpoint({
  ...shared,
  id: 'school-admin.changeAttainment',
  method: 'PATCH',
  path: '/learners/:learnerId/study-rights/:studyRightId/attainments/:attainmentId',
  summary: 'Changes what is said of an attainment; what was there stays in the history.',
  params: ofAttainment,
  body: AttainmentInput.omit({ kind: true }).partial(),
  ifMatch: true,
});

export const removeAttainment = endpoint({
  ...shared,
  id: 'school-admin.removeAttainment',
  method: 'DELETE',
  path: '/learners/:learnerId/study-rights/:studyRightId/attainments/:attainmentId',
  summary: 'Takes back an attainment with those it is made of.',
  params: ofAttainment,
  ifMatch: true,
});

export const listStudyRecordHistory = endpoint({
  id: 'school-admin.listStudyRecordHistory',
  method: 'GET',
  path: '/learners/:learnerId/study-record/history',
  scope: 'provider',
  summary: "What stood in a learner's study record before, who changed it and from which source, newest first.",
  params: ofLearner,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        changeId: z.number().int(),
        changedAt: Instant,
        changedBy: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }).nullable(),
        source: z.string().nullable(),
        operation: z.enum(['update', 'delete']),
        subject: z.enum(['record', 'period', 'information', 'attainment']),
        before: z.array(z.strictObject({ field: z.string(), value: z.string() })),
      }),
    ),
  }),
  refreshOn: ['study-record'],
});
