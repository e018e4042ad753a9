import { z } from 'zod';
import { CurriculumText, PartKey } from '@digione/curriculum/contract';
import { endpoint, freeText, Instant, LocalDate, LocalizedText, LocalTime } from '@digione/platform/contract';
import { StaffName } from './lesson-entry.ts';

/** A page elsewhere: opened in a tab of its own. */
export const PlanLink = z.strictObject({ title: freeText(200).min(1), url: z.string().max(2000).regex(/^https?:\/\/\S+$/, { error: 'web-address' }) });
export type PlanLink = z.infer<typeof PlanLink>;

const LINKS = z.array(PlanLink).max(20);
const KEYS = z.array(PartKey).max(200);
export const MAX_PLAN_NOTES = 8000;
export const MAX_LESSONS_OF_UNIT = 200;

/** One lesson of a unit: the n-th of the group's lessons from the unit's first day. */
export const PlannedLesson = z.strictObject({
  lessonNo: z.number().int(),
  /** The real lesson; null where the school year has too few. */
  weeklyLessonId: z.uuid().nullable(),
  heldOn: LocalDate.nullable(),
  title: z.string().nullable(),
  notes: z.string().nullable(),
  /** None: all of the unit's. */
  objectiveKeys: z.array(PartKey),
  links: z.array(PlanLink),
  /** 0 while nothing is written. */
  version: z.number().int(),
  changedBy: StaffName.nullable(),
  changedAt: Instant.nullable(),
});
export type PlannedLesson = z.infer<typeof PlannedLesson>;

export const PlanUnit = z.strictObject({
  planUnitId: z.uuid(),
  name: z.string(),
  notes: z.string().nullable(),
  startsOn: LocalDate,
  lessonCount: z.number().int(),
  /** Day of the last lesson; null where it does not fit into the year. */
  endsOn: LocalDate.nullable(),
  objectiveKeys: z.array(PartKey),
  contentKeys: z.array(PartKey),
  links: z.array(PlanLink),
  version: z.number().int(),
  changedBy: StaffName,
  changedAt: Instant,
  lessons: z.array(PlannedLesson),
});
export type PlanUnit = z.infer<typeof PlanUnit>;

export const Sharing = z.enum(['group', 'school', 'provider']);
export type Sharing = z.infer<typeof Sharing>;

export const PlanHead = z.strictObject({
  planId: z.uuid(),
  name: z.string(),
  description: z.string().nullable(),
  sharing: Sharing,
  version: z.number().int(),
});
export type PlanHead = z.infer<typeof PlanHead>;

/** `taught`: a lesson that has it is over; `planned`: some lesson has it; `missing`: none. */
export const ObjectiveState = z.enum(['missing', 'planned', 'taught']);
export type ObjectiveState = z.infer<typeof ObjectiveState>;

export const PlanObjective = z.strictObject({
  key: PartKey,
  label: z.string().nullable(),
  text: CurriculumText.nullable(),
  state: ObjectiveState,
  /** Lessons that have it, and how many of them are over. */
  lessons: z.number().int(),
  over: z.number().int(),
});
export type PlanObjective = z.infer<typeof PlanObjective>;

export const GroupPlan = z.strictObject({
  group: z.strictObject({ groupId: z.uuid(), name: z.string(), subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(), gradeLevel: z.number().int().nullable() }),
  year: z.strictObject({ name: z.string(), startsOn: LocalDate, endsOn: LocalDate }),
  breaks: z.array(z.strictObject({ name: LocalizedText, startsOn: LocalDate, endsOn: LocalDate })),
  /** The group's lessons of the year, in their order. */
  lessons: z.array(z.strictObject({ weeklyLessonId: z.uuid(), heldOn: LocalDate, startsAt: LocalTime })),
  plan: PlanHead.nullable(),
  units: z.array(PlanUnit),
  /** Null where no curriculum in force tells of the group's subject. */
  curriculum: z.strictObject({ editionId: z.uuid(), unitKey: PartKey }).nullable(),
  objectives: z.array(PlanObjective),
  contents: z.array(z.strictObject({ key: PartKey, label: z.string().nullable(), name: CurriculumText.nullable() })),
  can: z.strictObject({ edit: z.boolean() }),
});
export type GroupPlan = z.infer<typeof GroupPlan>;

const groupParams = { groupId: z.uuid() };

export const getGroupPlan = endpoint({
  id: 'teaching.getGroupPlan',
  method: 'GET',
  path: '/groups/:groupId/plan',
  scope: 'provider',
  summary: "A group's plan on its real lessons of the school year, and which objectives of the curriculum are planned and taught.",
  params: z.strictObject(groupParams),
  response: GroupPlan,
  refreshOn: ['plan', 'timetable', 'curriculum'],
});

export const savePlan = endpoint({
  id: 'teaching.savePlan',
  method: 'PUT',
  path: '/groups/:groupId/plan',
  scope: 'provider',
  summary: "Begins a group's plan, names it and says who may read it.",
  params: z.strictObject(groupParams),
  body: z.strictObject({ name: freeText(200).min(1), description: freeText(4000).nullable().default(null), sharing: Sharing.default('group') }),
  response: PlanHead,
  ifMatch: true,
});

