import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Plan, SyncSpec } from '../pipeline/sync.queries.ts';

/**
 * Joins what the file says of each guardianship with what the register has said before. Of two dated words the later holds; of undated
 * ones the end and the removal hold, whichever comes first: so no order of messages gives back an access that the register took away.
 */
export async function mergeCustodyFacts(tx: Transaction): Promise<void> {
  await sql`create temporary table reg_fact on commit drop as
    with told as (
      select c.learner_id, c.guardian_id, c.variant, c.starts_on, c.ends_on, c.is_removed, c.role, c.lives_with, m.changed_at,
        max(m.changed_at) over (partition by c.learner_id, c.guardian_id, c.variant, c.starts_on) as last_at, c.message_no, c.seq
      from reg_custody c join reg_message m on m.no = c.message_no),
    joined as (
      select learner_id, guardian_id, variant, starts_on, min(ends_on) as ends_on, bool_or(is_removed) as is_removed, max(changed_at) as changed_at,
        (array_agg(role order by message_no desc, seq desc))[1] as role,
        (array_agg(lives_with order by message_no desc, seq desc) filter (where lives_with is not null))[1] as lives_with
      from told where changed_at is null or changed_at = last_at group by learner_id, guardian_id, variant, starts_on)
    select j.learner_id, j.guardian_id, j.variant, j.starts_on, j.role, coalesce(j.lives_with, f.lives_with) as lives_with,
      greatest(j.changed_at, f.changed_at) as changed_at, f.register_fact_id is not null as is_known,
      case when j.changed_at > f.changed_at then j.ends_on when j.changed_at < f.changed_at then f.ends_on else least(j.ends_on, f.ends_on) end as ends_on,
      case when j.changed_at > f.changed_at then j.is_removed when j.changed_at < f.changed_at then f.is_removed else j.is_removed or coalesce(f.is_removed, false) end as is_removed,
      f.register_fact_id is not null and (f.is_removed and not j.is_removed or f.ends_on < coalesce(j.ends_on, 'infinity'))
        and not coalesce(j.changed_at > f.changed_at, false) as is_stale
    from joined j
    left join exchange.register_fact f on f.education_provider_id = (select platform.current_provider()) and f.topic = 'guardianship'
      and f.person_id = j.learner_id and f.related_person_id = j.guardian_id and f.variant = j.variant and f.starts_on = j.starts_on`.execute(tx.db);
}

export async function countStaleCustody(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reg_fact where is_stale`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/**
 * What follows from the joined facts: for each pair one stretch of time, the one that holds today, else the next, else the last that was.
 * The day told as the last still belongs only when it is the eve of the 18th birthday; otherwise access ends that very day.
 */
export async function stageCustody(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_guardianship on commit drop as
    with pair as (select distinct learner_id, guardian_id from reg_fact
      union select g.learner_id, g.guardian_id from core_data.guardianship g join reg_person r on r.died_on is not null and r.person_id in (g.learner_id, g.guardian_id)
        where g.education_provider_id = (select platform.current_provider())),
    fact as (
      select learner_id, guardian_id, variant, starts_on, ends_on, role, lives_with from reg_fact where not is_removed
      union all
      select f.person_id, f.related_person_id, f.variant, f.starts_on, f.ends_on, f.role, f.lives_with
      from exchange.register_fact f join pair p on p.learner_id = f.person_id and p.guardian_id = f.related_person_id
      where f.education_provider_id = (select platform.current_provider()) and f.topic = 'guardianship' and not f.is_removed
        and not exists (select from reg_fact n where n.learner_id = f.person_id and n.guardian_id = f.related_person_id and n.variant = f.variant and n.starts_on = f.starts_on)),
    bounded as (
      select f.*, least(case when f.ends_on + 1 = (coalesce(nl.born_on, l.born_on) + interval '18 years')::date then f.ends_on + 1 else f.ends_on end,
        coalesce(nl.died_on, l.died_on), coalesce(ng.died_on, g.died_on)) as until
      from fact f
      left join core_data.person l on l.education_provider_id = (select platform.current_provider()) and l.person_id = f.learner_id
      left join core_data.person g on g.education_provider_id = (select platform.current_provider()) and g.person_id = f.guardian_id
      left join reg_person nl on nl.person_id = f.learner_id left join reg_person ng on ng.person_id = f.guardian_id),
    stretch as (
      select learner_id, guardian_id, range_agg(daterange(starts_on, until)) as times,
        (array_agg(variant order by starts_on desc))[1] as variant, (array_agg(role order by starts_on desc))[1] as role,
        (array_agg(lives_with order by starts_on desc) filter (where lives_with is not null))[1] as lives_with
      from bounded where until is null or until > starts_on group by learner_id, guardian_id),
    chosen as (
      select s.*, (select r from unnest(s.times) r order by r @> (select platform.today()) desc, coalesce(lower(r) > (select platform.today()), false) desc, upper(r) desc nulls first limit 1) as valid
      from stretch s)
    select (select platform.current_provider()) as education_provider_id, p.learner_id || ':' || p.guardian_id as external_id, '' as file, 0 as line,
      p.learner_id, p.guardian_id,
      case c.variant when 'LAKISAATEINEN_HUOLTAJA' then 'statutory' when 'MAARATTY_HUOLTAJA' then 'appointed' else 'other' end as kind,
      c.role, true as has_custody, true as has_right_to_information, coalesce(c.lives_with, e.lives_with, true) as lives_with,
      null::date as valid_from, upper(c.valid) as valid_to, greatest(lower(c.valid), e.last_end) as default_from, e.guardianship_id is not null as is_there,
      (c.valid is null or upper(c.valid) <= (select platform.today())) and e.guardianship_id is not null as is_deleted, c.valid is null as is_nothing
    from pair p
    left join chosen c on c.learner_id = p.learner_id and c.guardian_id = p.guardian_id
    left join lateral (
      select (array_agg(g.guardianship_id order by upper(g.valid) desc nulls first))[1] as guardianship_id, (array_agg(g.lives_with order by upper(g.valid) desc nulls first))[1] as lives_with,
        max(upper(g.valid)) as last_end
      from core_data.guardianship g where g.education_provider_id = (select platform.current_provider()) and g.learner_id = p.learner_id and g.guardian_id = p.guardian_id) e on true`.execute(tx.db);
  // What never was and is not there leaves its trace in the register's facts alone.
  await sql`delete from staged_guardianship where not is_there and (is_nothing or valid_to <= default_from)`.execute(tx.db);
  await sql`analyze staged_guardianship`.execute(tx.db);
}

