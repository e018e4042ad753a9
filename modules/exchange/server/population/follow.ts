import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { asSystem, type Database } from '@digione/platform/db';
import { executeRun } from '../pipeline/execute-run.ts';
import { claimRun, insertRun } from '../pipeline/runs.queries.ts';
import { RegisterFailure } from '../registers/ask.ts';
import { findPosition, listFollowedCodes, saveFailure, saveSuccess } from '../registers/feeds.queries.ts';
import { PEOPLE_PER_QUESTION, type PopulationChanges, type PopulationClient } from './client.ts';
import { populationImporter } from './import-population.ts';

interface Provider {
  readonly educationProviderId: string;
  readonly key: string;
}
type Change = PopulationChanges['muutokset'][number];

/** What a look into the feed brought. */
export interface Followed {
  readonly changes: number;
  /** Messages that could not be taken; each is a refused run in the list of imports. */
  readonly refused: number;
}

/**
 * Follows the population register's feed of changes for one provider: asks on from where it was, and imports what it is told. The position moves only
 * when all of it has been taken or refused, so a killed process asks for the same again, which changes nothing twice. A failure of the register is kept
 * and the next look tries again.
 */
export async function followPopulation(database: Database, client: PopulationClient, provider: Provider): Promise<Followed | undefined> {
  const scope = { educationProviderId: provider.educationProviderId, source: populationImporter.source };
  const start = await asSystem('where the feed was followed to', database, scope, async (tx) => ({ position: await findPosition(tx, 'population'), codes: await listFollowedCodes(tx) }));
  try {
    if (start.position === null) {
      const key = await client.getKey(database.clock.today());
      await asSystem('begin to follow the feed', database, scope, (tx) => saveSuccess(tx, 'population', String(key)));
      return { changes: 0, refused: 0 };
    }
    const { changes, position } = await askOn(client, Number(start.position), start.codes);
    const refused = changes.length === 0 ? 0 : await take(database, provider, changes);
    await asSystem('the feed has been followed', database, scope, (tx) => saveSuccess(tx, 'population', String(position)));
    return { changes: changes.length, refused };
  } catch (error) {
    if (!(error instanceof RegisterFailure)) throw error;
    await asSystem('the register did not answer', database, scope, (tx) => saveFailure(tx, 'population', error.message));
    return undefined;
  }
}

/** Everything told since; people are asked about a hundred at a time, and the earliest of where they stand is where to go on from. */
async function askOn(client: PopulationClient, since: number, codes: readonly string[]): Promise<{ changes: Change[]; position: number }> {
  const changes: Change[] = [];
  let position = codes.length === 0 ? since : Number.POSITIVE_INFINITY;
  for (let at = 0; at < codes.length; at += PEOPLE_PER_QUESTION) {
    let key = since;
    for (let isUpToDate = false; !isUpToDate; ) {
      const told = await client.listChanges(key, codes.slice(at, at + PEOPLE_PER_QUESTION));
      changes.push(...told.muutokset);
      isUpToDate = told.ajanTasalla || told.viimeisinKirjausavain === key;
      key = told.viimeisinKirjausavain;
    }
    position = Math.min(position, key);
  }
  return { changes, position };
}

/** All at once; when one message is not to be taken, each by itself, so that one does not keep the others out. @returns how many were refused */
async function take(database: Database, provider: Provider, changes: readonly Change[]): Promise<number> {
  if (await importChanges(database, provider, changes)) return 0;
  if (changes.length === 1) return 1;
  let refused = 0;
  for (const change of changes) if (!(await importChanges(database, provider, [change]))) refused += 1;
  return refused;
}

async function importChanges(database: Database, provider: Provider, changes: readonly Change[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'digione-register-'));
  try {
    const path = join(folder, 'muutokset.json');
    writeFileSync(path, JSON.stringify({ muutokset: changes }), { mode: 0o600 });
    const importRunId = uuidv7();
    const run = { importRunId, kind: 'population' as const, fileName: 'muutokset.json', isDryRun: false };
    const scope = { educationProviderId: provider.educationProviderId, source: populationImporter.source };
    await asSystem('changes of the register', database, scope, (tx) => insertRun(tx, importRunId, { ...run, fileKey: null, fileBytes: null, personId: undefined, basedOn: null }));
    await asSystem('changes of the register', database, scope, (tx) => claimRun(tx, importRunId));
    const { state } = await executeRun(database, { ...run, importer: populationImporter, path, provider, wantedProviderKey: undefined, personId: undefined, actor: null, expectedDigest: null, onProgress: undefined });
    return state === 'succeeded';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
