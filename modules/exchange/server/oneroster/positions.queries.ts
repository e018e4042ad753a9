import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { endOrUnname, type Plan, type SyncSpec } from '../pipeline/sync.queries.ts';
import { PROVIDER } from './schools.queries.ts';

/** What each person is in each school: from roles, from the users' own role (1.1), and from what they are in their classes. */
export async function gatherRoles(tx: Transaction): Promise<void> {
  await sql`create temporary table held_role on commit drop as
    select m.person_id, r.role, r.org, o.school_id, r.begin_on, r.end_on, r.is_deleted or m.is_deleted as is_deleted, r.file, r.line, 1 as rank
    from r_role r join map_user m on m.external_id = r.user_id left join map_org o on o.external_id = r.org
    union all
    select m.person_id, u.role, org, o.school_id, null, null, m.is_deleted, u.file, u.line, 1
    from r_user u join map_user m on m.external_id = u.external_id left join lateral unnest(u.orgs) as org on true left join map_org o on o.external_id = org where u.role is not null
    union all
    select m.person_id, e.role, '', c.school_id, null, null, false, min(e.file), min(e.line), 2
    from r_enrollment e join map_user m on m.external_id = e.user_id join map_class c on c.external_id = e.class
    where not e.is_deleted and not m.is_deleted and e.role in ('student', 'teacher', 'aide') group by m.person_id, e.role, c.school_id`.execute(tx.db);
  await sql`create index on held_role (person_id)`.execute(tx.db);
  await sql`analyze held_role`.execute(tx.db);
}

/** The day a new position or study right begins when nothing is said: with the running school year. */
const BEGINS = `least((select platform.today()), coalesce((select lower(y.valid) from core_data.school_year y where y.education_provider_id = ${PROVIDER} and y.valid @> (select platform.today()) limit 1),
  (select s.valid_from from staged_school_year s where daterange(s.valid_from, s.valid_to) @> (select platform.today()) limit 1), (select platform.today())))`;

export async function stageStudyRights(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table staged_study_right on commit drop as
    with held as (
      select person_id, school_id, min(begin_on) as begin_on, case when bool_or(end_on is null) then null else max(end_on) end as end_on, bool_and(is_deleted) as is_deleted, min(file) as file, min(line) as line
      from held_role where role = 'student' and school_id is not null group by person_id, school_id)
    select ${PROVIDER} as education_provider_id, p.external_id || '|' || o.org as external_id, h.file, h.line, h.is_deleted, h.person_id as learner_id, h.school_id,
      coalesce((select ${formFor('u.grade')} from r_user u join map_user m on m.external_id = u.external_id where m.person_id = h.person_id and u.grade is not null order by u.line limit 1), forms.f[1], 'basic-education') as education_form,
      h.begin_on as valid_from, case when h.end_on > h.begin_on or h.begin_on is null then h.end_on end as valid_to, ${BEGINS} as default_from
    from held h join staged_person p on p.made_id = h.person_id
    join (select school_id, min(external_id) as org from map_org group by school_id) o on o.school_id = h.school_id
    left join lateral (select coalesce((select t.education_forms from core_data.school t where t.education_provider_id = ${PROVIDER} and t.school_id = h.school_id),
      (select s.education_forms from staged_school s join plan_school ps on ps.external_id = s.external_id where ps.id = h.school_id limit 1)) as f) forms on true`,
    )
    .execute(tx.db);
}

/** By grade, but never a form the school does not give when it gives one alone. */
function formFor(grade: string): string {
  return `case when cardinality(forms.f) = 1 then forms.f[1] when ${grade} = 0 then 'pre-primary' when ${grade} between 1 and 9 then 'basic-education' else 'general-upper-secondary' end`;
}

export const STUDY_RIGHT: SyncSpec = {
  kind: 'study_right',
  table: 'core_data.study_right',
  id: 'study_right_id',
  staged: 'staged_study_right',
  columns: [{ name: 'learner_id', isMade: true }, { name: 'school_id', isMade: true }, { name: 'education_form', onlyWhenNew: true }],
  isEffectiveDated: true,
  reopen: 'new-row',
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.study_right_id as id from core_data.study_right t
    join staged_study_right s on s.learner_id = t.learner_id and s.school_id = t.school_id
    where t.education_provider_id = ${PROVIDER} and t.state <> 'void' and t.valid @> (select platform.today()) order by s.external_id, t.study_right_id`,
  people: ['learner_id'],
};

