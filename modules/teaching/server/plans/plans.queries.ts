import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { PlanHead, PlanLink, Sharing, StaffName } from '../../contract/index.ts';
import { savePlan } from '../actions.ts';
import { staffName } from '../entries/names.queries.ts';
import type { HeldLesson } from './place.ts';

const provider = sql`(select platform.current_provider())`;

export interface PlannedGroupRow {
  groupId: string;
  schoolId: string;
  schoolYearId: string;
  subjectId: string | null;
  name: string;
  subject: { code: string; name: LocalizedText } | null;
  yearName: string;
  /** First and last day of the school year. */
  startsOn: string;
  endsOn: string;
  canEdit: boolean;
}

export async function findGroup(tx: Transaction, actor: Actor, groupId: string): Promise<PlannedGroupRow | undefined> {
  const { rows } = await sql<PlannedGroupRow>`
    select g.teaching_group_id as "groupId", g.school_id as "schoolId", g.school_year_id as "schoolYearId", g.subject_id as "subjectId", g.name,
      case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as subject,
      y.name as "yearName", lower(y.valid)::text as "startsOn", (upper(y.valid) - 1)::text as "endsOn",
      coalesce(${allowedFor(actor, savePlan, sql`g.teaching_group_id`)}, false) as "canEdit"
    from core_data.teaching_group g
    join core_data.school_year y on y.education_provider_id = ${provider} and y.school_year_id = g.school_year_id
    left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
    where g.education_provider_id = ${provider} and g.teaching_group_id = ${groupId}`.execute(tx.db);
  return rows[0];
}