export const GUARDIANSHIP: SyncSpec = {
  kind: 'guardianship',
  table: 'core_data.guardianship',
  id: 'guardianship_id',
  staged: 'staged_guardianship',
  columns: [
    { name: 'learner_id' },
    { name: 'guardian_id', isMade: true },
    { name: 'kind', keepsWhenNull: true },
    { name: 'role', keepsWhenNull: true },
    { name: 'has_custody' },
    { name: 'has_right_to_information' },
    { name: 'lives_with' },
  ],
  isEffectiveDated: true,
  reopen: 'new-row',
  alwaysCompares: true,
  matchFirst: true,
  hasMadeKey: true,
  match: `select distinct on (g.learner_id, g.guardian_id) g.education_provider_id, g.learner_id || ':' || g.guardian_id as external_id, g.guardianship_id as id
    from core_data.guardianship g join staged_guardianship s on s.learner_id = g.learner_id and s.guardian_id = g.guardian_id
    where g.education_provider_id = (select platform.current_provider())
    order by g.learner_id, g.guardian_id, g.valid @> (select platform.today()) desc, upper(g.valid) desc nulls first`,
  people: ['learner_id', 'guardian_id'],
};

/** A guardian whom the school gave less than the register does keeps what the school gave. */
export async function keepSchoolsRestrictions(tx: Transaction, plan: Plan): Promise<void> {
  await sql
    .raw(`update ${plan.name} p set op = 'ignored' from core_data.guardianship g
      where p.op = 'change' and g.education_provider_id = p.education_provider_id and g.guardianship_id = p.id
        and ((p.new_has_custody and not g.has_custody) or (p.new_has_right_to_information and not g.has_right_to_information)
          or (not upper_inf(g.valid) and (p.valid_to is null or p.valid_to > upper(g.valid))))
        and exchange.is_closed_by_school(g.education_provider_id, g.guardianship_id, g.source)`)
    .execute(tx.db);
}

export async function countBlocked(tx: Transaction, plan: Plan): Promise<number> {
  const { rows } = await sql
    .raw<{ n: number }>(`select count(*)::int as n from ${plan.name} p join core_data.guardian_block b on b.education_provider_id = p.education_provider_id
      and b.guardian_id = p.guardian_id and b.learner_id = p.learner_id and b.valid @> (select platform.today()) where p.op in ('create', 'reopen', 'change')`)
    .execute(tx.db);
  return rows[0]?.n ?? 0;
}

export async function saveCustodyFacts(tx: Transaction): Promise<void> {
  await sql`insert into exchange.register_fact (education_provider_id, register_fact_id, person_id, topic, related_person_id, variant, starts_on, ends_on, is_removed, role, lives_with, changed_at)
    select (select platform.current_provider()), exchange.new_id(), learner_id, 'guardianship', guardian_id, variant, starts_on, ends_on, is_removed, role, lives_with, changed_at from reg_fact
    on conflict (education_provider_id, person_id, topic, related_person_id, variant, starts_on) do update
      set ends_on = excluded.ends_on, is_removed = excluded.is_removed, role = excluded.role, lives_with = excluded.lives_with, changed_at = excluded.changed_at`.execute(tx.db);
}
