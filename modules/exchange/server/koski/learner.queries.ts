import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

/** Who a learner is to the national registers. */
export interface LearnerIdentity {
  readonly personId: string;
  readonly learnerNumber: string | null;
  readonly identityCode: string | null;
  readonly firstNames: string;
  readonly callName: string;
  readonly lastName: string;
}

export async function findLearner(tx: Transaction, personId: string): Promise<LearnerIdentity | undefined> {
  const { rows } = await sql<LearnerIdentity>`
    select p.person_id as "personId", p.learner_number as "learnerNumber", c.personal_identity_code as "identityCode",
      p.first_names as "firstNames", p.call_name as "callName", p.last_name as "lastName"
    from core_data.person p
    left join core_data.person_identity_code c on c.education_provider_id = p.education_provider_id and c.person_id = p.person_id and c.is_current
    where p.education_provider_id = ${provider} and p.person_id = ${personId}`.execute(tx.db);
  return rows[0];
}

/** A learner by what an operator has at hand: our id, the learner number or the identity code. */
export async function findLearnerId(tx: Transaction, wanted: string): Promise<string | undefined> {
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(wanted);
  const { rows } = await sql<{ id: string }>`
    select p.person_id as id from core_data.person p where p.education_provider_id = ${provider}
      and (p.learner_number = ${wanted} or p.person_id = ${isUuid ? wanted : null}::uuid
        or p.person_id in (select c.person_id from core_data.person_identity_code c where c.education_provider_id = ${provider} and c.personal_identity_code = ${wanted}))
    limit 1`.execute(tx.db);
  return rows[0]?.id;
}
