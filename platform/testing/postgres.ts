import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { execute, startTestServer, withDatabase, type TestServer } from './postgres-server.ts';

/** A migrated, otherwise empty database of one's own. */
export interface TestDatabase {
  /** Connection address, as the owner of the database. */
  readonly url: string;
  /** Closes every connection to it and removes it. */
  readonly drop: () => Promise<void>;
}

/** Where the run's global set-up tells its workers which server to use. */
export const SERVER_VARIABLE = 'DIGIONE_TEST_SERVER';

type Address = Pick<TestServer, 'adminUrl' | 'template'>;

let own: { server: Promise<TestServer>; databases: number } | undefined;

/** The run's server; a program that is no test run (a generator, a benchmark) starts one for as long as it has databases. */
async function joinServer(): Promise<{ address: Address; leave: () => Promise<void> }> {
  const told = process.env[SERVER_VARIABLE];
  if (told !== undefined) return { address: JSON.parse(told) as Address, leave: () => Promise.resolve() };
  const joined = (own ??= { server: startTestServer(), databases: 0 });
  joined.databases += 1;
  const server = await joined.server;
  const leave = async (): Promise<void> => {
    joined.databases -= 1;
    if (joined.databases > 0) return;
    if (own === joined) own = undefined;
    await server.stop();
  };
  return { address: server, leave };
}

/**
 * Clones the migrated template (about 50 ms): one database per test file, made in `beforeAll` and dropped in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return clone(({ template }) => Promise.resolve(template));
}

/**
 * Clones a database that the first in the run to ask for it has filled; everybody after that waits for a clone alone.
 *
 * @param key names the content, in small letters, digits and underscores
 * @param fill fills a migrated database and closes its connections
 */
export async function createFilledDatabase(key: string, fill: (databaseUrl: string) => Promise<void>): Promise<TestDatabase> {
  return clone(async ({ adminUrl, template }) => {
    const filled = `${template}_${key}`;
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      // Several files of one run may ask at once, in threads and processes of their own.
      await admin.query('SELECT pg_advisory_lock(hashtext($1))', [filled]);
      const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND NOT datallowconn', [filled]);
      if (rowCount === 0) {
        await admin.query(`DROP DATABASE IF EXISTS ${filled} WITH (FORCE)`);
        await admin.query(`CREATE DATABASE ${filled} TEMPLATE ${template} STRATEGY FILE_COPY`);
        await fill(withDatabase(adminUrl, filled));
        await admin.query(`ALTER DATABASE ${filled} WITH ALLOW_CONNECTIONS false`);
      }
    } finally {
      await admin.end();
    }
    return filled;
  });
}

async function clone(findTemplate: (address: Address) => Promise<string>): Promise<TestDatabase> {
  const { address, leave } = await joinServer();
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await execute(address.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${await findTemplate(address)} STRATEGY FILE_COPY`);
  const drop = async (): Promise<void> => {
    await execute(address.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await leave();
  };
  return { url: withDatabase(address.adminUrl, name), drop };
}
