import { connect } from 'node:net';
import { codeOf, messageOf, OperatorError, type Config } from '@digione/platform/config';
import { migrate } from '@digione/platform/db';
import { startEmbeddedPostgres } from '@digione/platform/db/embedded';
import pg from 'pg';

const OLDEST = 17;
const PATIENCE_MS = 8000;

export interface OpenDatabase {
  readonly url: string;
  /** True when another program uses this very database: probably a running server. */
  readonly isShared: boolean;
  readonly close: () => Promise<void>;
}

/** One line about what takes time; on standard error, so that data on standard output stays clean. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * The configured PostgreSQL, or the embedded one: joined when a server already runs it, else started for as long as needed.
 * @throws OperatorError with one sentence about what is wrong with it.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) {
    const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
    return { url: server.url, isShared: !server.owned, close: server.stop };
  }
  await checkDatabase(config.databaseUrl);
  return { url: config.databaseUrl, isShared: true, close: () => Promise.resolve() };
}

/** Opens the database for one piece of work, and leaves it whatever comes. */
export async function withAnyDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await work(database.url);
  } finally {
    await database.close();
  }
}

/** The same, for work that needs the schema to be there. */
export function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  return withAnyDatabase(config, async (url) => {
    // Nobody tends the embedded database; one's own is brought up when its operator says so.
    if (config.databaseUrl === undefined) await migrate({ url });
    else await refuseEmptyDatabase(url);
    return work(url);
  });
}

async function refuseEmptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ applied: string | null }>("SELECT to_regclass('migration.applied')::text AS applied");
    if ((rows[0]?.applied ?? null) === null) throw new OperatorError('The database of DATABASE_URL is empty: run "digione migrate" first.');
  } finally {
    await client.end();
  }
}

/** Asks a PostgreSQL of one's own whether DigiOne can live in it. */
async function checkDatabase(url: string): Promise<void> {
  const where = new URL(url);
  const place = `${where.hostname || 'localhost'}:${where.port || '5432'}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, application_name: 'digione check' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string; readOnly: boolean; name: string }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
              pg_is_in_recovery() AS "readOnly", current_setting('server_version') AS name`,
    );
    const [server] = rows;
    if (server === undefined || server.version < OLDEST) throw new OperatorError(`The PostgreSQL at ${place} (DATABASE_URL) is version ${server?.name}, DigiOne needs ${OLDEST} or newer.`);
    if (server.encoding !== 'UTF8') throw new OperatorError(`The database at ${place} (DATABASE_URL) keeps its text in ${server.encoding}, DigiOne needs one made with ENCODING 'UTF8'.`);
    if (server.readOnly) throw new OperatorError(`The database at ${place} (DATABASE_URL) is a read-only replica: give the address of its primary.`);
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(await explain(error, where, place), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function explain(error: unknown, where: URL, place: string): Promise<string> {
  const code = codeOf(error) ?? '';
  const reason = messageOf(error);
  if (code.startsWith('28')) return `The PostgreSQL at ${place} refuses the user "${decodeURIComponent(where.username)}" or the password in DATABASE_URL.`;
  if (code === '3D000') return `The PostgreSQL at ${place} has no database "${where.pathname.slice(1)}" (DATABASE_URL): create it, or name another.`;
  if (code === '53300') return `The PostgreSQL at ${place} (DATABASE_URL) has no connection left.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no machine called ${where.hostname} (DATABASE_URL).`;
  if (/SSL|certificate|self.signed/i.test(reason)) return `The PostgreSQL at ${place} (DATABASE_URL) cannot be reached safely: ${reason}.`;
  if (await accepts(where)) return `What answers at ${place} (DATABASE_URL) is not PostgreSQL, or does not take connections now (${reason}).`;
  return `No database answers at ${place} (DATABASE_URL): ${code || reason}.`;
}

/** Whether anything at all takes connections there. */
function accepts(where: URL): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: where.hostname || 'localhost', port: Number(where.port || 5432), timeout: 2000 });
    const finish = (does: boolean) => () => {
      socket.destroy();
      done(does);
    };
    socket.once('connect', finish(true)).once('error', finish(false)).once('timeout', finish(false));
  });
}
