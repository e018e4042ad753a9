import { spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, OperatorError } from '../../config/operator-error.ts';
import { isAlive, isPostgres } from './processes.ts';
import type { RunAs } from './run-as.ts';

/** The name of the database and of its owner in the embedded server. */
export const DATABASE = 'digione';
export const SUPERUSER = 'postgres';

/** PostgreSQL must speak one language, whatever the machine's: its words are read by program and by support. */
export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '' };

const SOCKET_DOOR = 'local all all scram-sha-256\n';
const DOORS = `host all all 127.0.0.1/32 scram-sha-256\n${SOCKET_DOOR}`;

export const clusterOf = (folder: string): string => join(folder, 'postgres');

/**
 * Whether a finished cluster is there. It is made aside and renamed into place, so `postgres/` is only ever a whole one;
 * when parts of it are missing, someone removed them, and nothing is deleted on a guess.
 * @throws OperatorError when the cluster is there but not whole.
 */
export function hasCluster(folder: string, major: string): boolean {
  const cluster = clusterOf(folder);
  if (!existsSync(cluster)) return false;
  const missing = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'].find((part) => !readable(() => statSync(join(cluster, part))));
  if (missing !== undefined) {
    if (isEmpty(cluster)) return false;
    throw new OperatorError(
      `The data folder ${folder} is incomplete (postgres/${missing} is missing): restore it from a backup, or move it away to begin with an empty one.`,
    );
  }
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) {
    throw new OperatorError(`The data folder ${folder} was made by PostgreSQL ${found}, this is PostgreSQL ${major}: start the version that made it, or choose another folder with --data-dir.`);
  }
  return true;
}

const isEmpty = (cluster: string): boolean => readdirSync(cluster).length === 0;

function readable(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EACCES') return true;
    return false;
  }
}

/** Runs one of PostgreSQL's programs to its end, with `input` on its standard input. */
function run(runAs: RunAs, args: readonly string[], input = ''): Promise<{ status: number | null; output: string }> {
  const [program = '', ...rest] = [...runAs.wrap, ...args];
  return new Promise((done, fail) => {
    // Its own session: Ctrl-C in the terminal must not cut initdb in the middle of a file.
    const child = spawn(program, rest, { uid: runAs.uid, gid: runAs.gid, cwd: '/', env: ENVIRONMENT, detached: true });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (status) => done({ status, output }));
    child.stdin.end(input);
  });
}

/**
 * Makes a new cluster aside and renames it into place when it is whole.
 * @param fast leave the writing out to the operating system: for tests only.
 */
export async function createCluster(folder: string, runAs: RunAs, fast: boolean): Promise<void> {
  // A killed start may have left its initdb running: it goes on writing into its own folder, not into ours.
  const half = `${clusterOf(folder)}.half.${process.pid}`;
  for (const left of readdirSync(folder).filter((name) => name.startsWith('postgres.half'))) {
    rmSync(join(folder, left), { recursive: true, force: true, maxRetries: 5 });
  }
  mkdirSync(half, { mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(half, runAs.uid, runAs.gid);
  const made = await run(runAs, [
    runAs.binaries.initdb, '-D', half, '-U', SUPERUSER, '--encoding=UTF8',
    // The builtin provider knows Unicode's letters and sorts alike on every machine, for ever.
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    // Nobody gets in until pg_hba.conf is written below.
    '--auth=reject', '--no-instructions', ...(fast ? ['--no-sync'] : []),
  ]);
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new OperatorError(`The database could not be created in ${folder}: ${lastComplaint(made.output)}.`);
  }
  writeFileSync(join(half, 'pg_hba.conf'), DOORS);
  rmSync(clusterOf(folder), { recursive: true, force: true });
  renameSync(half, clusterOf(folder));
}

/** Opens the socket of a cluster made when there was the port alone. */
export function openSocketDoor(folder: string): void {
  const file = join(clusterOf(folder), 'pg_hba.conf');
  const doors = readFileSync(file, 'utf8');
  if (!/^local\s/m.test(doors)) appendFileSync(file, SOCKET_DOOR);
}

/** Sets the owner's password in a cluster that does not run. */
export async function setPassword(folder: string, runAs: RunAs, password: string): Promise<void> {
  removeStalePidFile(folder);
  const statement = `ALTER ROLE ${SUPERUSER} WITH PASSWORD '${password.replaceAll("'", "''")}';\n`;
  const done = await run(runAs, [runAs.binaries.postgres, '--single', '-D', clusterOf(folder), 'postgres'], statement);
  if (done.status !== 0) throw new OperatorError(`The database in ${folder} does not start: ${lastComplaint(done.output)}.`);
}

/**
 * Removes the note of a server whose number now belongs to another program, which is the rule rather than the exception
 * in a restarted container. Any other note is left to PostgreSQL: by it, it knows that processes of a killed server still write.
 */
export function removeStalePidFile(folder: string): void {
  const pid = findNotedPid(folder);
  if (pid !== undefined && isAlive(pid) && !isPostgres(pid)) rmSync(noteOf(folder), { force: true });
}

const noteOf = (folder: string): string => join(clusterOf(folder), 'postmaster.pid');

function findNote(folder: string): string[] | undefined {
  return existsSync(noteOf(folder)) ? readFileSync(noteOf(folder), 'utf8').split('\n') : undefined;
}

function findNotedPid(folder: string): number | undefined {
  // A single-user server writes its number with a minus.
  const pid = Math.abs(Number(findNote(folder)?.[0]));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** The server that runs on this cluster, by PostgreSQL's own note; undefined when none does. */
export function findPostmaster(folder: string): { pid: number; port: number } | undefined {
  const pid = findNotedPid(folder);
  if (pid === undefined || !isPostgres(pid)) return undefined;
  return { pid, port: Number(findNote(folder)?.[3]) };
}

/** What PostgreSQL last complained about, as the rest of a sentence. */
export function lastComplaint(output: string): string {
  const complaints = output.split('\n').flatMap((line) => /(?:FATAL|PANIC|ERROR|error):\s+(.+)$/.exec(line)?.[1] ?? []);
  return complaints.at(-1)?.replace(/\.$/, '') ?? (output.trim().split('\n').at(-1) || 'it said nothing');
}
