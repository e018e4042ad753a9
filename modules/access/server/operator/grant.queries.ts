import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { v7 as uuidv7 } from 'uuid';
import type { Identity, NewPerson } from './grant-main-user.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** One operator at a time in a provider: two must not both find that there is nobody yet. */
export async function lockProvider({ db }: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('access.main_user ' || ${provider}::text, 0))`.execute(db);
}

/** The living people of the provider whom the identity names; an e-mail address names staff alone, as at sign-in. */
export async function findPeople({ db }: Transaction, { kind, value, issuer }: Identity): Promise<string[]> {
  const names = {
    'learner-number': sql`p.learner_number = ${value}`,
    'identity-code': sql`exists (select from core_data.person_identity_code c where c.education_provider_id = p.education_provider_id and c.person_id = p.person_id
      and c.personal_identity_code = ${value} and c.is_current)`,
    email: sql`lower(p.email) = lower(${value}) and exists (select from core_data.staff_position s where s.education_provider_id = p.education_provider_id
      and s.person_id = p.person_id and s.valid @> ${today})`,
    subject: sql`exists (select from access.account_identity i join access.account_login l on l.account_id = i.account_id
      where i.education_provider_id = p.education_provider_id and i.person_id = p.person_id and l.issuer = ${issuer ?? ''} and l.subject = ${value})`,
  }[kind];
  const { rows } = await sql<{ personId: string }>`select p.person_id as "personId" from core_data.person p
    where p.education_provider_id = ${provider} and p.died_on is null and ${names} order by p.person_id`.execute(db);
  return rows.map(({ personId }) => personId);
}

export async function listMainUsers({ db }: Transaction): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select distinct r.person_id as "personId" from access.role_assignment r
    join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.person_id and p.died_on is null
    where r.education_provider_id = ${provider} and r.role = 'main-user' and r.school_id is null and r.valid @> ${today}`.execute(db);
  return rows.map(({ personId }) => personId);
}

export async function insertPerson({ db }: Transaction, { firstNames, lastName }: NewPerson, { kind, value }: Identity, source: string): Promise<string> {
  const personId = uuidv7();
  const [learnerNumber, email] = [kind === 'learner-number' ? value : null, kind === 'email' ? value.toLowerCase() : null];
  await sql`insert into core_data.person (education_provider_id, person_id, learner_number, first_names, call_name, last_name, email, source)
    values (${provider}, ${personId}, ${learnerNumber}, ${firstNames}, ${firstNames.split(' ')[0] ?? firstNames}, ${lastName}, ${email}, ${source})`.execute(db);
  if (kind === 'identity-code') {
    await sql`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source)
      values (${provider}, ${uuidv7()}, ${personId}, ${value}, ${source})`.execute(db);
  }
  // By an e-mail address only staff can sign in.
  await sql`insert into core_data.staff_position (education_provider_id, staff_position_id, person_id, school_id, title, valid, source)
    values (${provider}, ${uuidv7()}, ${personId}, null, 'other', daterange(${today}, null), ${source})`.execute(db);
  return personId;
}

/** @returns false when the login is somebody else's here, or the person has another account */
export async function linkLogin({ db }: Transaction, personId: string, { issuer, value: subject }: Identity, source: string): Promise<boolean> {
  const { rows } = await sql<{ ofLogin: string | null; ofPerson: string | null }>`select
    (select account_id from access.account_login where issuer = ${issuer ?? ''} and subject = ${subject}) as "ofLogin",
    (select account_id from access.account_identity where education_provider_id = ${provider} and person_id = ${personId}) as "ofPerson"`.execute(db);
  const { ofLogin, ofPerson } = rows[0] ?? { ofLogin: null, ofPerson: null };
  if (ofLogin !== null && ofPerson !== null) return ofLogin === ofPerson;
  const accountId = ofLogin ?? ofPerson ?? uuidv7();
  if (ofLogin === null && ofPerson === null) await sql`insert into access.account (account_id) values (${accountId})`.execute(db);
  if (ofLogin === null) await sql`insert into access.account_login (issuer, subject, account_id) values (${issuer ?? ''}, ${subject}, ${accountId})`.execute(db);
  if (ofPerson !== null) return true;
  const { numAffectedRows } = await sql`insert into access.account_identity (education_provider_id, person_id, account_id, source)
    values (${provider}, ${personId}, ${accountId}, ${source}) on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}

export async function insertMainUser({ db }: Transaction, personId: string, reason: string, source: string): Promise<string> {
  const id = uuidv7();
  await sql`insert into access.role_assignment (education_provider_id, role_assignment_id, person_id, role, school_id, valid, reason, source, given_at)
    values (${provider}, ${id}, ${personId}, 'main-user', null, daterange(${today}, null), ${reason}, ${source}, platform.now())`.execute(db);
  return id;
}

/** Accounts and logins belong to no provider: the app's own role may not make them. The wall is up again before anything else happens. */
export async function asOwnerOfAccounts<T>({ db }: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`set local role none`.execute(db);
  const result = await work();
  await sql`set local role digione_app`.execute(db);
  return result;
}