/** The group's real lessons of some days, in their order. A year of three a week: by weekly_lesson_group, 4 buffers, 0.4 ms. */
export async function listLessonsOfGroup(tx: Transaction, groupId: string, days: { startsOn: string; endsOn: string }): Promise<(HeldLesson & { startsAt: string })[]> {
  const { rows } = await sql<HeldLesson & { startsAt: string }>`
    select l.weekly_lesson_id as "weeklyLessonId", l.held_on as "heldOn", l.starts_at as "startsAt", timetable.instant_of(l.held_on, l.ends_at) <= platform.now() as "isOver"
    from timetable.lessons_between(${days.startsOn}::date, ${days.endsOn}::date) l where l.teaching_group_id = ${groupId}::uuid
    order by l.held_on, l.starts_at, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}

export async function listBreaks(tx: Transaction, schoolId: string, schoolYearId: string): Promise<{ name: LocalizedText; startsOn: string; endsOn: string }[]> {
  const { rows } = await sql<{ name: LocalizedText; startsOn: string; endsOn: string }>`
    select b.name, lower(b.valid)::text as "startsOn", (upper(b.valid) - 1)::text as "endsOn" from core_data.school_break b
    where b.education_provider_id = ${provider} and b.school_year_id = ${schoolYearId} and (b.school_id is null or b.school_id = ${schoolId})
    order by b.valid`.execute(tx.db);
  return rows;
}

export type PlanRow = PlanHead & { editionId: string | null; unitKey: string | null; objectiveKeys: string[] };

const PLAN = sql`p.plan_id as "planId", p.name, p.description, p.sharing, p.version, p.edition_id as "editionId", p.unit_key as "unitKey", p.objective_keys as "objectiveKeys"`;

/** @param isLocked keeps the plan from other writers until the transaction ends */
export async function findPlanOfGroup(tx: Transaction, groupId: string, isLocked = false): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`select ${PLAN} from teaching.plan p
    where p.education_provider_id = ${provider} and p.teaching_group_id = ${groupId} and p.removed_at is null ${isLocked ? sql`for update of p` : sql``}`.execute(tx.db);
  return rows[0];
}

export interface NewPlan {
  planId: string;
  schoolId: string;
  /** Null in a template. */
  groupId: string | null;
  schoolYearId: string;
  subjectId: string | null;
  gradeLevel: number | null;
  name: string;
  description: string | null;
  sharing: Sharing;
  place: { editionId: string; unitKey: string; objectiveKeys: readonly string[] } | null;
  copiedFrom: string | null;
  by: string;
  at: string;
}

/** @returns false when somebody else began the group's plan first */
export async function insertPlan(tx: Transaction, plan: NewPlan): Promise<boolean> {
  const { rows } = await sql`
    insert into teaching.plan (education_provider_id, plan_id, school_id, teaching_group_id, school_year_id, subject_id, grade_level, name, description,
      edition_id, unit_key, objective_keys, sharing, copied_from, made_by, made_at, source)
    values (platform.current_provider(), ${plan.planId}, ${plan.schoolId}, ${plan.groupId}, ${plan.schoolYearId}, ${plan.subjectId}, ${plan.gradeLevel}, ${plan.name}, ${plan.description},
      ${plan.place?.editionId ?? null}, ${plan.place?.unitKey ?? null}, ${plan.place?.objectiveKeys ?? []}::text[], ${plan.sharing}, ${plan.copiedFrom}, ${plan.by}, ${plan.at}, 'manual')
    on conflict do nothing returning 1`.execute(tx.db);
  return rows.length > 0;
}

/** @returns the new version */
export async function updatePlan(tx: Transaction, planId: string, change: { name: string; description: string | null; sharing: Sharing; place: NewPlan['place'] }): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update teaching.plan set name = ${change.name}, description = ${change.description}, sharing = ${change.sharing},
      edition_id = ${change.place?.editionId ?? null}, unit_key = ${change.place?.unitKey ?? null}, objective_keys = ${change.place?.objectiveKeys ?? []}::text[]
    where education_provider_id = ${provider} and plan_id = ${planId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

export interface UnitRow {
  planUnitId: string;
  planId: string;
  name: string;
  notes: string | null;
  startsOn: string;
  lessonCount: number;
  objectiveKeys: string[];
  contentKeys: string[];
  links: PlanLink[];
  version: number;
  changedBy: StaffName;
  changedAt: string;
  lessons: LessonOfUnitRow[];
}

export interface LessonOfUnitRow {
  lessonNo: number;
  title: string | null;
  notes: string | null;
  objectiveKeys: string[];
  links: PlanLink[];
  version: number;
  changedBy: StaffName;
  /** Instant as PostgreSQL writes it in JSON. */
  changedAt: string;
}

/** Units in the order in which they begin, each with what is written for its lessons. 5 units, 60 lessons: by plan_unit_plan and the unique key of lessons, 214 buffers, 0.7 ms. */
export async function listUnits(tx: Transaction, planId: string): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select u.plan_unit_id as "planUnitId", u.plan_id as "planId", u.name, u.notes, u.starts_on as "startsOn", u.lesson_count as "lessonCount", u.objective_keys as "objectiveKeys",
      u.content_keys as "contentKeys", u.links, u.version, ${staffName('u.changed_by')} as "changedBy", u.changed_at as "changedAt",
      coalesce((select jsonb_agg(jsonb_build_object('lessonNo', l.lesson_no, 'title', l.title, 'notes', l.notes, 'objectiveKeys', l.objective_keys, 'links', l.links,
          'version', l.version, 'changedBy', ${staffName('l.changed_by')}, 'changedAt', l.changed_at) order by l.lesson_no)
        from teaching.plan_lesson l where l.education_provider_id = ${provider} and l.plan_unit_id = u.plan_unit_id), '[]') as lessons
    from teaching.plan_unit u where u.education_provider_id = ${provider} and u.plan_id = ${planId} and u.removed_at is null
    order by u.starts_on, u.name, u.plan_unit_id`.execute(tx.db);
  return rows;
}

