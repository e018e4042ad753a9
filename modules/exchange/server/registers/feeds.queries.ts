import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;
export type RegisterName = 'population' | 'learner-number';

export async function findPosition(tx: Transaction, register: RegisterName): Promise<string | null> {
  const { rows } = await sql<{ position: string | null }>`select position from exchange.register_feed where education_provider_id = ${provider} and register = ${register}`.execute(tx.db);
  return rows[0]?.position ?? null;
}

export async function saveSuccess(tx: Transaction, register: RegisterName, position: string): Promise<void> {
  await sql`insert into exchange.register_feed (education_provider_id, register, position, last_run_at, last_success_at) values (${provider}, ${register}, ${position}, platform.now(), platform.now())
    on conflict (education_provider_id, register) do update set position = excluded.position, last_run_at = platform.now(), last_success_at = platform.now(), last_failure = null, failures = 0`.execute(tx.db);
}

export async function saveFailure(tx: Transaction, register: RegisterName, failure: string): Promise<void> {
  await sql`insert into exchange.register_feed (education_provider_id, register, last_run_at, last_failure, failures) values (${provider}, ${register}, platform.now(), ${failure}, 1)
    on conflict (education_provider_id, register) do update set last_run_at = platform.now(), last_failure = excluded.last_failure, failures = exchange.register_feed.failures + 1`.execute(tx.db);
}

/** Whose changes are followed: everybody who studies here or is to, and their guardians, by the codes in use. Hash joins over the city, 0.4 s at 160 000 learners. */
export async function listFollowedCodes(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with learner as (select distinct learner_id from core_data.study_right where education_provider_id = ${provider} and state not in ('void') and (upper_inf(valid) or upper(valid) > platform.today())),
      followed as (select learner_id as person_id from learner
        union select g.guardian_id from core_data.guardianship g join learner using (learner_id) where g.education_provider_id = ${provider} and (upper_inf(g.valid) or upper(g.valid) > platform.today()))
    select c.personal_identity_code as code from core_data.person_identity_code c join followed f on f.person_id = c.person_id where c.education_provider_id = ${provider} and c.is_current order by c.person_identity_code_id`.execute(tx.db);
  return rows.map(({ code }) => code);
}

export interface Unnumbered {
  personId: string;
  identityCode: string;
  firstNames: string;
  callName: string;
  lastName: string;
}

/** Learners without a learner number whom the register has not refused; those refused are asked anew when somebody has marked them as looked at. */
export async function listUnnumbered(tx: Transaction, limit: number): Promise<Unnumbered[]> {
  const { rows } = await sql<Unnumbered>`
    select p.person_id as "personId", c.personal_identity_code as "identityCode", p.first_names as "firstNames", p.call_name as "callName", p.last_name as "lastName"
    from core_data.person p
    join core_data.person_identity_code c on c.education_provider_id = p.education_provider_id and c.person_id = p.person_id and c.is_current
    where p.education_provider_id = ${provider} and p.learner_number is null and p.died_on is null
      and exists (select from core_data.study_right r where r.education_provider_id = ${provider} and r.learner_id = p.person_id and r.state <> 'void' and (upper_inf(r.valid) or upper(r.valid) > platform.today()))
      and not exists (select from exchange.register_trouble t where t.education_provider_id = ${provider} and t.register = 'learner-number' and t.person_id = p.person_id and t.solved_at is null)
    order by p.person_id limit ${limit}`.execute(tx.db);
  return rows;
}

export async function findPersonByNumber(tx: Transaction, learnerNumber: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select person_id as id from core_data.person where education_provider_id = ${provider} and learner_number = ${learnerNumber}`.execute(tx.db);
  return rows[0]?.id;
}

export async function saveNumber(tx: Transaction, personId: string, learnerNumber: string): Promise<void> {
  await sql`update core_data.person set learner_number = ${learnerNumber} where education_provider_id = ${provider} and person_id = ${personId}`.execute(tx.db);
  await sql`update exchange.register_trouble set solved_at = platform.now() where education_provider_id = ${provider} and register = 'learner-number' and person_id = ${personId} and solved_at is null`.execute(tx.db);
}

export async function insertTrouble(tx: Transaction, register: RegisterName, personId: string, kind: 'not-found' | 'conflict' | 'refused' | 'two-people', otherPersonId: string | null): Promise<void> {
  await sql`insert into exchange.register_trouble (education_provider_id, register_trouble_id, register, person_id, kind, other_person_id, seen_at)
    values (${provider}, ${uuidv7()}, ${register}, ${personId}, ${kind}, ${otherPersonId}, platform.now()) on conflict do nothing`.execute(tx.db);
}

/** Which of the numbers are of people here. */
export async function listOwnNumbers(tx: Transaction, numbers: readonly string[]): Promise<{ personId: string; learnerNumber: string }[]> {
  const { rows } = await sql<{ personId: string; learnerNumber: string }>`select person_id as "personId", learner_number as "learnerNumber" from core_data.person
    where education_provider_id = ${provider} and learner_number = any(${[...numbers]}::text[])`.execute(tx.db);
  return rows;
}

export async function listProviders(pool: { query: (text: string) => Promise<{ rows: unknown[] }> }): Promise<{ educationProviderId: string; key: string }[]> {
  const { rows } = await pool.query(`select education_provider_id as id, key from core_data.education_provider where valid @> platform.today()`);
  return rows.flatMap((row) => (typeof row === 'object' && row !== null && 'id' in row && 'key' in row ? [{ educationProviderId: String(row.id), key: String(row.key) }] : []));
}