const unitParams = z.strictObject({ ...groupParams, planUnitId: z.uuid() });

export const savePlanUnit = endpoint({
  id: 'teaching.savePlanUnit',
  method: 'PUT',
  path: '/groups/:groupId/plan/units/:planUnitId',
  scope: 'provider',
  summary: 'Adds a unit to a plan, changes or moves it; its lessons follow.',
  params: unitParams,
  body: z.strictObject({
    name: freeText(200).min(1),
    notes: freeText(MAX_PLAN_NOTES).nullable().default(null),
    startsOn: LocalDate,
    lessonCount: z.number().int().min(1).max(MAX_LESSONS_OF_UNIT),
    objectiveKeys: KEYS.default([]),
    contentKeys: KEYS.default([]),
    links: LINKS.default([]),
  }),
  response: z.strictObject({ planUnitId: z.uuid(), version: z.number().int() }),
  ifMatch: true,
});

export const removePlanUnit = endpoint({
  id: 'teaching.removePlanUnit',
  method: 'DELETE',
  path: '/groups/:groupId/plan/units/:planUnitId',
  scope: 'provider',
  summary: 'Takes a unit out of a plan; the history keeps it.',
  params: unitParams,
  response: z.strictObject({ version: z.number().int() }),
  ifMatch: true,
});

export const savePlanLesson = endpoint({
  id: 'teaching.savePlanLesson',
  method: 'PUT',
  path: '/groups/:groupId/plan/units/:planUnitId/lessons/:lessonNo',
  scope: 'provider',
  summary: 'Plans one lesson of a unit.',
  params: z.strictObject({ ...groupParams, planUnitId: z.uuid(), lessonNo: z.coerce.number().int().min(1).max(MAX_LESSONS_OF_UNIT) }),
  body: z.strictObject({ title: freeText(200).nullable(), notes: freeText(MAX_PLAN_NOTES).nullable().default(null), objectiveKeys: KEYS.default([]), links: LINKS.default([]) }),
  response: z.strictObject({ lessonNo: z.number().int(), version: z.number().int() }),
  ifMatch: true,
});

export const copyPlan = endpoint({
  id: 'teaching.copyPlan',
  method: 'POST',
  path: '/groups/:groupId/plan/copy',
  scope: 'provider',
  summary: "Brings the units of another plan or template into a group's plan, each in the same week of the group's own school year.",
  params: z.strictObject(groupParams),
  body: z.strictObject({ planId: z.uuid() }),
  response: z.strictObject({ plan: PlanHead, units: z.number().int() }),
  status: 201,
});

export const saveAsTemplate = endpoint({
  id: 'teaching.saveAsTemplate',
  method: 'POST',
  path: '/groups/:groupId/plan/template',
  scope: 'provider',
  summary: "Keeps a group's plan as a template, for oneself, the school or all schools of the provider.",
  params: z.strictObject(groupParams),
  body: z.strictObject({ name: freeText(200).min(1), sharing: Sharing }),
  response: PlanHead,
  status: 201,
});

export const PlanToCopy = z.strictObject({
  planId: z.uuid(),
  name: z.string(),
  isTemplate: z.boolean(),
  schoolName: LocalizedText,
  schoolYearName: z.string(),
  groupName: z.string().nullable(),
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  gradeLevel: z.number().int().nullable(),
  madeBy: StaffName,
  units: z.number().int(),
});
export type PlanToCopy = z.infer<typeof PlanToCopy>;

export const listPlansToCopy = endpoint({
  id: 'teaching.listPlansToCopy',
  method: 'GET',
  path: '/groups/:groupId/plans-to-copy',
  scope: 'provider',
  summary: "Plans and templates one may copy into a group's plan: own ones, those shared in the school and in the provider; the same subject and grade level first.",
  params: z.strictObject(groupParams),
  response: z.strictObject({ plans: z.array(PlanToCopy) }),
  refreshOn: ['plan'],
});

/** A group of the teacher's with how far its plan is. */
export const PlannedGroup = z.strictObject({
  groupId: z.uuid(),
  name: z.string(),
  schoolName: LocalizedText,
  subject: z.strictObject({ code: z.string(), name: LocalizedText }).nullable(),
  planId: z.uuid().nullable(),
  objectives: z.number().int(),
  planned: z.number().int(),
  taught: z.number().int(),
});
export type PlannedGroup = z.infer<typeof PlannedGroup>;

export const listPlannedGroups = endpoint({
  id: 'teaching.listPlannedGroups',
  method: 'GET',
  path: '/plans',
  scope: 'provider',
  summary: "One's own groups, and how many objectives of their year are planned and taught.",
  response: z.strictObject({ groups: z.array(PlannedGroup) }),
  refreshOn: ['plan'],
});

export const getSchoolCoverage = endpoint({
  id: 'teaching.getSchoolCoverage',
  method: 'GET',
  path: '/schools/:schoolId/plan-coverage',
  scope: 'provider',
  summary: 'How many objectives of the year each group of a school has planned and been taught.',
  params: z.strictObject({ schoolId: z.uuid() }),
  response: z.strictObject({ groups: z.array(PlannedGroup) }),
  refreshOn: ['plan'],
});
