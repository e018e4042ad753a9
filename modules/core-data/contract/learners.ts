import { z } from 'zod';
import { endpoint, freeText, LocalDate, LocalizedText, page, pageQuery, PersonId } from '@digione/platform/contract';

export const LearnerRow = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  firstNames: z.string(),
  bornOn: LocalDate.nullable(),
  schoolId: z.uuid(),
  schoolName: LocalizedText,
  homeroomId: z.uuid().nullable(),
  homeroomName: z.string().nullable(),
  gradeLevel: z.number().int().nullable(),
});
export type LearnerRow = z.infer<typeof LearnerRow>;

export const listLearners = endpoint({
  id: 'core-data.listLearners',
  method: 'GET',
  path: '/learners',
  scope: 'provider',
  summary: 'Learners the reader may see, by school, homeroom or name.',
  query: z.strictObject({ schoolId: z.uuid().optional(), homeroomId: z.uuid().optional(), q: freeText(100).optional(), ...pageQuery }),
  response: page(LearnerRow),
  refreshOn: ['person', 'homeroom'],
});

const learnerParams = z.strictObject({ learnerId: z.uuid() });

/** The memberships after the move, so that a page can offer to undo it. */
const Moved = z.strictObject({
  learnerId: PersonId,
  from: LocalDate,
  previous: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  current: z.strictObject({ id: z.uuid(), name: z.string() }),
});

export const moveToHomeroom = endpoint({
  id: 'core-data.moveToHomeroom',
  method: 'POST',
  path: '/learners/:learnerId/homeroom-moves',
  scope: 'provider',
  summary: 'Moves a learner to another homeroom of the school from a date; with the former homeroom and the same date it is undone.',
  params: learnerParams,
  body: z.strictObject({ homeroomId: z.uuid(), from: LocalDate, movesHomeroomGroups: z.boolean().default(true) }),
  response: Moved,
});

export const moveToTeachingGroup = endpoint({
  id: 'core-data.moveToTeachingGroup',
  method: 'POST',
  path: '/learners/:learnerId/teaching-group-moves',
  scope: 'provider',
  summary: 'Moves a learner from one teaching group to another from a date.',
  params: learnerParams,
  body: z.strictObject({ fromTeachingGroupId: z.uuid(), toTeachingGroupId: z.uuid(), from: LocalDate }),
  response: Moved,
});

export const blockGuardian = endpoint({
  id: 'core-data.blockGuardian',
  method: 'POST',
  path: '/learners/:learnerId/guardian-blocks',
  scope: 'provider',
  summary: "Keeps a guardian away from a learner's data; no import lifts it.",
  params: learnerParams,
  body: z.strictObject({ guardianId: z.uuid(), reason: freeText(500).min(5), until: LocalDate.optional() }),
  response: z.strictObject({ guardianBlockId: z.uuid(), learnerId: PersonId, guardianId: PersonId }),
  status: 201,
});

export const endGuardianBlock = endpoint({
  id: 'core-data.endGuardianBlock',
  method: 'POST',
  path: '/learners/:learnerId/guardian-blocks/end',
  scope: 'provider',
  summary: "Ends the school's block between a guardian and a learner.",
  params: learnerParams,
  body: z.strictObject({ guardianId: z.uuid() }),
  response: z.strictObject({ learnerId: PersonId, guardianId: PersonId }),
  stepUp: true,
});
