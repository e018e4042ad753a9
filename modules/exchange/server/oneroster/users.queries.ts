import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { newId } from '../pipeline/given-ids.queries.ts';
import { asOwnId, type SyncSpec } from '../pipeline/sync.queries.ts';
import { PROVIDER } from './schools.queries.ts';

/**
 * Who is who: a user is the person its key leads to, else the one with the same identity code or learner number, whom DigiOne has or another
 * row of the file describes; else somebody new.
 */
export async function mapUsers(tx: Transaction, source: string): Promise<void> {
  await sql`create temporary table known_user on commit drop as
    select u.external_id, coalesce(u.identity_code, 'l:' || u.learner_number, 'u:' || u.external_id) as cluster,
      coalesce(k.entity_id, own.person_id) as key_person, c.person_id as code_person, l.person_id as learner_person
    from r_user u
    left join core_data.external_key k on k.education_provider_id = (select platform.current_provider()) and k.source = ${source} and k.kind = 'person' and k.external_id = u.external_id
    left join core_data.person own on own.education_provider_id = (select platform.current_provider()) and own.person_id = ${sql.raw(asOwnId('u.external_id'))}
    left join core_data.person_identity_code c on c.education_provider_id = (select platform.current_provider()) and c.personal_identity_code = u.identity_code
    left join core_data.person l on l.education_provider_id = (select platform.current_provider()) and l.learner_number = u.learner_number`.execute(tx.db);
  await sql`create temporary table known_cluster on commit drop as
    select cluster, coalesce((array_agg(key_person order by external_id) filter (where key_person is not null))[1], (array_agg(code_person) filter (where code_person is not null))[1],
      (array_agg(learner_person) filter (where learner_person is not null))[1]) as known, ${sql.raw(newId('person', 'min(known_user.external_id)'))} as made
    from known_user group by cluster`.execute(tx.db);
  await sql`create temporary table map_user on commit drop as
    select u.external_id, u.file, u.line, u.is_deleted, coalesce(c.known, c.made) as person_id, c.known is not null as is_known, k.key_person is not null as has_key,
      k.code_person is not null and k.code_person <> coalesce(c.known, c.made) as is_other
    from r_user u join known_user k on k.external_id = u.external_id join known_cluster c on c.cluster = k.cluster
    union all
    select k.external_id, '', 0, false, k.entity_id, true, true, false from core_data.external_key k
    where k.education_provider_id = (select platform.current_provider()) and k.source = ${source} and k.kind = 'person' and not exists (select from r_user u where u.external_id = k.external_id)`.execute(tx.db);
  await sql`create index on map_user (external_id)`.execute(tx.db);
  await sql`create index on map_user (person_id)`.execute(tx.db);
  await sql`analyze map_user`.execute(tx.db);
}

/** Two people here are one for the source: told, since joining them is for a human to decide. */
export async function listOtherPersons(tx: Transaction): Promise<{ file: string; line: number; id: string }[]> {
  const { rows } = await sql<{ file: string; line: number; id: string }>`select file, line, external_id as id from map_user where is_other order by file, line limit 500`.execute(tx.db);
  return rows;
}

/** One row per person, put together from all of the person's users. */
export async function stagePeople(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table staged_person on commit drop as
    with first_of as (
      select m.person_id, min(m.external_id) as any_id, min(m.external_id) filter (where m.has_key) as key_id, bool_or(m.is_known) as is_known, min(m.file) as file, min(m.line) as line, bool_and(m.is_deleted) as is_deleted,
        (array_agg(u.first_names order by u.first_names is null, m.line))[1] as first_names, (array_agg(u.call_name order by u.call_name is null, m.line))[1] as call_name,
        (array_agg(u.last_name order by u.last_name is null, m.line))[1] as last_name, (array_agg(lower(u.email) order by u.email is null, m.line))[1] as email, (array_agg(u.phone order by u.phone is null, m.line))[1] as phone,
        (array_agg(u.learner_number order by u.learner_number is null, m.line))[1] as learner_number, (array_agg(d.born_on order by d.born_on is null, m.line))[1] as born_on, (array_agg(d.sex order by d.sex is null, m.line))[1] as gender,
        (array_agg(u.username order by u.username is null, m.line))[1] as username
      from map_user m join r_user u on u.external_id = m.external_id left join r_demographics d on d.external_id = u.external_id and not d.is_deleted
      group by m.person_id)
    select ${PROVIDER} as education_provider_id, coalesce(key_id, any_id) as external_id, file, line, is_deleted, person_id as made_id, is_known,
      coalesce(first_names, case when not is_known then coalesce(username, any_id) end) as first_names, coalesce(call_name, case when not is_known then coalesce(username, any_id) end) as call_name,
      coalesce(last_name, case when not is_known then '–' end) as last_name, email, phone, gender, born_on,
      case when not exists (select from core_data.person t where t.education_provider_id = ${PROVIDER} and t.learner_number = f.learner_number and t.person_id <> f.person_id) then learner_number end as learner_number
    from first_of f where not (is_deleted and not is_known)`,
    )
    .execute(tx.db);
  await sql`create index on staged_person (made_id)`.execute(tx.db);
  await sql`analyze staged_person`.execute(tx.db);
}

export const PERSON: SyncSpec = {
  kind: 'person',
  table: 'core_data.person',
  id: 'person_id',
  staged: 'staged_person',
  columns: ['first_names', 'call_name', 'last_name', 'email', 'phone', 'gender', 'born_on', 'learner_number'].map((name) => ({ name, keepsWhenNull: true })),
  isEffectiveDated: false,
  reopen: 'same-row',
  hasMadeId: true,
  matchFirst: true,
  fillsGaps: true,
  match: `select s.education_provider_id, s.external_id, s.made_id as id from staged_person s where s.is_known`,
  people: ['id'],
};

/** Identity codes for those who have none; a code is never replaced by a roster. */
export async function stageIdentityCodes(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table staged_identity_code on commit drop as
    select distinct on (m.person_id) m.person_id, u.identity_code, m.file, m.line, c.personal_identity_code as current_code
    from r_user u join map_user m on m.external_id = u.external_id
    left join core_data.person_identity_code c on c.education_provider_id = ${PROVIDER} and c.person_id = m.person_id and c.is_current
    where u.identity_code is not null and not u.is_deleted and not m.is_other order by m.person_id, m.line`,
    )
    .execute(tx.db);
}

export async function listOtherCodes(tx: Transaction): Promise<{ file: string; line: number }[]> {
  const { rows } = await sql<{ file: string; line: number }>`select s.file, s.line from staged_identity_code s where s.current_code <> s.identity_code
    and not exists (select from core_data.person_identity_code c where c.education_provider_id = (select platform.current_provider()) and c.personal_identity_code = s.identity_code) order by s.file, s.line limit 500`.execute(tx.db);
  return rows;
}

export async function countNewCodes(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from staged_identity_code where current_code is null`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

export async function applyIdentityCodes(tx: Transaction, source: string): Promise<void> {
  await sql`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source)
    select (select platform.current_provider()), exchange.new_id(), person_id, identity_code, ${source} from staged_identity_code where current_code is null`.execute(tx.db);
}
