import { linkSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writePrivate } from '../../config/data-folder.ts';
import { codeOf, messageOf, OperatorError } from '../../config/operator-error.ts';
import { isSameProcess, pause, stillRuns, thisProcess, type ProcessId } from './processes.ts';

/** What `postgres.json` in the data folder remembers (mode 0600). */
export interface State {
  readonly password: string;
  readonly port: number | null;
  /** Programs that use the running server; the last to leave stops it. */
  readonly users: readonly ProcessId[];
}

const stateFile = (folder: string): string => join(folder, 'postgres.json');

export function findState(folder: string): State | undefined {
  try {
    const state = JSON.parse(readFileSync(stateFile(folder), 'utf8')) as Partial<State>;
    if (typeof state.password !== 'string') return undefined;
    return { password: state.password, port: state.port ?? null, users: state.users ?? [] };
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw new OperatorError(`${stateFile(folder)} cannot be read (${messageOf(error)}): start as the user who made it, or choose another folder with --data-dir.`);
  }
}

export const writeState = (folder: string, state: State): void =>
  writePrivate(folder, stateFile(folder), `${JSON.stringify(state, null, 1)}\n`);

export const newState = (): State => ({ password: randomBytes(24).toString('base64url'), port: null, users: [] });

/** The users that still run, this program left out. */
export const otherUsers = (state: State): ProcessId[] =>
  state.users.filter((user) => stillRuns(user) && !isSameProcess(user, thisProcess()));

/**
 * Runs `work` while no other program starts or stops the cluster of this folder.
 * A lock left by a killed program is broken.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'postgres.lock');
  const end = performance.now() + 120_000;
  while (!tryLock(folder, lock)) {
    if (performance.now() > end) throw new OperatorError(`Another program has been starting or stopping the database in ${folder} for two minutes: wait for it, or end it.`);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function tryLock(folder: string, lock: string): boolean {
  const mine = `${lock}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writePrivate(folder, mine, JSON.stringify(thisProcess()));
  try {
    // A link appears whole and fails when the name is taken: the lock is never seen empty.
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    breakStaleLock(lock);
    return false;
  } finally {
    unlinkSync(mine);
  }
}

function breakStaleLock(lock: string): void {
  const holder = findHolder(lock);
  if (holder === undefined || stillRuns(holder)) return;
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
    const taken = findHolder(aside);
    // Someone else broke it first and a living program holds it now: give it back.
    if (taken !== undefined && stillRuns(taken)) linkSync(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function findHolder(lock: string): ProcessId | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as ProcessId;
  } catch {
    return undefined;
  }
}
