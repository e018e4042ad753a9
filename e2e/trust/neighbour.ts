import type pg from 'pg';
import { OTHER_CITY } from './city/canaries.ts';
import type { City } from './city/insert-city.ts';
import type { TrustWorld } from './fixture.ts';
import type { IdSource } from './inputs.ts';

/** Who gets furthest in a city, for gathering what its lists hand out. */
const READERS = ['principal@all', 'school-secretary@all', 'main-user', 'data-protection-officer', 'mother', 'protected-mother', 'teaches-5a'];

/** Cursors that the city's own lists have given to its own people. */
export async function harvestCursors(world: TrustWorld, city: City): Promise<string[]> {
  const found = new Set<string>();
  for (const { endpoint } of world.server.app.endpoints) {
    if (endpoint.method !== 'GET' || !('cursor' in endpoint.query.shape)) continue;
    const url = `${endpoint.path.replaceAll(':educationProviderId', city.educationProviderId).replaceAll(':personId', city.idOf('person', 'child')).replaceAll(':importRunId', city.idOf('run', 'import')).replaceAll(/:\w+/g, city.idOf('person', 'child'))}?limit=1`;
    for (const person of READERS) {
      const client = await world.client({ city, person });
      const { body } = await client.get(url);
      if (typeof body?.nextCursor === 'string') found.add(body.nextCursor as string);
    }
  }
  return [...found];
}

/**
 * Ids, cursors and words of the neighbour city in every place where a request takes one, mixed with one's own so that
 * requests come far enough to do harm.
 */
export function mixedSource(own: IdSource, theirs: IdSource, cursors: readonly string[]): IdSource {
  const words = [OTHER_CITY, `${OTHER_CITY}Pohjalainen`, `${OTHER_CITY}koulu`, `${OTHER_CITY}5a`];
  return (field) => {
    if (field === 'cursor') return cursors;
    if (field === 'q') return words;
    const [mine, other] = [own(field), theirs(field)];
    return [...other, ...other, ...mine];
  };
}

/** A fingerprint of every row the city has, in every table. */
export async function digestOf(pool: pg.Pool, city: City): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'education_provider_id'
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%' order by 1`,
  );
  const digest: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ digest: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t where education_provider_id = $1`, [city.educationProviderId]);
    digest[name] = rows[0]?.digest ?? '';
  }
  return digest;
}
