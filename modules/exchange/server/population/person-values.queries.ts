import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { SyncSpec } from '../pipeline/sync.queries.ts';

/** Topics whose values follow each other in time; a value begun before the one we have is history, not news. */
const DATED = `('name', 'home-municipality', 'mother-tongue')`;

/** Joins the days since which values hold, removed ones too, with those the register has told before. */
export async function mergeValueFacts(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table reg_value_fact on commit drop as
    select v.person_id, v.topic, v.from_on, case when v.changed_at > f.changed_at or f.register_fact_id is null then v.is_removed else v.is_removed or f.is_removed end as is_removed, greatest(v.changed_at, f.changed_at) as changed_at
    from (select m.person_id, v.topic, v.from_on, (array_agg(v.is_removed order by m.changed_at desc nulls last, v.is_removed desc))[1] as is_removed, max(m.changed_at) as changed_at
      from reg_value v join reg_message m on m.no = v.message_no
      where m.person_id is not null and v.from_on is not null and v.topic in ${DATED} group by 1, 2, 3) v
    left join exchange.register_fact f on f.education_provider_id = (select platform.current_provider()) and f.person_id = v.person_id and f.topic = v.topic
      and f.related_person_id is null and f.variant = '' and f.starts_on = v.from_on`,
    )
    .execute(tx.db);
}

/** The value of each topic that holds now, of all the file says. */
export async function chooseValues(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table reg_now on commit drop as
    with candidate as (
      select m.person_id, v.*, m.changed_at from reg_value v join reg_message m on m.no = v.message_no
      where m.person_id is not null and not v.is_removed and v.topic <> 'non-disclosure'
        and not exists (select from reg_value_fact r where r.person_id = m.person_id and r.topic = v.topic and r.from_on = v.from_on and r.is_removed)
        and not (v.topic in ${DATED} and v.from_on is not null and exists (
          select from exchange.register_fact f where f.education_provider_id = (select platform.current_provider()) and f.person_id = m.person_id and f.topic = v.topic
            and f.starts_on > v.from_on and not f.is_removed
            and not exists (select from reg_value_fact r where r.person_id = f.person_id and r.topic = f.topic and r.from_on = f.starts_on and r.is_removed))))
    select distinct on (person_id, topic) person_id, topic, value, from_on from candidate
    order by person_id, topic, from_on desc nulls last, changed_at desc nulls last, message_no desc, seq desc`,
    )
    .execute(tx.db);
  await sql`create index on reg_now (person_id, topic)`.execute(tx.db);
  // Non-disclosure: the latest dated word; of undated or equal ones the safe one.
  await sql`create temporary table reg_disclosure on commit drop as
    with told as (
      select m.person_id, coalesce(v.value, '{"isOn": true}') as value, m.changed_at, coalesce((v.value->>'isOn')::boolean, true) as is_on
      from reg_message m left join reg_value v on v.message_no = m.no and v.topic = 'non-disclosure'
      where m.person_id is not null and (v.topic is not null or m.is_withheld)
      union all
      select m.person_id, '{"isOn": true}', m.changed_at, true from reg_message m where m.person_id is not null and m.is_withheld)
    select distinct on (t.person_id) t.person_id, t.is_on, (t.value->>'endsOn')::date as ends_on, t.changed_at,
      -- An older word than the one we go by, or an undated one that ended before it was given.
      not t.is_on and f.register_fact_id is not null and not f.is_removed
        and (coalesce(t.changed_at < f.changed_at, false) or (t.changed_at is null and f.changed_at is not null and coalesce((t.value->>'endsOn')::date < f.changed_at::date, true))) as is_stale,
      t.is_on and f.register_fact_id is not null and f.is_removed and coalesce(t.changed_at < f.changed_at, false) as is_over
    from told t
    left join exchange.register_fact f on f.education_provider_id = (select platform.current_provider()) and f.person_id = t.person_id and f.topic = 'non-disclosure'
    order by t.person_id, t.changed_at desc nulls last, t.is_on desc, (t.value->>'endsOn')::date desc nulls last`.execute(tx.db);
  await sql`create index on reg_disclosure (person_id)`.execute(tx.db);
  for (const name of ['reg_now', 'reg_disclosure']) await sql.raw(`analyze ${name}`).execute(tx.db);
}

const valueOf = (topic: string, read = '#>>\'{}\''): string => `(select n.value ${read} from reg_now n where n.person_id = p.person_id and n.topic = '${topic}')`;

/**
 * People as the register knows them now. Lifting a non-disclosure order counts only where the register itself had set it: the school's own
 * protection stays until the school ends it.
 */
