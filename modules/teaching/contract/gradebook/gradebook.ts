import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { LONGEST_WORDS, MOST_LEVELS, Scale } from './values.ts';

/** By what something was shown. */
export const EvidenceKind = z.enum(['test', 'task', 'presentation', 'observation', 'self', 'peer']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const ObjectiveKey = z.string().min(1).max(400);

/** An objective of the curriculum as an item refers to it. */
export const ShownObjective = z.strictObject({
  key: ObjectiveKey,
  label: z.string().nullable(),
  text: LocalizedText.nullable(),
});
export type ShownObjective = z.infer<typeof ShownObjective>;

export const EvidenceItem = z.strictObject({
  evidenceItemId: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  kind: EvidenceKind,
  heldOn: LocalDate,
  scale: Scale,
  /** What each level of the rubric says, the lowest first; empty on other scales. */
  levels: z.array(z.string()),
  /** Information only: nothing is computed from it. */
  weight: z.number().nullable(),
  /** The edition of the curriculum the objectives are of; null without objectives. */
  editionId: z.uuid().nullable(),
  objectiveKeys: z.array(ObjectiveKey),
  /** Since when the home sees the item; null while it is the teachers' own. */
  sharedAt: Instant.nullable(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export const EvidenceValue = z.strictObject({
  evidenceItemId: z.uuid(),
  learnerId: PersonId,
  value: z.string().nullable(),
  words: z.string().nullable(),
  /** For the next change of the cell; 0 where nothing has ever been. */
  version: z.number().int(),
});
export type EvidenceValue = z.infer<typeof EvidenceValue>;

export const Gradebook = z.strictObject({
  groupId: z.uuid(),
  groupName: z.string(),
  schoolName: LocalizedText,
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  learners: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() })),
  items: z.array(EvidenceItem),
  values: z.array(EvidenceValue),
  objectives: z.array(ShownObjective),
  canRecord: z.boolean(),
});
export type Gradebook = z.infer<typeof Gradebook>;

const ofGroup = z.strictObject({ groupId: z.uuid() });

export const getGradebook = endpoint({
  id: 'teaching.getGradebook',
  method: 'GET',
  path: '/groups/:groupId/gradebook',
  scope: 'provider',
  summary: "A teaching group's grade book: evidence items by date, the learners, and what each has shown.",
  params: ofGroup,
  response: Gradebook,
  refreshOn: ['gradebook'],
});

const itemContent = {
  name: freeText(120).min(1),
  kind: EvidenceKind,
  heldOn: LocalDate,
  scale: Scale,
  levels: z.array(freeText(200).min(1)).max(MOST_LEVELS).default([]),
  weight: z.number().min(0.5).max(9.5).multipleOf(0.5).nullable().default(null),
  editionId: z.uuid().nullable().default(null),
  objectiveKeys: z.array(ObjectiveKey).max(40).default([]),
  /** The home sees it. */
  isShared: z.boolean().default(false),
};

export const addEvidenceItem = endpoint({
  id: 'teaching.addEvidenceItem',
  method: 'POST',
  path: '/groups/:groupId/gradebook/items',
  scope: 'provider',
  summary: 'Adds a test, task or observation to the grade book, with the objectives it shows.',
  params: ofGroup,
  body: z.strictObject(itemContent),
  response: EvidenceItem,
  status: 201,
  refreshOn: ['gradebook'],
});

export const changeEvidenceItem = endpoint({
  id: 'teaching.changeEvidenceItem',
  method: 'PUT',
  path: '/groups/:groupId/gradebook/items/:evidenceItemId',
  scope: 'provider',
  summary: 'Changes an evidence item. The scale holds once a learner has a value; a removed item keeps its values and can be taken back.',
  params: z.strictObject({ groupId: z.uuid(), evidenceItemId: z.uuid() }),
  body: z.strictObject({ ...itemContent, isRemoved: z.boolean().default(false) }),
  response: EvidenceItem,
  ifMatch: true,
  refreshOn: ['gradebook'],
});

/** More than a whole grade book of 30 × 40. */
export const MOST_CHANGES = 2000;

export const saveEvidence = endpoint({
  id: 'teaching.saveEvidence',
  method: 'PUT',
  path: '/groups/:groupId/gradebook/values',
  scope: 'provider',
  summary:
    'Saves cells of the grade book, one or a pasted block. A value outside its scale refuses the whole, naming each cell; a cell that a colleague has changed since is left as it is and answered among the clashes.',
  params: ofGroup,
  body: z.strictObject({
    changes: z
      .array(
        z.strictObject({
          evidenceItemId: z.uuid(),
          learnerId: z.uuid(),
          value: z.string().max(10).nullable().default(null),
          words: freeText(LONGEST_WORDS).nullable().default(null),
          /** The version the change is based on; 0 for an untouched cell. */
          version: z.number().int().min(0),
        }),
      )
      .min(1)
      .max(MOST_CHANGES),
  }),
  response: z.strictObject({
    saved: z.array(EvidenceValue),
    /** As they stand: somebody else was first. */
    clashes: z.array(EvidenceValue),
  }),
});

export const EvidenceChange = z.strictObject({
  at: Instant,
  by: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }),
  value: z.string().nullable(),
  words: z.string().nullable(),
});
export type EvidenceChange = z.infer<typeof EvidenceChange>;

export const listEvidenceHistory = endpoint({
  id: 'teaching.listEvidenceHistory',
  method: 'GET',
  path: '/groups/:groupId/gradebook/items/:evidenceItemId/learners/:learnerId/history',
  scope: 'provider',
  summary: 'What has stood in a cell of the grade book, newest first: who wrote it and when.',
  params: z.strictObject({ groupId: z.uuid(), evidenceItemId: z.uuid(), learnerId: z.uuid() }),
  response: z.strictObject({ learnerId: PersonId, changes: z.array(EvidenceChange) }),
  refreshOn: ['gradebook'],
});

export const AssessedGroup = z.strictObject({
  groupId: z.uuid(),
  name: z.string(),
  schoolName: LocalizedText,
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  learnerCount: z.number().int(),
  itemCount: z.number().int(),
  lastHeldOn: LocalDate.nullable(),
});
export type AssessedGroup = z.infer<typeof AssessedGroup>;

export const listAssessedGroups = endpoint({
  id: 'teaching.listAssessedGroups',
  method: 'GET',
  path: '/assessed-groups',
  scope: 'provider',
  summary: "The groups the reader teaches today, with how far each grade book is.",
  response: z.strictObject({ groups: z.array(AssessedGroup) }),
  refreshOn: ['gradebook'],
});
