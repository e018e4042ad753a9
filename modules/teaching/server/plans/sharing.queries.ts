import { sql } from 'kysely';
import { schoolsWithRole, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { PlanToCopy, StaffName } from '../../contract/index.ts';
import { TEACHING_ROLES } from '../actions.ts';
import { staffName } from '../entries/names.queries.ts';
import type { WeeklyLesson } from './over.ts';
import type { LessonOfUnitRow, UnitRow } from './plans.queries.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** `p` may be read by the actor: made by them, of a group they teach, shared in a school where they work, or with all schools. */
function isOpenTo(actor: Actor) {
  const schools = schoolsWithRole(actor, ...TEACHING_ROLES, 'principal');
  const inSchool = schools === 'all' ? sql`true` : sql`p.school_id = any(${schools}::uuid[])`;
  return sql<boolean>`(p.made_by = ${actor.personId} or p.sharing = 'provider' or (p.sharing = 'school' and ${inSchool})
    or exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = p.teaching_group_id
      and gt.person_id = ${actor.personId} and gt.valid @> ${today}))`;
}

/** What may be copied into a group's plan, nearest first: the same subject and grade level, then the same subject; newest first. */
export async function listCopyable(tx: Transaction, actor: Actor, group: { groupId: string; subjectId: string | null }, gradeLevel: number | null): Promise<PlanToCopy[]> {
  const { rows } = await sql<PlanToCopy>`
    select p.plan_id as "planId", p.name, p.teaching_group_id is null as "isTemplate", sc.name as "schoolName", y.name as "schoolYearName", g.name as "groupName",
      case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as subject, p.grade_level as "gradeLevel", ${staffName('p.made_by')} as "madeBy",
      (select count(*)::int from teaching.plan_unit u where u.education_provider_id = ${provider} and u.plan_id = p.plan_id and u.removed_at is null) as units
    from teaching.plan p
    join core_data.school sc on sc.education_provider_id = ${provider} and sc.school_id = p.school_id
    join core_data.school_year y on y.education_provider_id = ${provider} and y.school_year_id = p.school_year_id
    left join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = p.teaching_group_id
    left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = p.subject_id
    where p.education_provider_id = ${provider} and p.removed_at is null and p.teaching_group_id is distinct from ${group.groupId}::uuid and ${isOpenTo(actor)}
    order by (p.subject_id is not distinct from ${group.subjectId}::uuid) desc, (p.grade_level is not distinct from ${gradeLevel}::int) desc, p.teaching_group_id is null desc, p.made_at desc, p.plan_id
    limit 100`.execute(tx.db);
  return rows;
}

export interface SourcePlan {
  planId: string;
  name: string;
  description: string | null;
  /** First day of the school year it was made for. */
  yearStartsOn: string;
  madeBy: StaffName;
  units: UnitRow[];
}

/** A plan the actor may read; undefined for one that is not there or not open to them. */
export async function findSource(tx: Transaction, actor: Actor, planId: string): Promise<Omit<SourcePlan, 'units'> | undefined> {
  const { rows } = await sql<Omit<SourcePlan, 'units'>>`
    select p.plan_id as "planId", p.name, p.description, lower(y.valid)::text as "yearStartsOn", ${staffName('p.made_by')} as "madeBy"
    from teaching.plan p join core_data.school_year y on y.education_provider_id = ${provider} and y.school_year_id = p.school_year_id
    where p.education_provider_id = ${provider} and p.plan_id = ${planId} and p.removed_at is null and ${isOpenTo(actor)}`.execute(tx.db);
  return rows[0];
}

/** Writes copies of units with all that is planned for their lessons. */
export async function insertCopies(tx: Transaction, planId: string, units: readonly (Omit<UnitRow, 'lessons'> & { newId: string; lessons: readonly (LessonOfUnitRow & { newId: string })[] })[], by: { personId: string; at: string }): Promise<void> {
  if (units.length === 0) return;
  const said = JSON.stringify(
    units.map((unit) => ({ id: unit.newId, name: unit.name, notes: unit.notes, starts_on: unit.startsOn, lesson_count: unit.lessonCount, objective_keys: unit.objectiveKeys, content_keys: unit.contentKeys, links: unit.links })),
  );
  await sql`insert into teaching.plan_unit (education_provider_id, plan_unit_id, plan_id, name, notes, starts_on, lesson_count, objective_keys, content_keys, links, changed_by, changed_at, source)
    select platform.current_provider(), u.id, ${planId}::uuid, u.name, u.notes, u.starts_on, u.lesson_count, u.objective_keys, u.content_keys, u.links, ${by.personId}::uuid, ${by.at}::timestamptz, 'manual'
    from jsonb_to_recordset(${said}::jsonb) as u(id uuid, name text, notes text, starts_on date, lesson_count int, objective_keys text[], content_keys text[], links jsonb)`.execute(tx.db);
  const lessons = JSON.stringify(
    units.flatMap((unit) => unit.lessons.map((one) => ({ id: one.newId, unit: unit.newId, lesson_no: one.lessonNo, title: one.title, notes: one.notes, objective_keys: one.objectiveKeys, links: one.links }))),
  );
  await sql`insert into teaching.plan_lesson (education_provider_id, plan_lesson_id, plan_unit_id, lesson_no, title, notes, objective_keys, links, changed_by, changed_at, source)
    select platform.current_provider(), l.id, l.unit, l.lesson_no, l.title, l.notes, l.objective_keys, l.links, ${by.personId}::uuid, ${by.at}::timestamptz, 'manual'
    from jsonb_to_recordset(${lessons}::jsonb) as l(id uuid, unit uuid, lesson_no int, title text, notes text, objective_keys text[], links jsonb)`.execute(tx.db);
}

export interface CoverageRow {
  groupId: string;
  schoolId: string;
  name: string;
  schoolName: LocalizedText;
  subject: { code: string; name: LocalizedText } | null;
  planId: string | null;
  objectiveKeys: string[] | null;
  weekly: WeeklyLesson[];
}

export interface CoveringUnitRow {
  planId: string;
  startsOn: string;
  lessonCount: number;
  objectiveKeys: string[];
  lessons: { lessonNo: number; objectiveKeys: string[] }[];
}

/** School days of a year so far by weekday: outside the breaks of the provider and the school, as `timetable.lessons_between` has them. */
export interface SchoolDaysRow {
  schoolId: string;
  weekday: number;
  days: string[];
}

export interface Coverage {
  groups: CoverageRow[];
  units: CoveringUnitRow[];
  days: SchoolDaysRow[];
}

/**
 * Groups with their plans, and what tells which lessons are over: the weekly lessons and the school days, not each lesson of
 * each group. 432 groups of 900 learners, 2 160 units, 8 640 planned lessons: 13 + 42 + 1 ms of the database's processor, 15 700 buffers, by
 * plan_group, plan_unit_plan and the lessons' unique key. Listing the lessons that are over took twice as much.
 */
async function readCoverage(tx: Transaction, year: { startsOn: string; today: string }, wanted: ReturnType<typeof sql>): Promise<Coverage> {
  const ofWanted = sql`teaching.plan p on p.education_provider_id = ${provider} and p.teaching_group_id = w.teaching_group_id and p.removed_at is null`;
  const [groups, units, days] = await Promise.all([
    sql<CoverageRow>`
      with wanted as materialized (${wanted}), weekly as (
        select l.teaching_group_id, jsonb_agg(jsonb_build_object('weekday', l.weekday, 'from', coalesce(lower(l.valid)::text, '0000-01-01'), 'to', coalesce(upper(l.valid)::text, '9999-12-31'),
          'isOverToday', timetable.instant_of(${year.today}::date, l.ends_at) <= platform.now())) as lessons
        from wanted w join timetable.weekly_lesson l on l.education_provider_id = ${provider} and l.teaching_group_id = w.teaching_group_id group by l.teaching_group_id
      )
      select g.teaching_group_id as "groupId", g.school_id as "schoolId", g.name, sc.name as "schoolName", case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as subject,
        p.plan_id as "planId", p.objective_keys as "objectiveKeys", coalesce(weekly.lessons, '[]') as weekly
      from wanted w
      join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = w.teaching_group_id
      join core_data.school sc on sc.education_provider_id = ${provider} and sc.school_id = g.school_id
      left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
      left join ${ofWanted}
      left join weekly on weekly.teaching_group_id = w.teaching_group_id
      order by g.name collate "fi-x-icu", g.teaching_group_id`.execute(tx.db),
    sql<CoveringUnitRow>`
      with wanted as materialized (${wanted}), unit as materialized (
        select u.plan_unit_id, u.plan_id, u.starts_on, u.lesson_count, u.objective_keys from wanted w join ${ofWanted} join teaching.plan_unit u on u.education_provider_id = ${provider} and u.plan_id = p.plan_id and u.removed_at is null
      ), own as (
        select l.plan_unit_id, jsonb_agg(jsonb_build_object('lessonNo', l.lesson_no, 'objectiveKeys', l.objective_keys)) as lessons
        from unit join teaching.plan_lesson l on l.education_provider_id = ${provider} and l.plan_unit_id = unit.plan_unit_id
        where l.objective_keys <> '{}' group by l.plan_unit_id
      )
      select unit.plan_id as "planId", unit.starts_on as "startsOn", unit.lesson_count as "lessonCount", unit.objective_keys as "objectiveKeys", coalesce(own.lessons, '[]') as lessons
      from unit left join own using (plan_unit_id)`.execute(tx.db),
    sql<SchoolDaysRow>`
      with wanted as materialized (${wanted}), school as (
        select distinct g.school_id from wanted w join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = w.teaching_group_id
      )
      select school.school_id as "schoolId", extract(isodow from d.day)::int as weekday, array_agg(d.day::text order by d.day) as days
      from school cross join lateral (select ${year.startsOn}::date + n as day from generate_series(0, ${year.today}::date - ${year.startsOn}::date) n) d
      where not exists (select from core_data.school_break b where b.education_provider_id = ${provider} and b.valid @> d.day and (b.school_id is null or b.school_id = school.school_id))
      group by 1, 2`.execute(tx.db),
  ]);
  return { groups: groups.rows, units: units.rows, days: days.rows };
}

/** Those in which one is main or co-teacher today. */
export const readCoverageOfOwn = (tx: Transaction, actor: Actor, year: { startsOn: string; today: string }): Promise<Coverage> =>
  readCoverage(
    tx,
    year,
    sql`select distinct gt.teaching_group_id from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.person_id = ${actor.personId} and gt.role in ('main', 'co') and gt.valid @> ${today}`,
  );

/** All of a school's with a subject. */
export const readCoverageOfSchool = (tx: Transaction, schoolId: string, year: { startsOn: string; today: string }): Promise<Coverage> =>
  readCoverage(tx, year, sql`select g.teaching_group_id from core_data.teaching_group g where g.education_provider_id = ${provider} and g.school_id = ${schoolId}::uuid and g.subject_id is not null and g.valid @> ${today}`);
