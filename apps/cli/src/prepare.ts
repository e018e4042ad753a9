import { OperatorError, type Config } from '@digione/platform/config';
import { migrate, MigrationError } from '@digione/platform/db';
import pg from 'pg';
import { clockOf } from './clock.ts';
import { say } from './database.ts';

/** Several servers may start on one empty database: one fills it, the others wait. */
const PREPARE_LOCK = 7_364_004;

/** Brings the database to the newest schema and, in a demo, makes sure that its city is there. */
export async function prepareDatabase(config: Config, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'digione prepare' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PREPARE_LOCK]);
    await migrateAloud(databaseUrl);
    if (config.demo !== 'none') await seed(config, databaseUrl);
  } finally {
    await client.end();
  }
}

async function migrateAloud(url: string): Promise<void> {
  let applied = 0;
  try {
    await migrate({
      url,
      log: () => {
        if (applied++ === 0) say('database: bringing it to the newest schema');
      },
    });
  } catch (error) {
    if (error instanceof MigrationError) throw new OperatorError(`The database could not be brought to the newest schema: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Loads the demo city when the database has none yet. */
async function seed(config: Config, databaseUrl: string): Promise<void> {
  if (config.demo === 'none') return;
  const { seedDemo } = await import('@digione/demo');
  const { runImport } = await import('@digione/exchange/server');
  const { auditKey } = config.secrets;
  await seedDemo({
    databaseUrl,
    size: config.demo,
    now: clockOf(config).iso(),
    log: say,
    importFile: (request) => runImport({ ...request, databaseUrl, auditKey, dryRun: false }),
  });
}
