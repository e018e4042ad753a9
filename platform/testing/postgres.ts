import { randomBytes } from 'node:crypto';
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
  const { address, leave } = await joinServer();
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await execute(address.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${address.template} STRATEGY FILE_COPY`);
  const drop = async (): Promise<void> => {
    await execute(address.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await leave();
  };
  return { url: withDatabase(address.adminUrl, name), drop };
}
