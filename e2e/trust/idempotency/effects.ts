import type pg from 'pg';

/** Written for each request, repeats included. */
const FOR_EACH_REQUEST = new Set(['audit.entry']);

/** Tables that keep a count instead of rows. */
const MEASURES: Readonly<Record<string, string>> = { 'home_school.unread_count': 'coalesce(sum(unread), 0)', 'school_admin.certificate_counter': 'coalesce(sum(last), 0)' };

/** How many rows each table has, of all cities. */
export async function countRows(pool: pg.Pool): Promise<ReadonlyMap<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'graphile_worker') order by 1`,
  );
  const { rows } = await pool.query<{ name: string; rows: number }>(tables.map(({ name }) => `select '${name}' as name, ${MEASURES[name] ?? 'count(*)'} as rows from ${name}`).join(' union all '));
  return new Map(rows.filter(({ name }) => !FOR_EACH_REQUEST.has(name)).map((row) => [row.name, row.rows]));
}

/** By how many rows each table has grown or shrunk. Changed rows show in the history that they leave. */
export const growth = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...after].map(([name, rows]) => [name, rows - (before.get(name) ?? 0)] as const).filter(([, more]) => more !== 0));
