import type pg from 'pg';

export class WallsBroken extends Error {}

/** Before serving: the app's role owns nothing and cannot bypass, and every table has its wall. */
export async function assertWalls(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ fault: string }>(`
    select 'role digione_app can bypass row-level security' as fault from pg_roles
      where rolname = 'digione_app' and (rolsuper or rolbypassrls)
    union all
    select 'role digione_app owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'digione_app'
    union all
    select n.nspname || '.' || c.relname || ' has no forced row-level security'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'graphile_worker') and n.nspname not like 'pg_%'`);
  if (rows.length > 0) throw new WallsBroken(`The database is not safe to serve: ${rows.map((row) => row.fault).join('; ')}.`);
}
