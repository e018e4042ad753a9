import { z } from 'zod';
import { endpoint, Instant, LocalDate, PersonId } from '@digione/platform/contract';
import { Adoption, compareEditions, Edition } from './editions.ts';
import { GradeLevel, HoursWarning } from './lesson-hours.ts';
import { SubjectLine, Unit } from './reading.ts';
import { CurriculumText, EducationForm, PartKey } from './text.ts';

const plain = (longest: number) => z.strictObject({ fi: z.string().trim().max(longest).optional(), sv: z.string().trim().max(longest).optional() });
const Person = z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() });

/** What a provider writes: beside a national objective or content, a text of its own, or a study unit. `omission`: what is not dealt with at this grade level. */
export const PartKind = z.enum(['objective', 'content', 'text', 'study-unit', 'omission']);
export type PartKind = z.infer<typeof PartKind>;

const partFields = {
  kind: PartKind,
  /** The subject's stage, the module or the study unit (its `draftPartId`) it stands in; of a study unit null. */
  unitKey: PartKey.nullable(),
  /** Of a subject's stage: which of its grade levels. */
  gradeLevel: GradeLevel.nullable(),
  /** The national objective or content it stands beside, or that is left out. */
  basisKey: PartKey.nullable(),
  /** Of a study unit: its code, for example `BI7`. */
  code: z.string().trim().max(20).nullable(),
  /** Plain text: the objective itself; of others the title. */
  name: plain(2_000),
  /** Plain text with paragraphs. */
  body: plain(20_000),
  credits: z.number().min(1).max(40).multipleOf(0.5).nullable(),
  /** Of a study unit: URIs of the national modules it is made of, and keys of the subjects it belongs to. */
  modules: z.array(PartKey).max(20),
  subjects: z.array(PartKey).max(5),
};

/** A part as it is sent; `version` null: a new one. */
export const PartWish = z.strictObject({ ...partFields, version: z.number().int().nullable() });
export type PartWish = z.infer<typeof PartWish>;

export const DraftPart = z.strictObject({ ...partFields, draftPartId: z.uuid(), position: z.number().int(), version: z.number().int() });
export type DraftPart = z.infer<typeof DraftPart>;

/** What to look at before a decision; nothing of it hinders one. */
export const DraftNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), warning: HoursWarning }),
  z.strictObject({ kind: z.literal('objective-nowhere'), subject: CurriculumText.nullable(), label: z.string().nullable(), text: CurriculumText.nullable(), gradeLevels: z.array(GradeLevel) }),
  z.strictObject({ kind: z.literal('credits-differ'), studyUnit: CurriculumText, code: z.string().nullable(), has: z.number().nullable(), needs: z.number() }),
  z.strictObject({ kind: z.literal('module-nowhere'), label: z.string().nullable(), name: CurriculumText.nullable() }),
  z.strictObject({ kind: z.literal('missing-language'), language: z.enum(['fi', 'sv']), count: z.number().int() }),
]);
export type DraftNotice = z.infer<typeof DraftNotice>;

export const Approval = z.strictObject({
  approvalId: z.uuid(),
  editionId: z.uuid(),
  /** Who decided, as the minutes say: `Sivistyslautakunta`. */
  decisionBody: z.string(),
  decidedOn: LocalDate,
  /** Paragraph of the minutes. */
  paragraph: z.string(),
  startsOn: LocalDate.nullable(),
  approvedAt: Instant,
  approvedBy: Person.nullable(),
});
export type Approval = z.infer<typeof Approval>;

export const DraftLine = z.strictObject({
  draftId: z.uuid(),
  name: CurriculumText,
  educationForm: EducationForm,
  isSubmitted: z.boolean(),
  lastApproval: Approval.nullable(),
});
export type DraftLine = z.infer<typeof DraftLine>;

export const Draft = DraftLine.extend({
  /** Whoever has written in it since the last approval may not approve it. */
  needsAnother: z.boolean(),
  basis: Edition,
  version: z.number().int(),
  subjects: z.array(SubjectLine),
  studyUnits: z.array(DraftPart),
  /** How many own parts stand where. */
  counts: z.array(z.strictObject({ unitKey: PartKey, gradeLevel: GradeLevel.nullable(), parts: z.number().int() })),
  approvals: z.array(Approval),
});
export type Draft = z.infer<typeof Draft>;

const params = z.strictObject({ draftId: z.uuid() });
const refreshOn = ['curriculum-draft', 'curriculum'];

export const listDrafts = endpoint({
  id: 'curriculum.listDrafts',
  method: 'GET',
  path: '/curriculum/drafts',
  scope: 'provider',
  summary: 'The curricula the provider writes itself.',
  response: z.strictObject({ drafts: z.array(DraftLine) }),
  refreshOn,
});

export const createDraft = endpoint({
  id: 'curriculum.createDraft',
  method: 'POST',
  path: '/curriculum/drafts',
  scope: 'provider',
  summary: 'Begins a local curriculum on top of a national one.',
  body: z.strictObject({ basisEditionId: z.uuid(), name: plain(200) }),
  response: DraftLine,
});

