import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCurriculum } from '@digione/eperusteet';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { bringCurriculum } from './bring-curriculum.ts';

const now = '2026-11-24T07:20:00Z';
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ('00000000-0000-4000-8000-000000000001', 'kaukala', '{"fi":"Kaukala"}', 'test')`);
  await client.query(`insert into core_data.school_year (education_provider_id, school_year_id, name, valid, source) values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), '2026–2027', '[2026-08-01,2027-08-01)', 'test')`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Stands for the platform's import, which stands above the demo. */
async function keep(path: string): Promise<{ isAccepted: boolean; reason: null }> {
  const { curriculum } = readCurriculum(readFileSync(path));
  await client.query(
    `insert into curriculum.edition (education_provider_id, edition_id, curriculum_key, kind, structure, education_form, name, languages, content_hash, document)
     select education_provider_id, gen_random_uuid(), $1, 'national', 'basic-education', 'basic-education', '{}', '{fi}', 'x', '{}' from core_data.education_provider where key = 'kaukala'`,
    [curriculum?.key],
  );
  return { isAccepted: true, reason: null };
}

it('a city gets its curriculum once, in force from the beginning of the school year', async () => {
  expect(await bringCurriculum(client, 'kaukala', now, ({ path }) => keep(path))).toBe(true);
  expect(await bringCurriculum(client, 'kaukala', now, () => Promise.reject(new Error('imported again')))).toBe(false);
  const { rows } = await client.query(`select lower(valid)::text as starts, upper(valid) as ends, kind from curriculum.adoption`);
  expect(rows).toEqual([{ starts: '2026-08-01', ends: null, kind: 'national' }]);
});

it('an import that is refused stops the load', async () => {
  await client.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values (gen_random_uuid(), 'toinen', '{"fi":"Toinen"}', 'test')`);
  await expect(bringCurriculum(client, 'toinen', now, () => Promise.resolve({ isAccepted: false, reason: 'ei' }))).rejects.toThrow('refused: ei');
});
