import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Finds whom each message is about: by our id, by learner number, or by any identity code the person has or had. */
export async function resolvePersons(tx: Transaction): Promise<void> {
  await sql`alter table reg_message add column person_id uuid`.execute(tx.db);
  await sql`update reg_message m set person_id = coalesce(
      (select p.person_id from core_data.person p where p.education_provider_id = (select platform.current_provider()) and (p.person_id = m.given or p.learner_number = m.given_oid)),
      (select c.person_id from core_data.person_identity_code c where c.education_provider_id = (select platform.current_provider()) and c.personal_identity_code = m.code),
      (select min(c.person_id::text)::uuid from core_data.person_identity_code c join reg_code r on r.code = c.personal_identity_code
        where c.education_provider_id = (select platform.current_provider()) and r.message_no = m.no))`.execute(tx.db);
}

export interface UnknownAddressee {
  file: string;
  line: number;
  groups: number;
  isNamed: boolean;
  isGiven: boolean;
}

export async function listUnknownAddressees(tx: Transaction): Promise<UnknownAddressee[]> {
  const { rows } = await sql<UnknownAddressee>`select file, line, groups, code is not null as "isNamed", (given is not null or given_oid is not null) as "isGiven"
    from reg_message where person_id is null order by no limit 5000`.execute(tx.db);
  return rows;
}

/**
 * Finds the other ends of custody: people by their identity code, and those without one by name and birth among the learner's own
 * guardians. A guardian nobody here knows is to be created; an unknown ward is no learner of this provider.
 */
export async function resolveRelations(tx: Transaction): Promise<void> {
  await sql`delete from reg_custody c using reg_message m where m.no = c.message_no and m.person_id is null`.execute(tx.db);
  await sql`update reg_custody c set
      learner_id = case when c.direction = 'guardian' then m.person_id else o.person_id end,
      guardian_id = case when c.direction = 'ward' then m.person_id else o.person_id end
    from reg_message m, reg_custody self
    left join core_data.person_identity_code o on o.education_provider_id = (select platform.current_provider()) and o.personal_identity_code = self.code
    where m.no = c.message_no and self.message_no = c.message_no and self.seq = c.seq`.execute(tx.db);
  await sql`update reg_custody c set guardian_id = (
      select p.person_id from core_data.guardianship g
      join core_data.person p on p.education_provider_id = g.education_provider_id and p.person_id = g.guardian_id
      where g.education_provider_id = (select platform.current_provider()) and g.learner_id = c.learner_id
        and p.first_names = c.first_names and p.last_name = c.last_name and p.born_on is not distinct from c.born_on
      order by p.person_id limit 1)
    where c.direction = 'guardian' and c.code is null and c.guardian_id is null`.execute(tx.db);
  await sql`alter table reg_custody add column identity text`.execute(tx.db);
  await sql`update reg_custody set identity = coalesce(code, learner_id || '|' || first_names || '|' || last_name || '|' || coalesce(born_on::text, ''))
    where direction = 'guardian' and guardian_id is null`.execute(tx.db);
  await sql`create temporary table reg_new_guardian on commit drop as
    select exchange.new_id() as person_id, n.* from (
      select distinct on (identity) identity, code, first_names, last_name, born_on, gender from reg_custody where identity is not null
      order by identity, first_names is null, message_no, seq) n`.execute(tx.db);
  await sql`update reg_custody c set guardian_id = n.person_id from reg_new_guardian n where n.identity = c.identity`.execute(tx.db);
}

/** Relations that lead to nobody here, or from someone to themself; taken out and counted. */
export async function dropUnresolvedRelations(tx: Transaction): Promise<number> {
  const { rows } = await sql`delete from reg_custody where learner_id is null or guardian_id is null or learner_id = guardian_id returning 1`.execute(tx.db);
  return rows.length;
}