export const getDraft = endpoint({
  id: 'curriculum.getDraft',
  method: 'GET',
  path: '/curriculum/drafts/:draftId',
  scope: 'provider',
  summary: 'A local curriculum in the making: its subjects and grade levels, study units and approvals.',
  params,
  response: Draft,
  refreshOn,
});

export const changeDraft = endpoint({
  id: 'curriculum.changeDraft',
  method: 'PUT',
  path: '/curriculum/drafts/:draftId',
  scope: 'provider',
  summary: 'Renames a draft, hands it over for approval or takes it back, and says whether another person has to approve it.',
  params,
  ifMatch: true,
  body: z.strictObject({ name: plain(200), needsAnother: z.boolean(), isSubmitted: z.boolean() }),
  response: DraftLine,
});

export const getDraftUnit = endpoint({
  id: 'curriculum.getDraftUnit',
  method: 'GET',
  path: '/curriculum/drafts/:draftId/unit',
  scope: 'provider',
  summary: 'What the national curriculum says of a unit, and what the provider has written beside it.',
  params,
  query: z.strictObject({ key: PartKey, gradeLevel: z.coerce.number().pipe(GradeLevel).optional() }),
  response: z.strictObject({ national: Unit.nullable(), parts: z.array(DraftPart) }),
  refreshOn: ['curriculum-draft'],
});

export const saveDraftPart = endpoint({
  id: 'curriculum.saveDraftPart',
  method: 'PUT',
  path: '/curriculum/drafts/:draftId/parts/:draftPartId',
  scope: 'provider',
  summary: 'Writes a part of a draft: a new one under an id of the caller’s choice (`version` null), or the next version of one.',
  params: z.strictObject({ draftId: z.uuid(), draftPartId: z.uuid() }),
  body: PartWish,
  response: DraftPart,
});

export const removeDraftPart = endpoint({
  id: 'curriculum.removeDraftPart',
  method: 'DELETE',
  path: '/curriculum/drafts/:draftId/parts/:draftPartId',
  scope: 'provider',
  summary: 'Takes a part out of a draft; its history stays, and it can be restored.',
  params: z.strictObject({ draftId: z.uuid(), draftPartId: z.uuid() }),
  response: z.strictObject({ changeId: z.number().int().nullable() }),
});

export const DraftChange = z.strictObject({
  /** Null where there is nothing before it. */
  changeId: z.number().int().nullable(),
  at: Instant,
  by: Person.nullable(),
  change: z.enum(['created', 'changed', 'removed', 'restored']),
  what: z.union([PartKind, z.enum(['hours', 'draft'])]),
  code: z.string().nullable(),
  gradeLevel: GradeLevel.nullable(),
  before: z.strictObject({ name: CurriculumText, body: CurriculumText, hours: z.number().nullable() }),
});
export type DraftChange = z.infer<typeof DraftChange>;

export const listDraftChanges = endpoint({
  id: 'curriculum.listDraftChanges',
  method: 'GET',
  path: '/curriculum/drafts/:draftId/changes',
  scope: 'provider',
  summary: 'Who changed what in a draft and how it was before, the last hundred changes, newest first.',
  params,
  response: z.strictObject({ changes: z.array(DraftChange) }),
  refreshOn: ['curriculum-draft'],
});

export const restoreDraftChange = endpoint({
  id: 'curriculum.restoreDraftChange',
  method: 'POST',
  path: '/curriculum/drafts/:draftId/changes/:changeId/restore',
  scope: 'provider',
  summary: 'Puts what a change touched back to how it was before the change.',
  params: z.strictObject({ draftId: z.uuid(), changeId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  response: z.strictObject({}),
});

export const reviewDraft = endpoint({
  id: 'curriculum.reviewDraft',
  method: 'GET',
  path: '/curriculum/drafts/:draftId/review',
  scope: 'provider',
  summary: 'What to look at before a decision, and what has changed since the last approved version.',
  params,
  query: z.strictObject({ offset: z.coerce.number().int().min(0).max(100_000).default(0) }),
  response: z.strictObject({
    notices: z.array(DraftNotice),
    /** The asker has written in it and another has to approve. */
    isOwnWriting: z.boolean(),
    /** Null before the first approval. */
    difference: z.strictObject({ counts: compareEditions.response.shape.counts, changes: compareEditions.response.shape.changes, nextOffset: z.number().int().nullable() }).nullable(),
  }),
  refreshOn: ['curriculum-draft'],
});

export const approveDraft = endpoint({
  id: 'curriculum.approveDraft',
  method: 'POST',
  path: '/curriculum/drafts/:draftId/approvals',
  scope: 'provider',
  summary: 'Records the decision that approves a draft, makes an edition of it, and puts it in force from a day when one is given.',
  params,
  body: z.strictObject({ decisionBody: z.string().trim().min(2).max(200), decidedOn: LocalDate, paragraph: z.string().trim().min(1).max(50), startsOn: LocalDate.nullable() }),
  response: z.strictObject({ approval: Approval, adoption: Adoption.nullable() }),
});
