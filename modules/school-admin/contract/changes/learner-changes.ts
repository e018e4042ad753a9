import { z } from 'zod';
import { endpoint, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

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
