import type { Database } from '@digione/platform/db';

/** Every provider; asked before anything has a scope, so on the system's connection. */
export async function listProviderKeys(database: Database): Promise<{ educationProviderId: string; key: string }[]> {
  const { rows } = await database.system.query<{ educationProviderId: string; key: string }>('select education_provider_id as "educationProviderId", key from core_data.education_provider order by key');
  return rows;
}
