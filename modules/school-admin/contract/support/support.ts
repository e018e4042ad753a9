import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

/** Measures for one learner by the law in force since 1.8.2025; each needs an administrative decision. */
export const SupportKind = z.enum(['partly-small-group', 'small-group', 'special-class', 'assistant', 'aids', 'interpreter', 'limited-syllabus', 'objective-units', 'activity-areas']);
export type SupportKind = z.infer<typeof SupportKind>;
/** The tiers of the law before it: to be read alone. */
export const FormerSupportKind = z.enum(['intensified', 'special']);

/** `prepared`: without a decision yet. */
export const SupportState = z.enum(['prepared', 'coming', 'in-force', 'ended']);
export type SupportState = z.infer<typeof SupportState>;

const Name = { personId: PersonId, callName: z.string(), lastName: z.string() };

export const SupportNote = z.strictObject({
  at: Instant,
  by: z.strictObject(Name).nullable(),
  isReview: z.boolean(),
  text: z.string(),
});

export const SupportMeasure = z.strictObject({
  supportMeasureId: z.uuid(),
  version: z.number().int(),
  law: z.enum(['since-2025', 'before-2025']),
  kind: z.union([SupportKind, FormerSupportKind]),
  state: SupportState,
  subjects: z.array(z.strictObject({ subjectId: z.uuid(), name: LocalizedText })),
  /** Null where the reader must not learn where the learner goes to school: words and names could tell. */
  plan: z.string().nullable(),
  startsOn: LocalDate,
  /** Last day; null until further notice. */
  endsOn: LocalDate.nullable(),
  reviewOn: LocalDate.nullable(),
  decision: z.strictObject({ decidedOn: LocalDate, decisionNumber: z.string().nullable(), grounds: z.string().nullable() }).nullable(),
  responsible: z.array(z.strictObject(Name)),
  notes: z.array(SupportNote),
  can: z.strictObject({ change: z.boolean(), decide: z.boolean(), follow: z.boolean() }),
});
export type SupportMeasure = z.infer<typeof SupportMeasure>;

const ofLearner = z.strictObject({ learnerId: z.uuid() });
const ofMeasure = z.strictObject({ learnerId: z.uuid(), supportMeasureId: z.uuid() });

export const getLearnerSupport = endpoint({
  id: 'school-admin.getLearnerSupport',
  method: 'GET',
  path: '/learners/:learnerId/support',
  scope: 'provider',
  summary: "A learner's support measures with decision, plan, period, responsible people and follow-up, those of the former law as well. Homes read what has been decided.",
  params: ofLearner,
  response: z.strictObject({ learnerId: PersonId, callName: z.string(), lastName: z.string(), measures: z.array(SupportMeasure), canAdd: z.boolean() }),
  refreshOn: ['support'],
});

const content = {
  kind: SupportKind,
  subjectIds: z.array(z.uuid()).max(30).default([]),
  plan: freeText(6000).min(3),
  startsOn: LocalDate,
  /** Last day. */
  endsOn: LocalDate.nullable().default(null),
  reviewOn: LocalDate,
  responsibleIds: z.array(z.uuid()).min(1).max(10),
};

export const addSupportMeasure = endpoint({
  id: 'school-admin.addSupportMeasure',
  method: 'POST',
  path: '/learners/:learnerId/support',
  scope: 'provider',
  summary: 'Prepares a support measure for a learner: plan, period, who is responsible, when it is reviewed. The principal decides on it.',
  params: ofLearner,
  body: z.strictObject(content),
  response: SupportMeasure,
  status: 201,
  refreshOn: ['support'],
});

export const changeSupportMeasure = endpoint({
  id: 'school-admin.changeSupportMeasure',
  method: 'PUT',
  path: '/learners/:learnerId/support/:supportMeasureId',
  scope: 'provider',
  summary: 'Changes a measure. Once it is decided on, its kind, subjects and beginning hold: another measure needs another decision.',
  params: ofMeasure,
  body: z.strictObject(content),
  response: SupportMeasure,
  ifMatch: true,
  refreshOn: ['support'],
});

