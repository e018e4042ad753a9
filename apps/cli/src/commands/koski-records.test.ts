import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDifferences } from '@digione/koski';
import { documentOf, graduated } from '@digione/koski/testing';
import { readConfig } from '@digione/platform/config';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readTyped } from '../command.ts';
import { koski } from './koski.ts';
import { standIn } from './stand-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione koski records-'));
const PERSON = { hetu: '220109-784L', etunimet: 'Kaisa', kutsumanimi: 'Kaisa', sukunimi: 'Koululainen' };
const document = { ...(documentOf(graduated()) as object), henkilö: PERSON };
const file = join(folder, 'oppija.json');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values (gen_random_uuid(), 'koivula', '{}', 'test')`);
  await client.end();
  writeFileSync(file, JSON.stringify(document));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    error += String(text);
  });
  try {
    const code = await koski.run(readTyped(koski, args), () => readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, DIGIONE_DATA_DIR: folder }));
    return { code, out, error };
  } finally {
    vi.restoreAllMocks();
  }
}

describe('digione koski import and export', { timeout: 60_000 }, () => {
  test('a dry run changes nothing; the import says what came in; again nothing changes; written out it says the same', async () => {
    const shown = await run('import', file, '--dry-run', '--json');
    expect(JSON.parse(shown.out)).toMatchObject([{ isNewLearner: true, studyRights: [{ outcome: 'created' }], differences: [] }]);
    expect(await run('import', file)).toMatchObject({ code: 0, out: expect.stringMatching(/\(new\)[\s\S]*created[\s\S]*says the same/) });
    expect(JSON.parse((await run('import', file, '--json')).out)).toMatchObject([{ isNewLearner: false, studyRights: [{ outcome: 'unchanged' }] }]);

    const out = join(folder, 'out.json');
    expect(await run('export', '--learner', PERSON.hetu, '--as-received', '--out', out)).toEqual({ code: 0, out: '', error: '' });
    expect(listDifferences(document, JSON.parse(readFileSync(out, 'utf8')))).toEqual([]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const sent = await run('export', '--learner', PERSON.hetu);
    expect(sent).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(sent.out)).toMatchObject({ henkilö: PERSON, opiskeluoikeudet: [{ lähdejärjestelmänId: { lähdejärjestelmä: { koodiarvo: 'DigiOne' } } }] });
  });

  test('what cannot be done is one sentence', async () => {
    await expect(run('export', '--learner', 'nobody')).rejects.toThrow('No learner is known by that id');
    await expect(run('export')).rejects.toThrow('--learner ID is needed');
    await expect(run('export', '--learner', 'x', '--provider', 'nowhere')).rejects.toThrow('There is no education provider "nowhere".');
    writeFileSync(join(folder, 'other.json'), '{"a": 1}');
    await expect(run('import', join(folder, 'other.json'))).rejects.toThrow('This is no KOSKI document');
  });
});

test.each([[['dance']], [['koski', '--fail', 'sometimes']], [['koski', '--port', 'x']]])('digione stand-in %j is answered with the usage', async (args) => {
  await expect(Promise.resolve().then(() => standIn.run(readTyped(standIn, args), () => Promise.reject(new Error('no')) as never))).rejects.toThrow(/Which register|--fail is one of|--port is a number/);
});
