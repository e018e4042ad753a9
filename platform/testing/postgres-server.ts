import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, stopAbandoned } from '../db/embedded/index.ts';
import { migrate } from '../db/migrate.ts';

/** A PostgreSQL on which tests may make databases, with one migrated database to clone. */
export interface TestServer {
  /** Address of a database from which others are made and dropped. */
  readonly adminUrl: string;
  /** Name of the migrated database. */
  readonly template: string;
  readonly stop: () => Promise<void>;
}

const PREFIX = 'digione-test-';
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2_000_000_000;

/**
 * Memory where there is enough of it: ext4 takes half a second to make a database's files soon after it has deleted
 * another's, memory takes 50 ms.
 */
function chooseScratch(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
}

/** Runs statements one after another on one connection. */
export async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/**
 * Starts a PostgreSQL for one test run and migrates its template; with TEST_DATABASE_URL uses that server instead
 * (its role must be allowed to make databases and roles).
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined || given === '' ? await startOwn() : { adminUrl: given, stop: () => Promise.resolve() };
  const template = `template_${process.pid}_${Math.trunc(performance.timeOrigin)}`;
  try {
    await execute(server.adminUrl, `CREATE DATABASE ${template}`);
    await migrate({ url: withDatabase(server.adminUrl, template) });
    await execute(server.adminUrl, `ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    if (given !== undefined && given !== '') {
      await execute(server.adminUrl, `ALTER DATABASE ${template} WITH IS_TEMPLATE false`);
      await dropAllNamed(server.adminUrl, template);
    }
    await server.stop();
  };
  return { adminUrl: server.adminUrl, template, stop };
}

/** The template and those filled from it. */
async function dropAllNamed(adminUrl: string, beginning: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [beginning]);
    for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

async function startOwn(): Promise<Pick<TestServer, 'adminUrl' | 'stop'>> {
  const scratch = chooseScratch();
  await removeAbandoned(scratch);
  const folder = mkdtempSync(join(scratch, `${PREFIX}${process.pid}-`));
  // Root's PostgreSQL runs as "nobody", who must get through to its own folder inside.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, fast: true, log: () => undefined });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { adminUrl: withDatabase(server.url, 'postgres'), stop };
}

/** Clears away the servers of test runs that were killed. */
async function removeAbandoned(scratch: string): Promise<void> {
  for (const name of readdirSync(scratch).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(scratch, name);
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    try {
      if (statSync(folder).uid !== process.getuid?.()) continue;
      if (await stopAbandoned(folder, pid)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another test run is clearing it away at this moment.
    }
  }
}
