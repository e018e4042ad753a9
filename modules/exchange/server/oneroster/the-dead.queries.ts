import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { PROVIDER } from './schools.queries.ts';

/**
 * Takes out of a staged table those who have died: a roster that goes on naming them gives them no study right, position or place again.
 * @returns whose rows they were
 */
export async function leaveOutTheDead(tx: Transaction, staged: string, personColumn: string): Promise<string[]> {
  const { rows } = await sql
    .raw<{ personId: string }>(
      `delete from ${staged} s using core_data.person p
      where p.education_provider_id = ${PROVIDER} and p.person_id = s.${personColumn} and p.died_on <= (select platform.today()) and not s.is_deleted returning p.person_id as "personId"`,
    )
    .execute(tx.db);
  return rows.map(({ personId }) => personId);
}
