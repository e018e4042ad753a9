import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Plan, SyncSpec } from '../pipeline/sync.queries.ts';
import { PROVIDER } from './schools.queries.ts';

/** What the source calls a person: in this file, else in an earlier one. */
const nameOf = (person: string): string =>
  `coalesce((select p.external_id from staged_person p where p.made_id = ${person} order by p.external_id limit 1), (select min(m.external_id) from map_user m where m.person_id = ${person}))`;

/**
 * Who is whose guardian: agents of a learner whose role is guardian or parent, the children a guardian names, and School Data Sync's
 * relationships. A relative is no guardian.
 */
export async function stageGuardianships(tx: Transaction): Promise<void> {
  await sql`create temporary table guardian_role on commit drop as
    select person_id, bool_or(role = 'student') as is_learner, bool_or(role in ('guardian', 'parent')) as is_guardian, bool_or(role = 'parent') as is_parent from held_role where not is_deleted group by person_id`.execute(tx.db);
  await sql`create index on guardian_role (person_id)`.execute(tx.db);
  await sql`analyze guardian_role`.execute(tx.db);
  await sql
    .raw(
      `create temporary table staged_guardianship on commit drop as
    with pair as (
      select a.person_id as learner_id, g.person_id as guardian_id, u.file, u.line, coalesce(gr.is_parent, false) as is_parent, false as is_deleted
      from r_user u join map_user a on a.external_id = u.external_id cross join lateral unnest(u.agents) as agent join map_user g on g.external_id = agent
      join guardian_role lr on lr.person_id = a.person_id and lr.is_learner join guardian_role gr on gr.person_id = g.person_id and gr.is_guardian where not a.is_deleted and not g.is_deleted
      union all
      select l.person_id, a.person_id, u.file, u.line, coalesce(gr.is_parent, false), false
      from r_user u join map_user a on a.external_id = u.external_id cross join lateral unnest(u.agents) as agent join map_user l on l.external_id = agent
      join guardian_role gr on gr.person_id = a.person_id and gr.is_guardian join guardian_role lr on lr.person_id = l.person_id and lr.is_learner where not a.is_deleted and not l.is_deleted
      union all
      select l.person_id, g.person_id, r.file, r.line, r.role = 'parent', r.is_deleted
      from r_relation r join map_user l on l.external_id = r.learner_user join map_user g on g.external_id = r.guardian_user where r.role in ('guardian', 'parent') and not l.is_deleted and not g.is_deleted),
    one as (select learner_id, guardian_id, min(file) as file, min(line) as line, bool_or(is_parent) as is_parent, bool_and(is_deleted) as is_deleted from pair where learner_id <> guardian_id group by learner_id, guardian_id)
    select ${PROVIDER} as education_provider_id, ${nameOf('o.guardian_id')} || '|' || ${nameOf('o.learner_id')} as external_id, o.file, o.line, o.is_deleted, o.learner_id, o.guardian_id,
      'statutory' as kind, case when o.is_parent then 'parent' end as role, true as has_custody, true as has_right_to_information, null::date as valid_from, null::date as valid_to, (select platform.today()) as default_from
    from one o`,
    )
    .execute(tx.db);
  await sql`analyze staged_guardianship`.execute(tx.db);
}

/** Some systems export no guardians at all: then nothing is said of any. */
export async function hasGuardianships(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from staged_guardianship) as found`.execute(tx.db);
  return rows[0]?.found === true;
}

export async function countRelatives(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from r_relation where role not in ('guardian', 'parent') and not is_deleted)::int + (select count(distinct person_id) from held_role where role = 'relative' and not is_deleted)::int as n`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** What a guardianship grants is said by the register or the school; a roster makes missing ones and ends its own. */
export const GUARDIANSHIP: SyncSpec = {
  kind: 'guardianship',
  table: 'core_data.guardianship',
  id: 'guardianship_id',
  staged: 'staged_guardianship',
  columns: [
    { name: 'learner_id', isMade: true },
    { name: 'guardian_id', isMade: true },
    ...['kind', 'role', 'has_custody', 'has_right_to_information'].map((name) => ({ name, onlyWhenNew: true })),
  ],
  isEffectiveDated: true,
  reopen: 'new-row',
  matchFirst: true,
  changesOwnOnly: true,
  closedBy: 'others',
  match: `select distinct on (g.learner_id, g.guardian_id) g.education_provider_id, s.external_id, g.guardianship_id as id
    from core_data.guardianship g join staged_guardianship s on s.learner_id = g.learner_id and s.guardian_id = g.guardian_id
    where g.education_provider_id = ${PROVIDER} order by g.learner_id, g.guardian_id, g.valid @> (select platform.today()) desc, upper(g.valid) desc nulls first`,
  people: ['learner_id', 'guardian_id'],
};

/** Where the register has spoken of the two, or the school keeps one away from the other, the roster says nothing. */
export async function yieldToRegisterAndSchool(tx: Transaction, plan: Plan): Promise<void> {
  await sql
    .raw(`update ${plan.name} p set op = 'ignored' where p.op in ('create', 'reopen') and (
        exists (select from exchange.register_fact f where f.education_provider_id = p.education_provider_id and f.topic = 'guardianship' and f.person_id = p.learner_id and f.related_person_id = p.guardian_id)
        or exists (select from core_data.guardian_block b where b.education_provider_id = p.education_provider_id and b.learner_id = p.learner_id and b.guardian_id = p.guardian_id and b.valid @> (select platform.today())))`)
    .execute(tx.db);
}