export async function stagePeople(tx: Transaction): Promise<void> {
  await sql
    .raw(
      `create temporary table reg_person on commit drop as
    select p.person_id, false as is_new, ${valueOf('name', "->>'firstNames'")} as first_names, ${valueOf('call-name')} as call_name, ${valueOf('name', "->>'lastName'")} as last_name,
      (select n.from_on from reg_now n where n.person_id = p.person_id and n.topic = 'name') as name_from,
      ${valueOf('born-on')}::date as born_on, ${valueOf('gender')} as gender, ${valueOf('mother-tongue')} as mother_tongue, ${valueOf('home-municipality')} as home_municipality,
      (select array(select jsonb_array_elements_text(n.value)) from reg_now n where n.person_id = p.person_id and n.topic = 'nationalities') as nationalities,
      ${valueOf('death')}::date as died_on,
      (select case when d.is_over then null when d.is_on then true when d.is_stale then null else false end from reg_disclosure d where d.person_id = p.person_id) as protected_address,
      (select d.ends_on from reg_disclosure d where d.person_id = p.person_id and not d.is_stale and not d.is_over) as protection_ends_on,
      m.file, m.line
    from (select distinct on (person_id) person_id, file, line from reg_message where person_id is not null order by person_id, no) m
    join core_data.person p on p.education_provider_id = (select platform.current_provider()) and p.person_id = m.person_id`,
    )
    .execute(tx.db);
  await sql`insert into reg_person (person_id, is_new, first_names, call_name, last_name, born_on, gender, nationalities, protected_address)
    select person_id, true, coalesce(first_names, '–'), split_part(coalesce(first_names, '–'), ' ', 1), coalesce(last_name, '–'), born_on, gender, '{}', false from reg_new_guardian`.execute(tx.db);
  // Call name: as told, else the one in use when it is still among the first names, else the first of them.
  await sql`update reg_person r set call_name = coalesce(r.call_name, case when p.call_name = any(regexp_split_to_array(r.first_names, '[ -]+') || string_to_array(r.first_names, ' ')) then p.call_name else split_part(r.first_names, ' ', 1) end)
    from core_data.person p where p.education_provider_id = (select platform.current_provider()) and p.person_id = r.person_id and r.first_names is not null`.execute(tx.db);
}

/** To be called when nothing of it changes any more. */
export async function stagePersonRows(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_person on commit drop as
    select (select platform.current_provider()) as education_provider_id, person_id::text as external_id, coalesce(file, '') as file, coalesce(line, 0) as line, false as is_deleted,
      person_id as made_id, first_names, call_name, last_name, born_on, gender, mother_tongue, nationalities, home_municipality, protected_address, protection_ends_on, died_on
    from reg_person`.execute(tx.db);
}

/** Whose protection the school itself has set; it is kept. */
export async function keepSchoolsProtection(tx: Transaction): Promise<{ file: string; line: number }[]> {
  const { rows } = await sql<{ file: string; line: number }>`update reg_person r set protected_address = null, protection_ends_on = null
    from core_data.person p
    where p.education_provider_id = (select platform.current_provider()) and p.person_id = r.person_id and p.protected_address and r.protected_address = false
      and coalesce((select h.source from platform.row_history h where h.education_provider_id = p.education_provider_id and h.row_id = p.person_id
          and h.before->>'protected_address' = 'false' order by h.row_history_id desc limit 1), p.source) <> 'population-register'
    returning r.file, r.line`.execute(tx.db);
  return rows;
}

export const PERSON: SyncSpec = {
  kind: 'person',
  table: 'core_data.person',
  id: 'person_id',
  staged: 'staged_person',
  columns: [
    ...['first_names', 'call_name', 'last_name', 'born_on', 'gender', 'mother_tongue', 'nationalities', 'home_municipality', 'protected_address', 'protection_ends_on', 'died_on'].map((name) => ({ name, keepsWhenNull: true })),
  ],
  isEffectiveDated: false,
  reopen: 'same-row',
  hasMadeId: true,
  alwaysCompares: true,
  hasMadeKey: true,
  match: `select p.education_provider_id, p.person_id::text as external_id, p.person_id as id from core_data.person p join reg_person r on r.person_id = p.person_id
    where p.education_provider_id = (select platform.current_provider())`,
  people: ['id'],
};

export async function saveValueFacts(tx: Transaction): Promise<void> {
  await sql`insert into exchange.register_fact (education_provider_id, register_fact_id, person_id, topic, starts_on, is_removed, changed_at)
    select (select platform.current_provider()), exchange.new_id(), person_id, topic, from_on, is_removed, changed_at from reg_value_fact
    union all
    select (select platform.current_provider()), exchange.new_id(), person_id, 'non-disclosure', '1900-01-01', not is_on, changed_at from reg_disclosure where not is_stale and not is_over
    on conflict (education_provider_id, person_id, topic, related_person_id, variant, starts_on) do update set is_removed = excluded.is_removed, changed_at = coalesce(excluded.changed_at, exchange.register_fact.changed_at)`.execute(tx.db);
}
