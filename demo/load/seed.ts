import pg from 'pg';
import { fromHelsinki, toHelsinki } from '@digione/local-date';
import { schoolYearAround } from '../calendar/school-year.ts';
import type { Counts, Moment } from '../city/context.ts';
import { generateCity } from '../city/generate-city.ts';
import { citiesOf, type DemoSize } from '../city/sizes.ts';
import type { CitySpec } from '../city/spec.ts';
import { idsWithin } from '../rows/ids.ts';
import { copyBatch, isBoundByRowSecurity } from './copy.ts';

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly size: DemoSize;
  /** The instant the demo lives around, ISO 8601. */
  readonly now: string;
  readonly log: (line: string) => void;
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

export function momentAt(now: string): Moment {
  const { date, time } = toHelsinki(now);
  return { today: date, time, yearStart: fromHelsinki(schoolYearAround(date).valid.from, '00:00') };
}

/**
 * Loads the demo cities of a size, each in one transaction. What is there already stays as it is, so that
 * a load cut short goes on with the city it had reached.
 * @throws Error when a row does not fit the schema; the city it belongs to is then not there at all
 */
export async function seedDemo({ databaseUrl, size, now, log }: SeedOptions): Promise<SeedReport> {
  const started = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'digione demo' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SEED_LOCK]);
    const moment = momentAt(now);
    let hasLoaded = false;
    for (const spec of citiesOf(size)) {
      if (await hasCity(client, spec)) {
        log(`${spec.name.fi}: already there.`);
        continue;
      }
      await loadCity(client, spec, moment, size, log);
      hasLoaded = true;
    }
    if (hasLoaded) await analyze(client);
    const counts = await countDemo(client);
    return { ...counts, seconds: Math.round((performance.now() - started) / 100) / 10 };
  } finally {
    await client.end();
  }
}

async function hasCity(client: pg.ClientBase, spec: CitySpec): Promise<boolean> {
  const { rowCount } = await client.query('select from core_data.education_provider where education_provider_id = $1', [idsWithin(spec.key)('provider')]);
  return rowCount === 1;
}

async function loadCity(client: pg.ClientBase, spec: CitySpec, moment: Moment, size: DemoSize, log: (line: string) => void): Promise<Counts> {
  const started = performance.now();
  const isBound = await isBoundByRowSecurity(client);
  await client.query('begin');
  try {
    await client.query('set local synchronous_commit = off');
    const batches = generateCity(spec, moment, { demo: { size, seededOn: moment.today } });
    let rows = 0;
    for (;;) {
      const next = batches.next();
      if (next.done === true) {
        await client.query('commit');
        const { schools, learners, guardians, staff } = next.value;
        log(`${spec.name.fi}: ${schools} schools, ${learners} learners, ${guardians} guardians, ${staff} staff; ${rows} rows in ${seconds(started)} s`);
        return next.value;
      }
      rows += await copyBatch(client, next.value, isBound);
      if (spec.areas.length > 4) log(`  ${next.value.label}: ${rows} rows, ${seconds(started)} s`);
    }
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const seconds = (started: number): string => ((performance.now() - started) / 1000).toFixed(1);

/** Fresh statistics: without them the first queries after a load are planned blindly. */
async function analyze(client: pg.ClientBase): Promise<void> {
  await client.query('analyze');
}

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
