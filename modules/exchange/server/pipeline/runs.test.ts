import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem, Database } from '@digione/platform/db';
import { stoppedClock } from '@digione/platform/time';
import { createImportWorld, REFERENCE, skipsReference, type ImportWorld } from '../testing/import-world.ts';
import { failAbandonedRuns, holdRun } from './runs.queries.ts';

let world: ImportWorld;
let database: Database;
let provider: string;
beforeAll(async () => {
  world = await createImportWorld();
  provider = await world.provider('kunta');
  database = new Database({ url: world.databaseUrl, clock: stoppedClock('2026-11-24T07:20:00.000Z'), auditKey: Buffer.alloc(32, 7), maxConnections: 3 });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

async function running(startedAt: string): Promise<string> {
  const id = uuidv7();
  await world.pool.query(
    `insert into exchange.import_run (education_provider_id, import_run_id, kind, file_name, is_dry_run, state, created_at, started_at) values ($1, $2, 'people', 'x.zip', false, 'running', $3, $3)`,
    [provider, id, startedAt],
  );
  return id;
}
const inScope = <T>(work: Parameters<typeof asSystem<T>>[3]) => asSystem('a test', database, { educationProviderId: provider, source: 'import' }, work);
const stateOf = async (id: string) => (await world.rows('select state, reason from exchange.import_run where import_run_id = $1', [id]))[0];

describe('an import whose process was killed', () => {
  test('is told as failed, and can be repeated; one that is being worked on is left alone', async () => {
    const [killed, busy, young] = [await running('2026-11-24T07:00:00Z'), await running('2026-11-24T07:00:00Z'), await running('2026-11-24T07:19:58Z')];
    await inScope(async (tx) => {
      expect(await holdRun(tx, busy)).toBe(true);
      expect(await inScope(failAbandonedRuns)).toBe(1);
    });
    expect(await stateOf(killed)).toEqual({ state: 'failed', reason: 'interrupted' });
    expect(await stateOf(busy)).toEqual({ state: 'running', reason: null });
    expect(await stateOf(young)).toEqual({ state: 'running', reason: null });
    expect(await inScope(failAbandonedRuns)).toBe(1);
    expect(await stateOf(busy)).toMatchObject({ state: 'failed' });
  });

  test('leaves nothing half-written: a fault in the last step takes everything back', async () => {
    // The audit cannot be written: the import must not stand without it.
    await world.pool.query(`create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no log'; end $$; create trigger refuse before insert on audit.entry for each row execute function public.refuse()`);
    const roster = world.folder({ 'users.csv': 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,familyName\nu1,,,true,s1,student,Aino,Korhonen\n', 'orgs.csv': 'sourcedId,status,dateLastModified,name,type\ns1,,,Rantakoulu,school\n' });
    await expect(world.import({ kind: 'people', path: roster, providerKey: 'kunta' })).rejects.toThrow(/audit record/);
    expect(await world.rows('select from core_data.person')).toEqual([]);
    expect(await world.rows('select from core_data.external_key')).toEqual([]);
    await world.pool.query('drop trigger refuse on audit.entry');
    expect(await world.import({ kind: 'people', path: roster, providerKey: 'kunta' })).toMatchObject({ isAccepted: true });
  });
});

describe.skipIf(skipsReference)('what a dry run showed is what applying would do', () => {
  const digestOf = async ({ importRunId }: { importRunId: string }) => (await world.rows<{ plan_digest: string }>('select plan_digest from exchange.import_run where import_run_id = $1', [importRunId]))[0]?.plan_digest;
  test.each([
    ['organisations', 'organisaatio/descendants.json'],
    ['codes', 'koodisto/kunta.json'],
    ['people', 'oneroster/csv/microsoft-sds/SDS v2.1'],
    ['people', 'oneroster/csv/moodle/v1p2_full_dataset.zip'],
    ['population', 'population/muutostietoHuoltajanPoisto.json'],
  ] as const)('%s %s: by the same digest, although the ids of a dry run are thrown away', async (kind, file) => {
    const child = uuidv7();
    await world.pool.query(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, born_on, source) values ($1, $2, 'A', 'A', 'B', '2018-12-31', 'manual')`, [provider, child]);
    const options = { kind, path: join(REFERENCE, file), ...(kind === 'codes' || kind === 'organisations' ? {} : { providerKey: 'kunta' }), personId: child };
    const dry = await world.import({ ...options, dryRun: true });
    const real = await world.import(options);
    expect([dry.isAccepted, real.isAccepted, real.counts]).toEqual([true, true, dry.counts]);
    expect(await digestOf(dry)).toMatch(/\d/);
    expect(await digestOf(real)).toBe(await digestOf(dry));
    // Once it stands, the outcome shown before no longer holds.
    expect(await digestOf(await world.import({ ...options, dryRun: true }))).not.toBe(await digestOf(dry));
  });
});
