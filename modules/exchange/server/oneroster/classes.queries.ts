import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { SyncSpec } from '../pipeline/sync.queries.ts';
import { PROVIDER } from './schools.queries.ts';

/** Classes with their school and time; two homerooms of one name at one time in one school are one. */
export async function stageClasses(tx: Transaction, source: string): Promise<void> {
  await sql`create temporary table placed_class on commit drop as
    select c.external_id, c.file, c.line, c.is_deleted, c.type, coalesce(c.title, c.code, c.external_id) as name, o.school_id, t.school_year_id, coalesce(c.grade, case when 'basic-education' = any(coalesce(
        (select s.education_forms from core_data.school s where s.education_provider_id = (select platform.current_provider()) and s.school_id = o.school_id),
        (select s.education_forms from staged_school s where s.external_id = c.org))) then nullif(substring(c.title from '^\\d{1,2}'), '')::int end) as grade, t.valid_from, t.valid_to,
      coalesce((select s.id from map_course m join staged_subject g on g.code = m.code and g.education_form = m.education_form join plan_subject s on s.external_id = g.external_id where m.external_id = c.course limit 1),
        (select k.entity_id from core_data.external_key k where k.education_provider_id = (select platform.current_provider()) and k.source = ${source} and k.kind = 'subject' and k.external_id = c.course)) as subject_id
    from r_class c join map_org o on o.external_id = c.org join class_time t on t.external_id = c.external_id`.execute(tx.db);
  await sql
    .raw(
      `create temporary table staged_homeroom on commit drop as
    select distinct on (school_id, name, school_year_id) ${PROVIDER} as education_provider_id, external_id, file, line, is_deleted, school_id, school_year_id, name,
      case when grade between 0 and 10 then grade end as grade_level,
      valid_from, valid_to, null::date as default_from
    from placed_class where type = 'homeroom' order by school_id, name, school_year_id, is_deleted, external_id`,
    )
    .execute(tx.db);
  await sql
    .raw(
      `create temporary table staged_teaching_group on commit drop as
    select ${PROVIDER} as education_provider_id, external_id, file, line, is_deleted, school_id, school_year_id, subject_id, name, valid_from, valid_to, null::date as default_from
    from placed_class where type <> 'homeroom'`,
    )
    .execute(tx.db);
}

export async function listClassesOutside(tx: Transaction): Promise<{ file: string; line: number; id: string; org: string | null }[]> {
  const { rows } = await sql<{ file: string; line: number; id: string; org: string | null }>`select c.file, c.line, c.external_id as id, c.org from r_class c
    where not exists (select from map_org o where o.external_id = c.org) order by c.file, c.line`.execute(tx.db);
  return rows;
}

/** A homeroom's own year, name and school find it when it was entered by hand. */
export const HOMEROOM: SyncSpec = {
  kind: 'homeroom',
  table: 'core_data.homeroom',
  id: 'homeroom_id',
  staged: 'staged_homeroom',
  columns: [{ name: 'school_id', isMade: true }, { name: 'school_year_id', isMade: true, onlyWhenNew: true }, { name: 'name' }, { name: 'grade_level', keepsWhenNull: true }],
  isEffectiveDated: true,
  recognisesOwnIds: true,
  reopen: 'same-row',
  fillsGaps: true,
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.homeroom_id as id from core_data.homeroom t
    join staged_homeroom s on s.school_id = t.school_id and s.name = t.name and t.valid && daterange(s.valid_from, s.valid_to)
    where t.education_provider_id = ${PROVIDER} order by s.external_id, t.valid desc`,
};

export const TEACHING_GROUP: SyncSpec = {
  kind: 'teaching_group',
  table: 'core_data.teaching_group',
  id: 'teaching_group_id',
  staged: 'staged_teaching_group',
  columns: [{ name: 'school_id', isMade: true }, { name: 'school_year_id', isMade: true, onlyWhenNew: true }, { name: 'subject_id', isMade: true, keepsWhenNull: true }, { name: 'name' }],
  isEffectiveDated: true,
  recognisesOwnIds: true,
  reopen: 'same-row',
  fillsGaps: true,
  // Groups may share a name: only one that nobody else answers to is recognised by it.
  match: `select min(t.education_provider_id::text)::uuid as education_provider_id, min(s.external_id) as external_id, min(t.teaching_group_id::text)::uuid as id from core_data.teaching_group t
    join staged_teaching_group s on s.school_id = t.school_id and s.school_year_id = t.school_year_id and s.name = t.name
    where t.education_provider_id = ${PROVIDER} and not exists (select from core_data.external_key k where k.education_provider_id = t.education_provider_id and k.entity_id = t.teaching_group_id)
    group by t.school_id, t.school_year_id, t.name having count(*) = 1`,
};

/** Which class is which homeroom or group, with its time; in a delta also those told of in earlier runs. */
export async function mapClasses(tx: Transaction, source: string): Promise<void> {
  await sql`create temporary table map_class on commit drop as
    select c.external_id, 'homeroom' as kind, h.id, c.school_id, c.valid_from, c.valid_to, h.is_deleted, h.is_deleted and h.known_id is null as is_nothing, h.op = 'ignored' as is_closed from placed_class c
      join staged_homeroom s on s.school_id = c.school_id and s.name = c.name and s.school_year_id = c.school_year_id join plan_homeroom h on h.external_id = s.external_id where c.type = 'homeroom'
    union all
    select g.external_id, 'teaching_group', g.id, g.school_id, g.valid_from, g.valid_to, g.is_deleted, g.is_deleted and g.known_id is null, g.op = 'ignored' from plan_teaching_group g where g.op <> 'end' or g.is_deleted
    union all
    select k.external_id, k.kind, k.entity_id, coalesce(h.school_id, g.school_id), coalesce(lower(h.valid), lower(g.valid)), coalesce(upper(h.valid), upper(g.valid)), false, false, k.closed_at is not null
    from core_data.external_key k
    left join core_data.homeroom h on k.kind = 'homeroom' and h.education_provider_id = k.education_provider_id and h.homeroom_id = k.entity_id
    left join core_data.teaching_group g on k.kind = 'teaching_group' and g.education_provider_id = k.education_provider_id and g.teaching_group_id = k.entity_id
    where k.education_provider_id = (select platform.current_provider()) and k.source = ${source} and k.kind in ('homeroom', 'teaching_group') and (h.homeroom_id is not null or g.teaching_group_id is not null)
      and not exists (select from placed_class p where p.external_id = k.external_id)`.execute(tx.db);
  await sql`create index on map_class (external_id)`.execute(tx.db);
  await sql`analyze map_class`.execute(tx.db);
}

/** Further ids of the source for one and the same thing, kept so that a later delta may use any of them. */
export async function saveAliases(tx: Transaction, source: string): Promise<void> {
  await sql`insert into core_data.external_key (education_provider_id, source, kind, external_id, entity_id)
    select (select platform.current_provider()), ${source}, 'subject', m.external_id, p.id from map_course m
      join staged_subject g on g.code = m.code and g.education_form = m.education_form join plan_subject p on p.external_id = g.external_id
    union all
    select (select platform.current_provider()), ${source}, 'homeroom', m.external_id, m.id from map_class m where m.kind = 'homeroom' and not m.is_nothing
    union all
    select (select platform.current_provider()), ${source}, 'person', u.external_id, u.person_id from map_user u where not u.is_deleted
    on conflict do nothing`.execute(tx.db);
}
