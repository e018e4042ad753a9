import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { newId } from '../pipeline/given-ids.queries.ts';
import type { SyncSpec } from '../pipeline/sync.queries.ts';

export const PROVIDER = '(select platform.current_provider())';

/** Forms of education by grade: 0 pre-primary, 1–9 comprehensive school, above upper secondary. */
export const formOf = (grade: string): string => `case when ${grade} is null then null when ${grade} = 0 then 'pre-primary' when ${grade} between 1 and 9 then 'basic-education' else 'general-upper-secondary' end`;

/**
 * Schools of the roster. One we have is recognised by the source's own key, by institution number or OID in whichever field, or by its
 * name; what the organisation service or the provider says of it stays.
 */
export async function stageSchools(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table staged_school on commit drop as
    with form as (
      select org, array_agg(distinct f order by f) as forms from (
        select unnest(u.orgs) as org, ${formOf('u.grade')} as f from r_user u where u.grade is not null and coalesce(u.role, 'student') = 'student'
        union select c.org, ${formOf('c.grade')} from r_class c where c.grade is not null) g group by org)
    select ${PROVIDER} as education_provider_id, o.external_id, o.file, o.line, false as is_deleted, null::date as valid_from, null::date as valid_to, null::date as default_from,
      jsonb_build_object('fi', coalesce(o.name, o.external_id)) as name, ${newId('school', 'o.external_id')} as made_id,
      (select c.code from core_data.code c where c.code_set = 'oppilaitosnumero' and c.code in (o.identifier, o.external_id) limit 1) as institution_number,
      coalesce(form.forms, '{basic-education}') as education_forms
    from r_org o left join form on form.org = o.external_id
    where not o.is_deleted and (o.type = 'school' or o.external_id in (select org from r_class where not is_deleted))`,
    )
    .execute(tx.db);
  await sql.raw(`update staged_school s set institution_number = null where exists (select from core_data.school t where t.education_provider_id = ${PROVIDER} and t.institution_number = s.institution_number)
    or exists (select from staged_school other where other.institution_number = s.institution_number and other.line < s.line)`).execute(tx.db);
}

const NUMBERS = `array_remove(array[case when o.identifier ~ '^\\d{1,5}$' then lpad(o.identifier, 5, '0') end, case when o.external_id ~ '^\\d{1,5}$' then lpad(o.external_id, 5, '0') end], null)`;

export const SCHOOL: SyncSpec = {
  kind: 'school',
  table: 'core_data.school',
  id: 'school_id',
  staged: 'staged_school',
  columns: [{ name: 'name' }, { name: 'institution_number', onlyWhenNew: true }, { name: 'education_forms', onlyWhenNew: true }],
  isEffectiveDated: true,
  recognisesOwnIds: true,
  reopen: 'same-row',
  changesOwnOnly: true,
  hasMadeId: true,
  match: `select distinct on (o.external_id) t.education_provider_id, o.external_id, t.school_id as id
    from r_org o join core_data.school t on t.education_provider_id = ${PROVIDER}
      and (t.institution_number = any(${NUMBERS}) or t.oid in (o.identifier, o.external_id) or platform.fold(o.name) in (platform.fold(t.name->>'fi'), platform.fold(t.name->>'sv'), platform.fold(t.name->>'en')))
    where o.external_id in (select external_id from staged_school)
    order by o.external_id, t.institution_number = any(${NUMBERS}) desc nulls last, t.oid in (o.identifier, o.external_id) desc nulls last, t.school_id`,
};

/** Departments and the like that have classes are schools, whatever they are called. */
export async function listOtherSchools(tx: Transaction): Promise<{ file: string; line: number; name: string }[]> {
  const { rows } = await sql<{ file: string; line: number; name: string }>`select o.file, o.line, coalesce(o.name, o.external_id) as name from r_org o join staged_school s on s.external_id = o.external_id where o.type <> 'school' order by o.line`.execute(tx.db);
  return rows;
}

/** Which of the roster's organisations is which school; in a delta also those told of in earlier runs. */
export async function mapOrgs(tx: Transaction, source: string): Promise<void> {
  await sql`create temporary table map_org on commit drop as
    select external_id, id as school_id, op = 'create' as is_new from plan_school
    union all
    select k.external_id, k.entity_id, false from core_data.external_key k
    where k.education_provider_id = (select platform.current_provider()) and k.source = ${source} and k.kind = 'school' and not exists (select from plan_school p where p.external_id = k.external_id)`.execute(tx.db);
  await sql`create index on map_org (external_id)`.execute(tx.db);
  await sql`analyze map_org`.execute(tx.db);
}
