import { sql } from 'kysely';
import { allowedFor, type Action, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { HeldStudyRight } from './newcomer.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface KnownPerson {
  personId: string;
  identityCode: string | null;
  learnerNumber: string | null;
  firstNames: string;
  callName: string;
  lastName: string;
  bornOn: string | null;
  motherTongue: string | null;
  homeMunicipality: string | null;
  isProtected: boolean;
  diedOn: string | null;
}

/** Somebody of the provider by an identity code they have or had, or by learner number; locked, so that two admissions at once wait for each other. */
export async function findKnown(tx: Transaction, by: { identityCode: string } | { learnerNumber: string }): Promise<KnownPerson | undefined> {
  const whose =
    'identityCode' in by
      ? sql`p.person_id = (select c.person_id from core_data.person_identity_code c where c.education_provider_id = ${provider} and c.personal_identity_code = ${by.identityCode})`
      : sql`p.learner_number = ${by.learnerNumber}`;
  const { rows } = await sql<KnownPerson>`
    select p.person_id as "personId", p.learner_number as "learnerNumber", p.first_names as "firstNames", p.call_name as "callName", p.last_name as "lastName",
      p.born_on as "bornOn", p.mother_tongue as "motherTongue", p.home_municipality as "homeMunicipality", p.protected_address as "isProtected", p.died_on as "diedOn",
      (select c.personal_identity_code from core_data.person_identity_code c where c.education_provider_id = ${provider} and c.person_id = p.person_id and c.is_current) as "identityCode"
    from core_data.person p where p.education_provider_id = ${provider} and ${whose} for update of p`.execute(tx.db);
  return rows[0];
}

export async function listHeldStudyRights(tx: Transaction, personId: string): Promise<HeldStudyRight[]> {
  const { rows } = await sql<HeldStudyRight>`
    select school_id as "schoolId", education_form as "educationForm", lower(valid) as "from", upper(valid) as until
    from core_data.study_right where education_provider_id = ${provider} and learner_id = ${personId} and state <> 'void'`.execute(tx.db);
  return rows;
}

export interface LookAlike {
  personId: string;
  callName: string;
  lastName: string;
  bornOn: string | null;
  isVisible: boolean;
}

/** People of the same birth and name: by the index of births, of whom the name is then asked. */
export async function listLookAlikes(tx: Transaction, actor: Actor, visible: Action, who: { firstNames: string; callName: string; lastName: string; bornOn: string }): Promise<LookAlike[]> {
  const { rows } = await sql<LookAlike>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName", p.born_on as "bornOn",
      coalesce(${allowedFor(actor, visible, sql.ref('p.person_id'))}, false) as "isVisible"
    from core_data.person p
    where p.education_provider_id = ${provider} and p.born_on = ${who.bornOn}::date and p.died_on is null
      and platform.fold(p.last_name) = platform.fold(${who.lastName})
      and (platform.fold(p.first_names) = platform.fold(${who.firstNames}) or platform.fold(p.call_name) = platform.fold(${who.callName}))
    limit 10`.execute(tx.db);
  return rows;
}

/** Which of the codes belong to somebody here. */
export async function listPeopleByCode(tx: Transaction, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; personId: string }>`
    select personal_identity_code as code, person_id as "personId" from core_data.person_identity_code
    where education_provider_id = ${provider} and personal_identity_code = any(${[...codes]}::text[])`.execute(tx.db);
  return new Map(rows.map(({ code, personId }) => [code, personId]));
}
