import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const CHANGE_KINDS = ['admitted', 'school-changed', 'leave', 'abroad', 'home-schooling', 'suspended', 'ended'] as const;
export const END_REASONS = ['moved', 'graduated', 'resigned', 'considered-resigned', 'dismissed', 'died'] as const;

/** A step in a learner's path through school. */
export const LearnerChange = z.strictObject({
  learnerChangeId: z.uuid(),
  learnerId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  kind: z.enum(CHANGE_KINDS),
  schoolName: LocalizedText,
  toSchoolName: LocalizedText.nullable(),
  from: LocalDate,
  /** The last day, where there is one. */
  until: LocalDate.nullable(),
  endReason: z.enum(END_REASONS).nullable(),
  decidedOn: LocalDate.nullable(),
  decisionNumber: z.string().nullable(),
  decidedBy: z.string().nullable(),
  municipalityCode: z.string().nullable(),
  otherSchool: z.string().nullable(),
  note: z.string().nullable(),
  madeBy: z.strictObject({ callName: z.string(), lastName: z.string() }).nullable(),
  madeAt: Instant,
  undoneAt: Instant.nullable(),
  can: z.strictObject({ undo: z.boolean() }),
});
export type LearnerChange = z.infer<typeof LearnerChange>;

export const listSchoolsChanges = endpoint({
  id: 'school-admin.listSchoolsChanges',
  method: 'GET',
  path: '/schools/:schoolId/learner-changes',
  scope: 'provider',
  summary: "The latest steps of a school's learners: who came, who left, who is away for long.",
  params: z.strictObject({ schoolId: z.uuid() }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  response: z.strictObject({ changes: z.array(LearnerChange) }),
  refreshOn: ['learner-change'],
});

export const undoLearnerChange = endpoint({
  id: 'school-admin.undoLearnerChange',
  method: 'POST',
  path: '/schools/:schoolId/learner-changes/:learnerChangeId/undo',
  scope: 'provider',
  summary: 'Takes a step back: what it changed is again as it was. Refused when something has been changed on top of it.',
  params: z.strictObject({ schoolId: z.uuid(), learnerChangeId: z.uuid() }),
  response: z.strictObject({ learnerChangeId: z.uuid(), learnerId: PersonId }),
});

const decision = z.strictObject({ decidedOn: LocalDate, decisionNumber: freeText(60).min(1), decidedBy: freeText(120).min(1) });

/** A step the office records. `until` is the last day; `from` of an end is the first day without a place. */
export const NewLearnerChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ended'),
    from: LocalDate,
    endReason: z.enum(END_REASONS),
    decision: decision.optional(),
    municipalityCode: z.string().regex(/^\d{3}$/).optional(),
    otherSchool: freeText(200).optional(),
    note: freeText(500).optional(),
  }),
  z.strictObject({ kind: z.literal('school-changed'), from: LocalDate, toSchoolId: z.uuid(), decision: decision.optional(), note: freeText(500).optional() }),
  z.strictObject({ kind: z.literal('leave'), from: LocalDate, until: LocalDate, decision: decision.optional(), note: freeText(500).optional() }),
  z.strictObject({ kind: z.literal('abroad'), from: LocalDate, until: LocalDate, decision: decision.optional(), otherSchool: freeText(200).optional(), note: freeText(500).optional() }),
  z.strictObject({ kind: z.literal('home-schooling'), from: LocalDate, until: LocalDate.optional(), note: freeText(500).optional() }),
  z.strictObject({ kind: z.literal('suspended'), from: LocalDate, until: LocalDate, decision: decision.optional(), note: freeText(500).optional() }),
]);
export type NewLearnerChange = z.infer<typeof NewLearnerChange>;

const learnerParams = z.strictObject({ schoolId: z.uuid(), learnerId: z.uuid() });
const Made = z.strictObject({ learnerChangeId: z.uuid(), learnerId: PersonId, callName: z.string(), lastName: z.string() });

export const changeLearner = endpoint({
  id: 'school-admin.changeLearner',
  method: 'POST',
  path: '/schools/:schoolId/learners/:learnerId/changes',
  scope: 'provider',
  summary: "Records a step of a learner's path from a date: change of school, long leave, time abroad, home schooling, suspension, end of the study right; with the decision where the law asks for one.",
  params: learnerParams,
  body: NewLearnerChange,
  response: Made,
  status: 201,
});

export const getLearnersPath = endpoint({
  id: 'school-admin.getLearnersPath',
  method: 'GET',
  path: '/schools/:schoolId/learners/:learnerId/changes',
  scope: 'provider',
  summary: "A learner's steps at a school, the latest first, with where they stand.",
  params: learnerParams,
  response: z.strictObject({
    learnerId: PersonId,
    callName: z.string(),
    lastName: z.string(),
    educationForm: z.string(),
    from: LocalDate,
    /** The last day of the study right, where it ends. */
    until: LocalDate.nullable(),
    homeroomName: z.string().nullable(),
    changes: z.array(LearnerChange),
  }),
  refreshOn: ['learner-change', 'homeroom'],
});

export const givePlace = endpoint({
  id: 'school-admin.givePlace',
  method: 'POST',
  path: '/schools/:schoolId/learners/:learnerId/place',
  scope: 'provider',
  summary: 'Gives a learner of the school, also one who is still to come, a class and groups from a date, in the place of what they have.',
  params: learnerParams,
  body: z.strictObject({ from: LocalDate, homeroomId: z.uuid().nullable(), teachingGroupIds: z.array(z.uuid()).max(60) }),
  response: z.strictObject({ learnerId: PersonId, callName: z.string(), lastName: z.string(), homeroomName: z.string().nullable(), from: LocalDate }),
});
