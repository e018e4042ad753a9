import type { Database } from '@digione/platform/db';

/** Which persons an account is. For the record of what was done to its sessions without it. */
export async function findAccountIdentities(database: Database, accountId: string): Promise<{ educationProviderId: string; personId: string }[]> {
  const { rows } = await database.system.query<{ educationProviderId: string; personId: string }>(
    'select education_provider_id as "educationProviderId", person_id as "personId" from access.account_identity where account_id = $1',
    [accountId],
  );
  return rows;
}
