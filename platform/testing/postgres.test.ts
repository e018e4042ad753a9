import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([one.drop(), other.drop()]));

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a test database is migrated', async () => {
  const [row] = await query<{ count: number }>(one.url, 'SELECT count(*)::int AS count FROM migration.applied');
  expect(row?.count).toBeGreaterThan(0);
});

test('what one test writes, another does not see', async () => {
  await query(one.url, 'CREATE TABLE public.scratch (id int)');
  const [row] = await query<{ found: string | null }>(other.url, "SELECT to_regclass('public.scratch')::text AS found");
  expect(row?.found).toBeNull();
});

test('a dropped database is gone, even with a connection open', async () => {
  const third = await createTestDatabase();
  const client = new Client({ connectionString: third.url });
  client.on('error', () => undefined);
  await client.connect();
  await third.drop();
  await expect(query(third.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
});
