import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { SyncSpec } from '../pipeline/sync.queries.ts';
import type { SchoolYear, Stretch } from './school-years.ts';
import { formOf, PROVIDER } from './schools.queries.ts';

export interface SessionRow {
  externalId: string;
  file: string;
  line: number;
  isDeleted: boolean;
  title: string | null;
  type: 'gradingPeriod' | 'semester' | 'schoolYear' | 'term';
  from: string;
  end: string;
  parent: string | null;
}

export async function listSessions(tx: Transaction): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`select external_id as "externalId", file, line, is_deleted as "isDeleted", title, type, start_on as "from", end_on as "end", parent from r_session order by file, line`.execute(tx.db);
  return rows;
}

export async function listSchoolYears(tx: Transaction): Promise<SchoolYear[]> {
  const { rows } = await sql<{ schoolYearId: string; name: string; from: string | null; to: string | null }>`
    select school_year_id as "schoolYearId", name, lower(valid) as "from", upper(valid) as "to" from core_data.school_year where not isempty(valid) order by valid`.execute(tx.db);
  return rows.map(({ from, ...year }) => ({ ...year, from: from ?? '0001-01-01', isNew: false, externalId: null }));
}

export interface ClassTime extends Stretch {
  externalId: string;
  schoolYearId: string;
}

export async function listClassTerms(tx: Transaction): Promise<{ externalId: string; terms: string[]; courseYear: string | null }[]> {
  const { rows } = await sql<{ externalId: string; terms: string[]; courseYear: string | null }>`
    select c.external_id as "externalId", c.terms, (select r.year from r_course r where r.external_id = c.course limit 1) as "courseYear" from r_class c`.execute(tx.db);
  return rows;
}

export interface StagedPeriod extends Stretch {
  externalId: string;
  schoolYearId: string;
  name: string;
  file: string;
  line: number;
}

/** Stages what was worked out: new school years, the periods inside them, and when each class meets. */
export async function stageTimes(tx: Transaction, years: readonly SchoolYear[], periods: readonly StagedPeriod[], classes: readonly ClassTime[]): Promise<void> {
  await sql`create temporary table staged_school_year on commit drop as
    select ${sql.raw(PROVIDER)} as education_provider_id, coalesce(y."externalId", 'year:' || y."from") as external_id, '' as file, 0 as line, false as is_deleted, y."schoolYearId" as made_id, y.name,
      y."from" as valid_from, y."to" as valid_to, null::date as default_from
    from json_to_recordset(${JSON.stringify(years)}::json) as y("externalId" text, "schoolYearId" uuid, name text, "from" date, "to" date)`.execute(tx.db);
  await sql`create temporary table staged_teaching_period on commit drop as
    select distinct on (p."schoolYearId", p.name, p."from") ${sql.raw(PROVIDER)} as education_provider_id, p."externalId" as external_id, p.file, p.line, false as is_deleted, p."schoolYearId" as school_year_id, p.name,
      p."from" as valid_from, p."to" as valid_to, null::date as default_from
    from json_to_recordset(${JSON.stringify(periods)}::json) as p("externalId" text, "schoolYearId" uuid, name text, file text, line int, "from" date, "to" date)
    order by p."schoolYearId", p.name, p."from", p."externalId"`.execute(tx.db);
  await sql`create temporary table class_time on commit drop as
    select c."externalId" as external_id, c."schoolYearId" as school_year_id, c."from" as valid_from, c."to" as valid_to
    from json_to_recordset(${JSON.stringify(classes)}::json) as c("externalId" text, "schoolYearId" uuid, "from" date, "to" date)`.execute(tx.db);
  await sql`create index on class_time (external_id)`.execute(tx.db);
  await sql`analyze class_time`.execute(tx.db);
}

export const SCHOOL_YEAR: SyncSpec = {
  kind: 'school_year',
  table: 'core_data.school_year',
  id: 'school_year_id',
  staged: 'staged_school_year',
  columns: [{ name: 'name' }],
  isEffectiveDated: true,
  reopen: 'same-row',
  changesOwnOnly: true,
  hasMadeId: true,
};

export const TEACHING_PERIOD: SyncSpec = {
  kind: 'teaching_period',
  table: 'core_data.teaching_period',
  id: 'teaching_period_id',
  staged: 'staged_teaching_period',
  columns: [{ name: 'school_year_id', isMade: true }, { name: 'name' }],
  isEffectiveDated: true,
  recognisesOwnIds: true,
  reopen: 'same-row',
  changesOwnOnly: true,
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.teaching_period_id as id from core_data.teaching_period t
    join staged_teaching_period s on s.school_year_id = t.school_year_id and (s.name = t.name or (lower(t.valid) = s.valid_from and upper(t.valid) = s.valid_to))
    where t.education_provider_id = ${PROVIDER} and t.school_id is null order by s.external_id, s.name = t.name desc, t.teaching_period_id`,
};

/** Subjects: courses of one code and form of education are one. */
export async function stageSubjects(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table map_course on commit drop as
    select c.external_id, c.file, c.line, c.is_deleted, c.title, left(c.code, 60) as code,
      coalesce(${formOf('c.grade')}, (select t.education_forms[1] from map_org o join core_data.school t on t.education_provider_id = ${PROVIDER} and t.school_id = o.school_id where o.external_id = c.org),
        (select s.education_forms[1] from staged_school s where s.external_id = c.org), 'basic-education') as education_form
    from r_course c where not c.is_deleted and c.code is not null
      -- The standard wants a course for a homeroom, too; it is no subject.
      and not (exists (select from r_class k where k.course = c.external_id and k.type = 'homeroom') and not exists (select from r_class k where k.course = c.external_id and k.type <> 'homeroom'))`,
    )
    .execute(tx.db);
  await sql
    .raw(
      `create temporary table staged_subject on commit drop as
    select distinct on (code, education_form) ${PROVIDER} as education_provider_id, external_id, file, line, false as is_deleted, code, education_form, jsonb_build_object('fi', coalesce(title, code)) as name,
      null::date as valid_from, null::date as valid_to, null::date as default_from
    from map_course order by code, education_form, external_id`,
    )
    .execute(tx.db);
}

export const SUBJECT: SyncSpec = {
  kind: 'subject',
  table: 'core_data.subject',
  id: 'subject_id',
  staged: 'staged_subject',
  columns: [{ name: 'code' }, { name: 'education_form' }, { name: 'name' }],
  isEffectiveDated: true,
  recognisesOwnIds: true,
  reopen: 'same-row',
  changesOwnOnly: true,
  matchFirst: true,
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.subject_id as id from core_data.subject t join staged_subject s on s.code = t.code and s.education_form = t.education_form
    where t.education_provider_id = ${PROVIDER} and not isempty(t.valid) order by s.external_id, upper(t.valid) desc nulls first`,
};