/** Titles as DigiOne knows them. Administrators get no rights by import: who runs a school is said by its main user. */
const TITLE = `case role when 'teacher' then 'teacher' when 'aide' then 'teaching-assistant' when 'counselor' then 'guidance-counsellor' when 'principal' then 'principal' else 'other' end`;
const STAFF = `('teacher', 'aide', 'counselor', 'principal', 'administrator', 'siteAdministrator', 'districtAdministrator', 'systemAdministrator', 'proctor', 'staff')`;

export async function stageStaffPositions(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table staged_staff_position on commit drop as
    with held as (
      select person_id, school_id, ${TITLE} as title, min(begin_on) as begin_on, case when bool_or(end_on is null) then null else max(end_on) end as end_on, bool_and(is_deleted) as is_deleted, min(file) as file, min(line) as line
      from held_role h where role in ${STAFF}
        -- Who teaches a class is a teacher there, unless a role says what else they are.
        and not (rank = 2 and exists (select from held_role r where r.person_id = h.person_id and r.rank = 1 and r.role in ${STAFF} and (r.school_id = h.school_id or r.school_id is null)))
      group by person_id, school_id, ${TITLE})
    select ${PROVIDER} as education_provider_id, p.external_id || '|' || coalesce(o.org, '') || '|' || h.title as external_id, h.file, h.line, h.is_deleted, h.person_id, h.school_id, h.title,
      h.begin_on as valid_from, case when h.end_on > h.begin_on or h.begin_on is null then h.end_on end as valid_to, ${BEGINS} as default_from
    from held h join staged_person p on p.made_id = h.person_id left join (select school_id, min(external_id) as org from map_org group by school_id) o on o.school_id = h.school_id`,
    )
    .execute(tx.db);
}

export async function countAdministrators(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct person_id)::int as n from held_role where role in ('administrator', 'siteAdministrator', 'districtAdministrator', 'systemAdministrator') and not is_deleted`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** The standard has fewer words than a school: what the school says more exactly is the same work. */
const SAME_WORK = `(s.title = t.title or (s.title = 'teacher' and t.title in ('class-teacher', 'special-needs-teacher', 'guidance-counsellor'))
  or (s.title = 'principal' and t.title = 'vice-principal') or s.title = 'other')`;

export const STAFF_POSITION: SyncSpec = {
  kind: 'staff_position',
  table: 'core_data.staff_position',
  id: 'staff_position_id',
  staged: 'staged_staff_position',
  columns: [{ name: 'person_id', isMade: true }, { name: 'school_id', isMade: true }, { name: 'title', onlyWhenNew: true }],
  isEffectiveDated: true,
  reopen: 'new-row',
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.staff_position_id as id from core_data.staff_position t
    join staged_staff_position s on s.person_id = t.person_id and s.school_id is not distinct from t.school_id and ${SAME_WORK}
    where t.education_provider_id = ${PROVIDER} and t.valid @> (select platform.today()) order by s.external_id, s.title = t.title desc, t.staff_position_id`,
  people: ['person_id'],
};

/** A person deleted at the source leaves everything this source had put them into; the person stays. */
export async function endOfDeleted(tx: Transaction, plan: Plan, source: string, personColumn: string): Promise<void> {
  const { name, spec } = plan;
  await sql`${sql.raw(`insert into ${name} (education_provider_id, external_id, file, line, is_deleted, id, known_id, has_key, op, old_valid, new_${personColumn}, ${personColumn})
    select k.education_provider_id, k.external_id, u.file, u.line, true, t.${spec.id}, t.${spec.id}, true, ${endOrUnname(spec)}, t.valid, t.${personColumn}, t.${personColumn}
    from map_user u join ${spec.table} t on t.education_provider_id = ${PROVIDER} and t.${personColumn} = u.person_id and (upper_inf(t.valid) or upper(t.valid) > (select platform.today())) and not isempty(t.valid)
    join core_data.external_key k on k.education_provider_id = t.education_provider_id and k.entity_id = t.${spec.id} and k.kind = '${spec.kind}'
    where u.is_deleted and not exists (select from map_user other where other.person_id = u.person_id and not other.is_deleted) and not exists (select from ${name} p where p.id = t.${spec.id}) and k.source = `)}${source}`.execute(tx.db);
}
