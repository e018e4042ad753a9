import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { codeOf, messageOf, OperatorError } from '../../config/operator-error.ts';
import { clusterOf, DATABASE, ENVIRONMENT, lastComplaint, openSocketDoor, removeStalePidFile, SUPERUSER } from './cluster.ts';
import { isPostgres, pause, waitUntil } from './processes.ts';
import type { RunAs } from './run-as.ts';

const DURABLE = ['synchronous_commit=on', 'fsync=on', 'max_connections=100', 'shared_buffers=256MB'];
const FAST = [
  'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'autovacuum=off',
  'max_connections=200', 'shared_buffers=128MB',
];
const COMMON = [
  'listen_addresses=127.0.0.1', 'jit=off', 'lc_messages=C', 'timezone=UTC', 'log_timezone=UTC',
  'max_wal_size=2GB', 'checkpoint_timeout=15min', 'random_page_cost=1.1', 'log_checkpoints=off', 'logging_collector=off',
];
const LOG_LIMIT_BYTES = 10_000_000;

/** Operating systems keep a socket's path in a field of 104 bytes (macOS) or 108 (Linux), its end included. */
const LONGEST_SOCKET_PATH = 103;

/** Where the server's socket lies: in its cluster, whose owner alone may enter. Undefined where the machine cannot have one. */
function findSocketFolder(folder: string): string | undefined {
  const cluster = clusterOf(folder);
  // Commas and quotes mean something in the setting.
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.65535')) <= LONGEST_SOCKET_PATH && !/[,"']/.test(cluster);
  return process.platform !== 'win32' && fits ? cluster : undefined;
}

/**
 * Address of a database in the running server of this folder: by its socket, which costs both sides a sixth less
 * processor time a request than the port, or by the port where there is no socket.
 */
export function urlOf(folder: string, port: number, password: string, database: string): string {
  const socket = findSocketFolder(folder);
  const way = socket !== undefined && existsSync(join(socket, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(socket)}` : '';
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}${way}`;
}

/** A TCP port on 127.0.0.1 that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Launch {
  readonly folder: string;
  readonly runAs: RunAs;
  readonly port: number | null;
  readonly password: string;
  readonly fast: boolean;
  readonly log: (line: string) => void;
}

/**
 * Starts the server and waits until it answers.
 * @returns the port; another than asked for when that one was taken.
 */
export async function launchServer(launch: Launch): Promise<number> {
  let port = launch.port ?? (await findFreePort());
  for (let attempt = 1; ; attempt++) {
    const failure = await tryLaunch(launch, port);
    if (failure === undefined) return port;
    if (attempt === 20) throw new OperatorError(`The database in ${launch.folder} does not start: ${lastComplaint(failure)} (see ${logOf(launch.folder)}).`);
    if (/could not bind|could not create any TCP/.test(failure)) port = await findFreePort();
    // The last processes of a server that was killed take a moment to notice.
    else if (/pre-existing shared memory block|lock file .* already exists/.test(failure)) await pause(250);
    else throw new OperatorError(`The database in ${launch.folder} does not start: ${lastComplaint(failure)} (see ${logOf(launch.folder)}).`);
  }
}

const logOf = (folder: string): string => join(folder, 'postgres.log');

/** @returns what the server wrote when it ended instead of answering; undefined when it answers. */
async function tryLaunch({ folder, runAs, password, fast, log }: Launch, port: number): Promise<string | undefined> {
  removeStalePidFile(folder);
  const { descriptor, offset } = openLog(folder);
  openSocketDoor(folder);
  const socket = `unix_socket_directories=${findSocketFolder(folder) ?? ''}`;
  const settings = [...COMMON, socket, ...(fast ? FAST : DURABLE), `port=${port}`].flatMap((setting) => ['-c', setting]);
  const [program = '', ...args] = [...runAs.wrap, runAs.binaries.postgres, '-D', clusterOf(folder), ...settings];
  // Its own session: Ctrl-C in the terminal reaches this program first, which stops the server when the last request is served.
  const child = spawn(program, args, {
    uid: runAs.uid, gid: runAs.gid, cwd: '/', env: ENVIRONMENT, detached: true, stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  let ended: string | undefined;
  child.on('error', (error) => (ended = messageOf(error)));
  child.once('exit', () => (ended ??= readFileSync(logOf(folder)).subarray(offset).toString('utf8')));
  child.unref();
  const began = performance.now();
  let told = false;
  while (ended === undefined && !(await answers(folder, port, password))) {
    if (!told && performance.now() - began > 5000) {
      told = true;
      log('database: recovering what was written last');
    }
    await pause(20);
  }
  // Its later end is no failure to start, and its log may be gone by then.
  child.removeAllListeners('exit');
  return ended;
}

function openLog(folder: string): { descriptor: number; offset: number } {
  const path = logOf(folder);
  const before = statSync(path, { throwIfNoEntry: false });
  if (before !== undefined && before.size > LOG_LIMIT_BYTES) rmSync(path);
  const descriptor = openSync(path, 'a', 0o600);
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(path, uid, gid);
  return { descriptor, offset: before === undefined || before.size > LOG_LIMIT_BYTES ? 0 : before.size };
}

/**
 * Whether the server of this folder, on this port, takes connections.
 * @throws the error when it answers but refuses the password.
 */
export async function answers(folder: string, port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(folder, port, password, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await ensureDatabase(client);
    return true;
  } catch (error) {
    if (codeOf(error)?.startsWith('28') === true) throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

/** Stops a server: politely, and after some seconds at once (the write-ahead log keeps what was acknowledged). */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [['SIGINT', 4], ['SIGQUIT', 3], ['SIGKILL', 3]] as const) {
    if (!isPostgres(pid)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isPostgres(pid), seconds)) return;
  }
}
