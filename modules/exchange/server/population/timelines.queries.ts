import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { SyncSpec } from '../pipeline/sync.queries.ts';

/**
 * Names follow each other without gap: the row of a new name begins on its day and ends the one before. What a person was called before
 * the first change we hear of holds since ever.
 */
export async function stageNames(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_person_name on commit drop as
    with renamed as (
      select r.person_id, r.first_names, r.call_name, r.last_name, coalesce(r.name_from, (select platform.today())) as from_on, p.first_names as old_first_names, p.call_name as old_call_name, p.last_name as old_last_name
      from reg_person r join core_data.person p on p.education_provider_id = (select platform.current_provider()) and p.person_id = r.person_id
      where r.first_names is not null and (r.first_names, r.last_name) is distinct from (p.first_names, p.last_name)),
    row_of as (
      select person_id, first_names, call_name, last_name, from_on from renamed
      union all
      select n.person_id, n.first_names, n.call_name, n.last_name, lower(n.valid) from core_data.person_name n join renamed r on r.person_id = n.person_id and lower(n.valid) is distinct from r.from_on
        where n.education_provider_id = (select platform.current_provider()) and not isempty(n.valid)
      union all
      select r.person_id, r.old_first_names, r.old_call_name, r.old_last_name, null from renamed r
        where not exists (select from core_data.person_name n where n.education_provider_id = (select platform.current_provider()) and n.person_id = r.person_id and not isempty(n.valid)))
    select (select platform.current_provider()) as education_provider_id, person_id || ':' || coalesce(from_on::text, '') as external_id, '' as file, 0 as line, false as is_deleted,
      person_id, first_names, call_name, last_name, from_on as valid_from, lead(from_on) over (partition by person_id order by from_on nulls first) as valid_to, null::date as default_from
    from row_of`.execute(tx.db);
}

export const PERSON_NAME: SyncSpec = {
  kind: 'person_name',
  table: 'core_data.person_name',
  id: 'person_name_id',
  staged: 'staged_person_name',
  columns: ['person_id', 'first_names', 'call_name', 'last_name'].map((name) => ({ name })),
  isEffectiveDated: true,
  reopen: 'same-row',
  alwaysCompares: true,
  match: `select n.education_provider_id, s.external_id, n.person_name_id as id from core_data.person_name n
    join staged_person_name s on s.person_id = n.person_id and s.valid_from is not distinct from lower(n.valid)
    where n.education_provider_id = (select platform.current_provider()) and not isempty(n.valid)`,
  people: ['person_id'],
};

/** Addresses of a kind follow each other; one that the register takes back never was in force. */
export async function stageAddresses(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_person_address on commit drop as
    with told as (
      select distinct on (m.person_id, a.kind, a.valid_from) m.person_id, a.kind, a.street_address, a.postal_code, a.post_office, a.country, a.valid_from, a.valid_to, a.is_removed
      from reg_address a join reg_message m on m.no = a.message_no where m.person_id is not null
      order by m.person_id, a.kind, a.valid_from, m.changed_at desc nulls last, a.message_no desc, a.seq desc),
    row_of as (
      select person_id, kind, street_address, postal_code, post_office, country, valid_from, valid_to from told where not is_removed
      union all
      select a.person_id, a.kind, a.street_address, a.postal_code, a.post_office, a.country, lower(a.valid), upper(a.valid) from core_data.person_address a
        where a.education_provider_id = (select platform.current_provider()) and not isempty(a.valid)
          and exists (select from told t where t.person_id = a.person_id and t.kind = a.kind)
          and not exists (select from told t where t.person_id = a.person_id and t.kind = a.kind and t.valid_from = lower(a.valid))),
    placed as (
      select *, least(valid_to, lead(valid_from) over (partition by person_id, kind order by valid_from nulls first)) as until from row_of
      union all
      select t.person_id, t.kind, a.street_address, a.postal_code, a.post_office, a.country, t.valid_from, t.valid_from, t.valid_from from told t
        join core_data.person_address a on a.education_provider_id = (select platform.current_provider()) and a.person_id = t.person_id and a.kind = t.kind and lower(a.valid) = t.valid_from
        where t.is_removed)
    select (select platform.current_provider()) as education_provider_id, person_id || ':' || kind || ':' || coalesce(valid_from::text, '') as external_id, '' as file, 0 as line, false as is_deleted,
      person_id, kind, street_address, postal_code, post_office, country, valid_from, until as valid_to, null::date as default_from
    from placed`.execute(tx.db);
}

export const PERSON_ADDRESS: SyncSpec = {
  kind: 'person_address',
  table: 'core_data.person_address',
  id: 'person_address_id',
  staged: 'staged_person_address',
  columns: ['person_id', 'kind', 'street_address', 'postal_code', 'post_office', 'country'].map((name) => ({ name })),
  isEffectiveDated: true,
  reopen: 'same-row',
  alwaysCompares: true,
  matchFirst: true,
  match: `select a.education_provider_id, s.external_id, a.person_address_id as id from core_data.person_address a
    join staged_person_address s on s.person_id = a.person_id and s.kind = a.kind and s.valid_from is not distinct from lower(a.valid)
    where a.education_provider_id = (select platform.current_provider()) and not isempty(a.valid)`,
  people: ['person_id'],
};
