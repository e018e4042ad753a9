import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Guardians who may know of the learners today: never one who is blocked, has no right, or whose child is of age. */
export async function guardiansToTell(tx: Transaction, learnerIds: readonly string[]): Promise<{ learnerId: string; guardianId: string }[]> {
  if (learnerIds.length === 0) return [];
  const { rows } = await sql<{ learnerId: string; guardianId: string }>`
    select ga.learner_id as "learnerId", ga.guardian_id as "guardianId" from core_data.guardian_access ga
    join core_data.person guardian on guardian.education_provider_id = ga.education_provider_id and guardian.person_id = ga.guardian_id
    where ga.education_provider_id = (select platform.current_provider()) and ga.learner_id = any(${learnerIds}::uuid[]) and guardian.died_on is null
    order by ga.learner_id, ga.guardian_id`.execute(tx.db);
  return rows;
}
