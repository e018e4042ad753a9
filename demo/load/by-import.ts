import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Counts } from '../city/context.ts';
import { generateCity } from '../city/generate-city.ts';
import { momentAt } from '../city/moment.ts';
import type { CitySpec } from '../city/spec.ts';
import { indexCity, textOf } from '../import-files/city-index.ts';
import { writeCityFiles } from '../import-files/write-import-files.ts';
import type { Batch } from '../rows/batch.ts';
import { tableNames, type AnyRow, type TableName } from '../rows/tables.ts';
import { bringCurriculum } from './bring-curriculum.ts';
import { completeCity } from './complete-city.ts';

/** The id that a thing new to the platform is to have: the rest of the city names it by that. */
export interface GivenId {
  readonly kind: string;
  readonly externalId: string;
  readonly id: string;
}

export interface ImportRequest {
  readonly kind: 'organisations' | 'people' | 'population' | 'curriculum';
  readonly path: string;
  readonly providerKey: string;
  readonly now: string;
  readonly givenIds: readonly GivenId[];
}

/** Hands a file to the platform's import pipeline, which stands above the demo and is therefore given to it. */
export type ImportFile = (request: ImportRequest) => Promise<{ readonly isAccepted: boolean; readonly reason: string | null }>;

export interface CityToLoad {
  readonly client: pg.ClientBase;
  readonly spec: CitySpec;
  readonly now: string;
  readonly size: string;
  readonly importFile: ImportFile;
  readonly log: (line: string) => void;
}

type Rows = ReadonlyMap<TableName, readonly AnyRow[]>;

/** What the files name by our own ids; organisations they name by OID. */
const NAMED_BY_ID = ['school_year', 'teaching_period', 'subject', 'homeroom', 'teaching_group', 'person', 'homeroom_member', 'homeroom_teacher', 'teaching_group_member', 'teaching_group_teacher'] as const;
const NAMED_BY_OID = ['organisation', 'school', 'school_site'] as const;

/**
 * Loads a city the way a real one begins: its core data comes in as files through the platform's imports, in runs that the main
 * user finds in the list of imports; then whatever no file tells, and the days it has lived. A load cut short is begun again: imports
 * change nothing the second time, and the rest is one transaction.
 */
export async function loadByImport({ client, spec, now, size, importFile, log }: CityToLoad): Promise<Counts> {
  const started = performance.now();
  const moment = momentAt(now);
  const { batches, counts } = takeAll(generateCity(spec, moment, { demo: { size, livedUntil: moment.today } }));
  const rows = joinBatches(batches);
  await makeProvider(client, rows);
  const givenIds = listGivenIds(rows);
  const folder = await mkdtemp(join(tmpdir(), 'digione-demo-'));
  try {
    const files = await writeCityFiles(indexCity(spec, moment.today, batches), moment.today, folder);
    for (const [kind, path] of [['organisations', files.organisations], ['people', files.roster], ['population', files.population]] as const) {
      const { isAccepted, reason } = await importFile({ kind, path, providerKey: spec.key, now, givenIds });
      if (!isAccepted) throw new Error(`The import of ${spec.name.fi}'s ${kind} was refused: ${reason ?? 'see the list of imports'}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await completeCity(client, rows);
  await bringCurriculum(client, spec.key, now, importFile);
  const { schools, learners, guardians, staff } = counts;
  log(`${spec.name.fi}: ${schools} schools, ${learners} learners, ${guardians} guardians, ${staff} staff, through the platform's imports; ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return counts;
}

function takeAll(generated: Generator<Batch, Counts>): { batches: Batch[]; counts: Counts } {
  const batches: Batch[] = [];
  for (;;) {
    const next = generated.next();
    if (next.done === true) return { batches, counts: next.value };
    batches.push(next.value);
  }
}

/** All rows of each table, parents first. */
function joinBatches(batches: readonly Batch[]): Rows {
  const joined = new Map<TableName, AnyRow[]>();
  for (const table of tableNames) {
    const rows = batches.flatMap((batch) => batch.rows.get(table) ?? []);
    if (rows.length > 0) joined.set(table, rows);
  }
  return joined;
}

/** The operator's part: an empty provider to import into. Not yet lived in: so the next start knows a load that was cut short. */
async function makeProvider(client: pg.ClientBase, rows: Rows): Promise<void> {
  for (const row of rows.get('core_data.education_provider') ?? []) {
    await client.query(
      `insert into core_data.education_provider (education_provider_id, key, oid, name, is_demo, source) values ($1, $2, $3, $4, true, 'demo') on conflict do nothing`,
      [row.education_provider_id, row.key, row.oid, JSON.stringify(row.name)],
    );
  }
}

function listGivenIds(rows: Rows): GivenId[] {
  const given: GivenId[] = [];
  const add = (kind: (typeof NAMED_BY_ID)[number] | (typeof NAMED_BY_OID)[number], nameColumn: string): void => {
    for (const row of rows.get(`core_data.${kind}`) ?? []) given.push({ kind, externalId: textOf(row, nameColumn), id: textOf(row, `${kind}_id`) });
  };
  for (const kind of NAMED_BY_ID) add(kind, `${kind}_id`);
  for (const kind of NAMED_BY_OID) add(kind, 'oid');
  return given;
}