export const decideSupport = endpoint({
  id: 'school-admin.decideSupport',
  method: 'PUT',
  path: '/learners/:learnerId/support/:supportMeasureId/decision',
  scope: 'provider',
  summary: 'The administrative decision on a prepared measure, with its grounds.',
  params: ofMeasure,
  body: z.strictObject({ decidedOn: LocalDate, decisionNumber: freeText(60).nullable().default(null), grounds: freeText(6000).min(3) }),
  response: SupportMeasure,
  ifMatch: true,
  refreshOn: ['support'],
});

export const writeSupportNote = endpoint({
  id: 'school-admin.writeSupportNote',
  method: 'POST',
  path: '/learners/:learnerId/support/:supportMeasureId/notes',
  scope: 'provider',
  summary: 'Writes down how a measure has worked. A review sets the next review.',
  params: ofMeasure,
  body: z.strictObject({ text: freeText(6000).min(3), nextReviewOn: LocalDate.nullable().default(null) }),
  response: SupportMeasure,
  refreshOn: ['support'],
});

export const SupportedLearner = z.strictObject({
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  homeroomName: z.string().nullable(),
  measures: z.array(z.strictObject({ supportMeasureId: z.uuid(), kind: SupportMeasure.shape.kind, state: SupportState, reviewOn: LocalDate.nullable(), endsOn: LocalDate.nullable() })),
});
export type SupportedLearner = z.infer<typeof SupportedLearner>;

export const listSupportOfSchool = endpoint({
  id: 'school-admin.listSupportOfSchool',
  method: 'GET',
  path: '/schools/:schoolId/support',
  scope: 'provider',
  summary: 'Who has support measures at a school, prepared, coming or in force, the next review first.',
  params: z.strictObject({ schoolId: z.uuid() }),
  response: z.strictObject({ learners: z.array(SupportedLearner) }),
  refreshOn: ['support'],
});

export const GroupSupportKind = z.enum(['remedial', 'teaching-language', 'special-teacher-in-class']);
export type GroupSupportKind = z.infer<typeof GroupSupportKind>;

export const GroupSupport = z.strictObject({
  groupSupportId: z.uuid(),
  version: z.number().int(),
  kind: GroupSupportKind,
  plan: z.string(),
  startsOn: LocalDate,
  endsOn: LocalDate.nullable(),
});
export type GroupSupport = z.infer<typeof GroupSupport>;

const groupContent = z.strictObject({ kind: GroupSupportKind, plan: freeText(2000).min(3), startsOn: LocalDate, endsOn: LocalDate.nullable().default(null) });

export const getGroupSupport = endpoint({
  id: 'school-admin.getGroupSupport',
  method: 'GET',
  path: '/groups/:groupId/support',
  scope: 'provider',
  summary: "Support of a whole teaching group: no learner is named by it.",
  params: z.strictObject({ groupId: z.uuid() }),
  response: z.strictObject({ groupName: z.string(), support: z.array(GroupSupport), canRecord: z.boolean() }),
  refreshOn: ['support'],
});

export const addGroupSupport = endpoint({
  id: 'school-admin.addGroupSupport',
  method: 'POST',
  path: '/groups/:groupId/support',
  scope: 'provider',
  summary: 'Records support of a whole group.',
  params: z.strictObject({ groupId: z.uuid() }),
  body: groupContent,
  response: GroupSupport,
  status: 201,
  refreshOn: ['support'],
});

export const changeGroupSupport = endpoint({
  id: 'school-admin.changeGroupSupport',
  method: 'PUT',
  path: '/groups/:groupId/support/:groupSupportId',
  scope: 'provider',
  summary: 'Changes or ends support of a group.',
  params: z.strictObject({ groupId: z.uuid(), groupSupportId: z.uuid() }),
  body: groupContent,
  response: GroupSupport,
  ifMatch: true,
  refreshOn: ['support'],
});

/** Desk card: reviews that are due, the longest due first. */
export const SupportReviews = z.strictObject({ count: z.number().int(), reviews: z.array(z.strictObject({ learnerId: PersonId, callName: z.string(), lastName: z.string(), kind: SupportMeasure.shape.kind, reviewOn: LocalDate, isOverdue: z.boolean() })) });
export type SupportReviews = z.infer<typeof SupportReviews>;
