import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { RegisterGuardian, RegisterPerson } from './registers.ts';

const provider = sql<string>`(select platform.current_provider())`;
const REGISTER = 'population-register';

export interface NewPerson {
  readonly firstNames: string;
  readonly callName: string;
  readonly lastName: string;
  readonly bornOn: string | null;
  readonly gender: string | null;
  readonly motherTongue: string | null;
  readonly homeMunicipality: string | null;
  readonly isProtected: boolean;
  readonly learnerNumber: string | null;
  readonly preferredLanguage: string | null;
  readonly identityCode: string | null;
  readonly source: string;
}

export async function insertPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const personId = uuidv7();
  await sql`insert into core_data.person (education_provider_id, person_id, learner_number, first_names, call_name, last_name, born_on, gender, mother_tongue, preferred_language, home_municipality, protected_address, source)
    values (${provider}, ${personId}, ${person.learnerNumber}, ${person.firstNames}, ${person.callName}, ${person.lastName}, ${person.bornOn}, ${person.gender}, ${person.motherTongue},
      ${person.preferredLanguage}, ${person.homeMunicipality}, ${person.isProtected}, ${person.source})`.execute(tx.db);
  if (person.identityCode !== null) {
    await sql`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source)
      values (${provider}, ${uuidv7()}, ${personId}, ${person.identityCode}, ${person.source})`.execute(tx.db);
  }
  return personId;
}

/** Fills what was not known, and protects who is protected by now; what the school has entered stays. */
export async function completePerson(tx: Transaction, personId: string, person: RegisterPerson | null, more: { learnerNumber: string | null; preferredLanguage: string | null }): Promise<void> {
  await sql`update core_data.person set learner_number = coalesce(learner_number, ${more.learnerNumber}), preferred_language = coalesce(${more.preferredLanguage}, preferred_language),
      born_on = coalesce(born_on, ${person?.bornOn ?? null}::date), gender = coalesce(gender, ${person?.gender ?? null}), mother_tongue = coalesce(mother_tongue, ${person?.motherTongue ?? null}),
      home_municipality = coalesce(${person?.homeMunicipality ?? null}, home_municipality), protected_address = protected_address or ${person?.isProtected ?? false}
    where education_provider_id = ${provider} and person_id = ${personId}`.execute(tx.db);
}

/** The permanent address as the register has it; one that holds already is not written over. */
export async function insertAddress(tx: Transaction, personId: string, address: NonNullable<RegisterPerson['address']>): Promise<void> {
  await sql`insert into core_data.person_address (education_provider_id, person_address_id, person_id, kind, street_address, postal_code, post_office, valid, source)
    select ${provider}, ${uuidv7()}, ${personId}, 'permanent', ${address.streetAddress}, ${address.postalCode}, ${address.postOffice}, daterange(${address.validFrom}::date, null), ${REGISTER}
    where not exists (select from core_data.person_address a where a.education_provider_id = ${provider} and a.person_id = ${personId} and a.kind = 'permanent' and a.valid && daterange(${address.validFrom}::date, null))`.execute(tx.db);
}

export const insertGuardianPerson = (tx: Transaction, guardian: RegisterGuardian, callName: string): Promise<string> =>
  insertPerson(tx, { ...guardian, callName, motherTongue: null, homeMunicipality: null, learnerNumber: null, preferredLanguage: null, source: REGISTER });

/**
 * Custody in the register's own dates. Whoever is a guardian already, or was and the school ended it, is left as they are: the school's
 * own word stands.
 */
export async function insertGuardianship(tx: Transaction, learnerId: string, guardianId: string, guardian: RegisterGuardian): Promise<boolean> {
  const { rows } = await sql`insert into core_data.guardianship (education_provider_id, guardianship_id, guardian_id, learner_id, kind, role, has_custody, has_right_to_information, lives_with, valid, source)
    select ${provider}, ${uuidv7()}, ${guardianId}, ${learnerId}, ${guardian.kind}, ${guardian.role}, true, true, ${guardian.livesWith ?? true}, daterange(${guardian.startsOn}::date, ${guardian.endsOn}::date), ${REGISTER}
    where not exists (select from core_data.guardianship g where g.education_provider_id = ${provider} and g.learner_id = ${learnerId} and g.guardian_id = ${guardianId}) returning 1`.execute(tx.db);
  return rows.length > 0;
}

/** A guardian whom the register protects by now is protected here at once. */
export async function protectPerson(tx: Transaction, personId: string): Promise<void> {
  await sql`update core_data.person set protected_address = true where education_provider_id = ${provider} and person_id = ${personId} and not protected_address`.execute(tx.db);
}
