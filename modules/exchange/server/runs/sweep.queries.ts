import type pg from 'pg';

/** Providers with an import under way, and its id not yet ended; asked across providers, since nobody asks. */
export async function listProvidersWithRuns(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`select distinct education_provider_id as id from exchange.import_run where state = 'running'`);
  return rows.map((row) => row.id);
}
