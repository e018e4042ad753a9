import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { findWallFaults } from '@digione/platform/db';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'graphile_worker') and n.nspname not like 'pg_%'`;

/** Exceptions may only become fewer; each is the same for all providers or belongs to an account. */
const WITHOUT_PROVIDER = ['access.account', 'access.account_login', 'access.oidc_payload', 'access.session', 'access.sign_in_attempt', 'access.used_logout_token', 'audit.seal', 'core_data.code', 'core_data.code_set', 'platform.rate_limit'];

const names = async (query: string) => (await client.query<{ name: string }>(query)).rows.map((row) => row.name);

describe('the walls between providers', () => {
  test('stand as migrated', async () => {
    expect(await findWallFaults(client)).toEqual([]);
  });

  test('every mutant is noticed: each table with its policy dropped, loosened, unforced, doubled, each view and role', async () => {
    const tables = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS}`);
    const policies = (await client.query<{ table: string; policy: string }>(
      `select schemaname || '.' || tablename as table, policyname as policy from pg_policies where policyname <> 'maintenance'`,
    )).rows;
    const views = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${OURS}`);
    const mutants = [
      ...tables.flatMap((table) => [
        `alter table ${table} no force row level security`,
        `alter table ${table} disable row level security`,
        `create policy open_door on ${table} to digione_app using (true)`,
        `create policy open_door on ${table} using (true)`,
        `grant truncate on ${table} to digione_app`,
      ]),
      ...policies.map(({ table, policy }) => `drop policy ${policy} on ${table}`),
      ...policies.filter(({ policy }) => policy === 'tenant').flatMap(({ table }) => [`alter policy tenant on ${table} using (true)`, `alter policy tenant on ${table} with check (true)`]),
      ...policies.filter(({ policy }) => policy === 'shared_reading').map(({ table, policy }) => `alter policy ${policy} on ${table} using (true)`),
      ...views.map((view) => `alter view ${view} set (security_invoker = false)`),
      'alter role digione_app bypassrls',
      'alter table core_data.person owner to digione_app',
      `create function core_data.peep() returns bigint language sql security definer as 'select count(*) from core_data.person'`,
      'grant execute on function access.find_signed_in to public',
    ];
    const survivors: string[] = [];
    for (const mutant of mutants) {
      await client.query('begin');
      await client.query(mutant);
      if ((await findWallFaults(client)).length === 0) survivors.push(mutant);
      await client.query('rollback');
    }
    expect(survivors).toEqual([]);
    expect(mutants.length).toBeGreaterThan(250);
  }, 60_000);

  test('the app cannot read, write or move a row across, whatever the table', async () => {
    const tables = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'education_provider_id'
      where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} and has_table_privilege('digione_app', c.oid, 'select')`);
    const [north, south] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
    await client.query(
      `insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, 'north', '{}', 'test'), ($2, 'south', '{}', 'test')`,
      [north, south],
    );
    await client.query(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, source) values ($1, $1, 'a', 'a', 'a', 'test'), ($2, $2, 'b', 'b', 'b', 'test')`, [north, south]);
    await client.query(`begin; set local role digione_app; set local app.education_provider_id = '${north}'`);
    for (const table of tables) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where education_provider_id <> $1`, [north]);
      expect(rows[0]?.n, table).toBe(0);
    }
    expect((await client.query('select person_id from core_data.person')).rows).toEqual([{ person_id: north }]);
    await client.query('savepoint attempt');
    await expect(client.query(`update core_data.person set education_provider_id = $1`, [south])).rejects.toThrow(/row-level security/);
    await client.query('rollback to attempt');
    await expect(client.query(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, source) values ($1, gen_random_uuid(), 'c', 'c', 'c', 'test')`, [south])).rejects.toThrow(/row-level security/);
    await client.query('rollback to attempt');
    await client.query(`set local app.education_provider_id = ''`);
    expect((await client.query('select from core_data.person')).rowCount).toBe(0);
    await client.query('rollback');
  });

  test('the audit log can be added to and read, nothing else', async () => {
    const { rows } = await client.query<{ privilege: string }>(
      `select privilege_type as privilege from information_schema.role_table_grants where grantee = 'digione_app' and table_schema = 'audit' and table_name = 'entry' order by 1`,
    );
    expect(rows.map((row) => row.privilege)).toEqual(['INSERT', 'SELECT']);
  });
});

describe('tables', () => {
  test('have the education provider first in their primary key', async () => {
    const offenders = await names(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} and a.attname is distinct from 'education_provider_id' order by 1`);
    expect(offenders).toEqual(WITHOUT_PROVIDER);
  });

  test('refer to each other within one provider', async () => {
    const offenders = await names(`
      select c.conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'f' and ${OURS}
        and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'education_provider_id' and not a.attisdropped)
        and not exists (select from unnest(c.conkey) with ordinality k(att, i)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.att
          join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[k.i]
          where a.attname = 'education_provider_id' and f.attname = 'education_provider_id')`);
    expect(offenders).toEqual([]);
  });

  test('have no personal identity code but in the one table made for it', async () => {
    expect(await names(`select table_schema || '.' || table_name as name from information_schema.columns where column_name like '%identity_code%' and data_type = 'text'`)).toEqual(['core_data.person_identity_code']);
  });
});

test('the generated table types are those of the migrations', async () => {
  const { renderTables } = await import('./generate-tables.ts');
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(new URL('./generated/tables.ts', import.meta.url), 'utf8')).toBe(await renderTables(database.url));
});