/** Kept from other writers until the transaction ends. */
export async function findUnit(tx: Transaction, planUnitId: string): Promise<{ planId: string; version: number; lessonCount: number; isRemoved: boolean } | undefined> {
  const { rows } = await sql<{ planId: string; version: number; lessonCount: number; isRemoved: boolean }>`
    select plan_id as "planId", version, lesson_count as "lessonCount", removed_at is not null as "isRemoved" from teaching.plan_unit
    where education_provider_id = ${provider} and plan_unit_id = ${planUnitId} for update`.execute(tx.db);
  return rows[0];
}

export interface UnitWords {
  name: string;
  notes: string | null;
  startsOn: string;
  lessonCount: number;
  objectiveKeys: readonly string[];
  contentKeys: readonly string[];
  links: readonly PlanLink[];
}

/** @returns false when somebody else added it first */
export async function insertUnit(tx: Transaction, unit: UnitWords & { planUnitId: string; planId: string; by: string; at: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into teaching.plan_unit (education_provider_id, plan_unit_id, plan_id, name, notes, starts_on, lesson_count, objective_keys, content_keys, links, changed_by, changed_at, source)
    values (platform.current_provider(), ${unit.planUnitId}, ${unit.planId}, ${unit.name}, ${unit.notes}, ${unit.startsOn}, ${unit.lessonCount}, ${unit.objectiveKeys}::text[],
      ${unit.contentKeys}::text[], ${JSON.stringify(unit.links)}::jsonb, ${unit.by}, ${unit.at}, 'manual')
    on conflict (education_provider_id, plan_unit_id) do nothing returning 1`.execute(tx.db);
  return rows.length > 0;
}

/** @returns the new version; undefined when nothing new was said */
export async function updateUnit(tx: Transaction, planUnitId: string, unit: UnitWords & { by: string; at: string }): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update teaching.plan_unit set name = ${unit.name}, notes = ${unit.notes}, starts_on = ${unit.startsOn}, lesson_count = ${unit.lessonCount}, objective_keys = ${unit.objectiveKeys}::text[],
      content_keys = ${unit.contentKeys}::text[], links = ${JSON.stringify(unit.links)}::jsonb, changed_by = ${unit.by}, changed_at = ${unit.at}, removed_at = null
    where education_provider_id = ${provider} and plan_unit_id = ${planUnitId} returning version`.execute(tx.db);
  return rows[0]?.version;
}

/** @returns the new version */
export async function markUnitRemoved(tx: Transaction, planUnitId: string, by: string, at: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update teaching.plan_unit set removed_at = ${at}, changed_by = ${by}, changed_at = ${at}
    where education_provider_id = ${provider} and plan_unit_id = ${planUnitId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

export interface LessonWords {
  title: string | null;
  notes: string | null;
  objectiveKeys: readonly string[];
  links: readonly PlanLink[];
}

/** Kept from other writers until the transaction ends. */
export async function findLessonVersion(tx: Transaction, planUnitId: string, lessonNo: number): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from teaching.plan_lesson
    where education_provider_id = ${provider} and plan_unit_id = ${planUnitId} and lesson_no = ${lessonNo} for update`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

/** The caller has looked at the version. @returns the new one; undefined when somebody else was first or nothing new was said */
export async function upsertLesson(tx: Transaction, planUnitId: string, lessonNo: number, words: LessonWords & { planLessonId: string; by: string; at: string }, version: number): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    insert into teaching.plan_lesson as l (education_provider_id, plan_lesson_id, plan_unit_id, lesson_no, title, notes, objective_keys, links, changed_by, changed_at, source)
    values (platform.current_provider(), ${words.planLessonId}, ${planUnitId}, ${lessonNo}, ${words.title}, ${words.notes}, ${words.objectiveKeys}::text[], ${JSON.stringify(words.links)}::jsonb,
      ${words.by}, ${words.at}, 'manual')
    on conflict (education_provider_id, plan_unit_id, lesson_no) do update set title = excluded.title, notes = excluded.notes, objective_keys = excluded.objective_keys, links = excluded.links,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at where l.version = ${version}
    returning version`.execute(tx.db);
  return rows[0]?.version;
}
