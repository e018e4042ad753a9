import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo, writeImportFiles, type ImportFile } from '@digione/demo';
import { runImport } from '@digione/exchange/server';
import { checkAudit } from '@digione/platform/audit';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';

const now = '2026-11-24T07:20:00Z';
/** Ten seconds of work, on machines that others keep busy. */
const BUSY_MS = 300_000;
const auditKey = Buffer.alloc(32, 9);

const importInto = ({ url }: TestDatabase): ImportFile => (request) => runImport({ ...request, databaseUrl: url, auditKey, dryRun: false });
const seed = (database: TestDatabase, importFile?: ImportFile): Promise<unknown> =>
  seedDemo({ databaseUrl: database.url, size: 'small', now, log: () => {}, ...(importFile === undefined ? {} : { importFile }) });

/** Every row of the city's tables, without what tells how it came: source, version, when; and without ids nothing refers to. */
async function contentOf({ url }: TestDatabase): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; id: string }>(`select table_schema || '.' || table_name as name, table_name || '_id' as id from information_schema.tables
      where table_schema in ('core_data', 'access', 'timetable', 'teaching', 'school_admin', 'home_school') and table_type = 'BASE TABLE' and table_name <> 'external_key' order by 1`);
    const content: Record<string, string[]> = {};
    for (const { name, id } of tables) {
      const isLeaf = /\.(guardianship|study_right|staff_position|person_address|person_identity_code)$/.test(name);
      // The curriculum comes by import alone, and an edition's id is its database's own.
      const without = ['version', 'source', 'given_at', 'edition_id', 'objective_keys', ...(isLeaf ? [id] : [])];
      const { rows } = await client.query<{ row: string }>(`select (to_jsonb(t) - $1::text[])::text as row from ${name} t order by 1`, [without]);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await client.end();
  }
}

describe('the small demo, through the platform’s own imports', () => {
  let imported: TestDatabase;
  let copied: TestDatabase;
  let folder = '';
  beforeAll(async () => {
    [imported, copied] = [await createTestDatabase(), await createTestDatabase()];
    folder = mkdtempSync(join(tmpdir(), 'demo-import-'));
    await seed(copied);
  }, BUSY_MS);
  afterAll(async () => {
    await Promise.all([imported.drop(), copied.drop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('begins again where it was cut short', async () => {
    let runs = 0;
    await expect(
      seed(imported, (request) => {
        runs += 1;
        return request.kind === 'population' ? Promise.reject(new Error('pulled the plug')) : importInto(imported)(request);
      }),
    ).rejects.toThrow('pulled the plug');
    expect(runs).toBe(3);
    await seed(imported, importInto(imported));
    const again = await seedDemo({ databaseUrl: imported.url, size: 'small', now, log: () => {}, importFile: () => Promise.reject(new Error('nothing is imported again')) });
    expect(again).toMatchObject({ providers: 2, schools: 4, learners: 810 });
  }, BUSY_MS);

  it('is the city that copying makes, with the same ids', async () => {
    const [through, direct] = [await contentOf(imported), await contentOf(copied)];
    expect(Object.keys(direct).filter((table) => (direct[table] ?? []).length > 0).length).toBeGreaterThan(25);
    for (const [table, rows] of Object.entries(direct)) expect({ table, rows: through[table] }).toEqual({ table, rows });
  });

  it('came from the files: its people, places and guardians carry the imports as their source', async () => {
    const client = new pg.Client({ connectionString: imported.url });
    await client.connect();
    const { rows } = await client.query<{ people: string[]; guardianships: string[]; schools: string[] }>(`select (select array_agg(distinct source order by source) from core_data.person) as people,
      (select array_agg(distinct source order by source) from core_data.guardianship where has_custody) as guardianships, (select array_agg(distinct source) from core_data.school) as schools`);
    const { rows: runs } = await client.query(`select kind, state, count(*)::int as n from exchange.import_run where not is_dry_run and kind in ('organisations', 'people', 'population') group by 1, 2 order by 1, 2`);
    await client.end();
    expect(rows[0]).toEqual({ people: ['oneroster'], guardianships: ['oneroster', 'population-register'], schools: ['organisation-service'] });
    expect(runs).toEqual([
      { kind: 'organisations', state: 'succeeded', n: 3 },
      { kind: 'people', state: 'succeeded', n: 3 },
      { kind: 'population', state: 'succeeded', n: 2 },
    ]);
    expect((await checkAudit({ databaseUrl: imported.url, auditKey })).faults).toEqual([]);
  });

  it('stays as it is when the same files are imported again', async () => {
    const before = await contentOf(imported);
    const kinds = ['organisations', 'people', 'population'] as const;
    for (const files of await writeImportFiles('small', '2026-11-24', folder)) {
      for (const kind of kinds) {
        const path = kind === 'people' ? files.roster : files[kind];
        const { isAccepted, counts } = await runImport({ databaseUrl: imported.url, auditKey, kind, path, providerKey: files.providerKey, dryRun: false, now });
        expect({ kind, isAccepted, ...counts }).toMatchObject({ kind, isAccepted: true, created: 0, changed: 0, ended: 0, refused: 0, ignored: 0 });
      }
    }
    expect(await contentOf(imported)).toEqual(before);
  }, BUSY_MS);
});
