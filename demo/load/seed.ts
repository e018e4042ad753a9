import pg from 'pg';
import { linkObjectives } from '../assessment/link-objectives.ts';
import { schoolYearAround } from '../calendar/school-year.ts';
import type { Counts, Moment } from '../city/context.ts';
import { generateCity } from '../city/generate-city.ts';
import { momentAt } from '../city/moment.ts';
import { citiesOf, type DemoSize } from '../city/sizes.ts';
import type { CitySpec } from '../city/spec.ts';
import { bringCurriculum } from './bring-curriculum.ts';
import { idsWithin } from '../rows/ids.ts';
import { loadByImport, type ImportFile } from './by-import.ts';
import { catchUp, findLife, type Life } from './catch-up.ts';
import { copyBatch, isBoundByRowSecurity, isSuperuser } from './copy.ts';

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly size: DemoSize;
  /** The instant the demo lives around, ISO 8601. */
  readonly now: string;
  readonly log: (line: string) => void;
  /**
   * The platform's own imports: the core data of the small demo comes in through them, and every city's curriculum. Left out, everything is copied
   * and there is no curriculum; so is always the core data of the large demos, which are there for their load.
   */
  readonly importFile?: ImportFile;
}

export interface SeedReport {
  readonly providers: number;
  readonly schools: number;
  readonly learners: number;
  readonly guardians: number;
  readonly staff: number;
  readonly seconds: number;
}

/** Any number, the same in every process: who seeds holds it. */
const SEED_LOCK = 20_260_801;

/**
 * Loads the demo cities of a size. What is there already stays as it is, so that a load cut short goes on with the city it had reached.
 * @throws Error when a row does not fit the schema; the city it belongs to is then not there at all
 */
export async function seedDemo({ databaseUrl, size, now, log, importFile }: SeedOptions): Promise<SeedReport> {
  const started = performance.now();
  const client = await connect(databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [SEED_LOCK]);
    const missing: CitySpec[] = [];
    const moment = momentAt(now);
    for (const spec of citiesOf(size)) {
      const life = await findLife(client, spec);
      if (!life || life.livedUntil === '') missing.push(spec);
      else await liveOn(client, spec, moment, life, size, log);
    }
    if (size === 'small' && importFile) for (const spec of missing) await loadByImport({ client, spec, now, size, importFile, log });
    else await loadCities(databaseUrl, client, missing, moment, size, log);
    if (importFile) {
      for (const spec of citiesOf(size)) {
        if (await bringCurriculum(client, spec.key, now, importFile)) log(`${spec.name.fi}: curriculum in force.`);
        await linkObjectives(client, idsWithin(spec.key)('provider'));
      }
    }
    if (missing.length > 0) await client.query('analyze');
    const counts = await countDemo(client);
    return { ...counts, seconds: Math.round((performance.now() - started) / 100) / 10 };
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'digione demo' });
  await client.connect();
  return client;
}

/** People known to two cities have their account in an earlier one: those cities come first, one by one, the others two at a time. */
async function loadCities(databaseUrl: string, client: pg.Client, missing: readonly CitySpec[], moment: Moment, size: DemoSize, log: (line: string) => void): Promise<void> {
  const entwined = missing.filter((spec) => spec.castOn(moment.today).families.length > 0);
  for (const spec of entwined) await loadCity(client, spec, moment, size, log, spec === missing[0]);
  const others = missing.filter((spec) => !entwined.includes(spec)).sort((a, b) => b.areas.length - a.areas.length);
  if (others.length === 0) return;
  const second = await connect(databaseUrl);
  try {
    const work = async (connection: pg.Client): Promise<void> => {
      for (let spec = others.shift(); spec; spec = others.shift()) await loadCity(connection, spec, moment, size, log, false);
    };
    const outcomes = await Promise.allSettled([work(client), work(second)]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    await second.end();
  }
}

/** What has been there since an earlier day lives on to today; what is up to date stays as it is. */
async function liveOn(client: pg.ClientBase, spec: CitySpec, moment: Moment, life: Life, size: DemoSize, log: (line: string) => void): Promise<void> {
  if (life.size !== size) log(`${spec.name.fi}: already there, in the size "${life.size}".`);
  else if (life.livedUntil >= moment.today) log(`${spec.name.fi}: already there.`);
  else if (life.schoolYear !== schoolYearAround(moment.today).name) log(`${spec.name.fi}: already there, in the school year ${life.schoolYear}. For a new one begin with an empty database.`);
  else log(`${spec.name.fi}: lived on from ${life.livedUntil}, ${await catchUp(client, spec, moment, life.livedUntil)} registers.`);
}

async function loadCity(client: pg.ClientBase, spec: CitySpec, moment: Moment, size: DemoSize, log: (line: string) => void, isFirst: boolean): Promise<Counts> {
  const started = performance.now();
  const isBound = await isBoundByRowSecurity(client);
  await client.query('begin');
  try {
    // The keys of grown cities are checked in the tests, row by row: here it would cost a third of the time. Only a superuser may.
    if (!spec.hasAllPeriods && (await isSuperuser(client))) await client.query('set local session_replication_role = replica');
    const batches = generateCity(spec, moment, { demo: { size, livedUntil: moment.today } });
    let rows = 0;
    for (let batch = 0; ; batch++) {
      const next = batches.next();
      if (next.done === true) {
        await client.query('commit');
        const { schools, learners, guardians, staff } = next.value;
        log(`${spec.name.fi}: ${schools} schools, ${learners} learners, ${guardians} guardians, ${staff} staff; ${rows} rows in ${seconds(started)} s`);
        return next.value;
      }
      rows += await copyBatch(client, next.value, isBound);
      // The checks of foreign keys are planned once, while the tables are still empty: without a fresh plan each of them
      // would scan. Only for the first city: the lock of `analyze` lasts as long as the transaction.
      if (isFirst && (batch === 1 || batch === 5)) await client.query(`analyze ${[...next.value.rows.keys()].join(', ')}`);
      if (spec.areas.length > 4) log(`  ${spec.name.fi}, ${next.value.label}: ${rows} rows, ${seconds(started)} s`);
    }
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const seconds = (started: number): string => ((performance.now() - started) / 1000).toFixed(1);

async function countDemo(client: pg.ClientBase): Promise<Omit<SeedReport, 'seconds'>> {
  const { rows } = await client.query<Record<'providers' | 'schools' | 'learners' | 'guardians' | 'staff', number>>(`
    with demo as (select education_provider_id from core_data.education_provider where is_demo)
    select (select count(*)::int from demo) as providers,
      (select count(*)::int from core_data.school join demo using (education_provider_id)) as schools,
      (select count(distinct learner_id)::int from core_data.study_right join demo using (education_provider_id)) as learners,
      (select count(distinct guardian_id)::int from core_data.guardianship join demo using (education_provider_id)) as guardians,
      (select count(distinct person_id)::int from core_data.staff_position join demo using (education_provider_id)) as staff`);
  const [counts] = rows;
  if (!counts) throw new Error('The database did not count');
  return counts;
}
