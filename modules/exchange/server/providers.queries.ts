import type { Database } from '@digione/platform/db';

/** Which provider has the key; asked before anything has a scope, so on the system's connection. */
export async function findProviderByKey(database: Database, key: string): Promise<{ educationProviderId: string; key: string } | undefined> {
  const { rows } = await database.system.query<{ educationProviderId: string; key: string }>(
    'select education_provider_id as "educationProviderId", key from core_data.education_provider where key = $1',
    [key],
  );
  return rows[0];
}
