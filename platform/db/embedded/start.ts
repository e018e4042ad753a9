import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepareDataFolder } from '../../config/data-folder.ts';
import { codeOf, messageOf } from '../../config/operator-error.ts';
import { getPackagedBinaries } from './binaries.ts';
import { clusterOf, createCluster, DATABASE, findPostmaster, hasCluster, setPassword } from './cluster.ts';
import { isAlive, isPostgres, pause, thisProcess, waitUntil } from './processes.ts';
import { chooseRunAs } from './run-as.ts';
import { answers, launchServer, stopServer, urlOf } from './server.ts';
import { findState, newState, otherUsers, withLock, writeState } from './state.ts';

export interface EmbeddedOptions {
  /** The data folder; made when missing. PostgreSQL's own files lie in `postgres/` below it. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; the one used last, or any free one, when not given. */
  readonly port?: number;
  /** One calm line about what takes time. */
  readonly log: (line: string) => void;
  /** Gives up durability for speed: tests only. */
  readonly fast?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection address of the database `digione`, as the server's owner. */
  readonly url: string;
  readonly port: number;
  /** This program started or inherited the server; false when it joined one that another program uses. */
  readonly owned: boolean;
  /** Leaves the server, and stops it when nobody else uses it. */
  readonly stop: () => Promise<void>;
}

interface Joined {
  readonly pid: number;
  readonly port: number;
  readonly password: string;
  readonly owned: boolean;
}

/**
 * Starts the PostgreSQL that comes with the npm packages, or joins the one that already runs on this data folder.
 * Heals what a killed program or machine left behind; while in use, a server that died is started again on its port.
 * @throws OperatorError with one sentence when the folder cannot be used.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.dataDir);
  prepareDataFolder(folder);
  const joined = await withLock(folder, () => joinServer(folder, options, options.port));
  const unwatch = keepAlive(folder, options, joined);
  const leave = async (): Promise<void> => {
    unwatch();
    await withLock(folder, () => leaveServer(folder));
  };
  let left: Promise<void> | undefined;
  return {
    url: urlOf(folder, joined.port, joined.password, DATABASE),
    port: joined.port,
    owned: joined.owned,
    stop: () => (left ??= leave()),
  };
}

/** The caller holds the folder's lock. */
async function joinServer(folder: string, { log, fast = false }: EmbeddedOptions, port?: number): Promise<Joined> {
  const found = findState(folder);
  const state = found ?? newState();
  const running = findPostmaster(folder);
  if (running !== undefined && found !== undefined && (await becomesReady(folder, running, state.password))) {
    const others = otherUsers(state);
    writeState(folder, { ...state, port: running.port, users: [...others, thisProcess()] });
    return { ...running, password: state.password, owned: others.length === 0 };
  }
  if (running !== undefined) await stopServer(running.pid);

  const binaries = getPackagedBinaries();
  const major = binaries.version.split('.')[0] ?? '';
  const cluster = clusterOf(folder);
  const runAs = chooseRunAs(binaries, folder, existsSync(cluster) ? cluster : undefined);
  const isNew = !hasCluster(folder, major);
  if (isNew) {
    log('database: creating it, this happens once');
    await createCluster(folder, runAs, fast);
  }
  if (isNew || found === undefined) {
    await setPassword(folder, runAs, state.password);
    writeState(folder, state);
  }
  const actual = await launchServer({ folder, runAs, port: port ?? state.port, password: state.password, fast, log });
  writeState(folder, { ...state, port: actual, users: [...otherUsers(state), thisProcess()] });
  return { pid: findPostmaster(folder)?.pid ?? 0, port: actual, password: state.password, owned: true };
}

/** Waits for a server that another program has just started, or that recovers; false when it is no use. */
async function becomesReady(folder: string, { pid, port }: { pid: number; port: number }, password: string): Promise<boolean> {
  while (isPostgres(pid)) {
    try {
      if (await answers(folder, port, password)) return true;
    } catch (error) {
      if (codeOf(error)?.startsWith('28') !== true) throw error;
      return false;
    }
    await pause(50);
  }
  return false;
}

/** The caller holds the folder's lock. */
async function leaveServer(folder: string): Promise<void> {
  const state = findState(folder);
  if (state === undefined || statSync(clusterOf(folder), { throwIfNoEntry: false }) === undefined) return;
  const users = otherUsers(state);
  writeState(folder, { ...state, users });
  const running = findPostmaster(folder);
  if (users.length === 0 && running !== undefined) await stopServer(running.pid);
}

/**
 * Starts the server again when it died under its users; each of them looks, the folder's lock lets one act.
 * @returns stops looking.
 */
function keepAlive(folder: string, options: EmbeddedOptions, first: Joined): () => void {
  let { pid } = first;
  let over = false;
  let busy = false;
  const revive = async (): Promise<void> => {
    if (over || findPostmaster(folder) !== undefined) return;
    options.log('database: it ended unexpectedly, starting it again');
    pid = (await joinServer(folder, options, first.port)).pid;
  };
  const look = (): void => {
    if (busy || isPostgres(pid)) return;
    busy = true;
    void (async () => {
      try {
        // Its own children first: they hold on to the shared memory for a moment.
        await waitUntil(() => over, 0.2);
        await withLock(folder, revive);
        pid = findPostmaster(folder)?.pid ?? pid;
      } catch (error) {
        options.log(`database: it could not be started again: ${messageOf(error)}`);
        await pause(5000);
      } finally {
        busy = false;
      }
    })();
  };
  const timer = setInterval(look, 500);
  timer.unref();
  return () => {
    over = true;
    clearInterval(timer);
  };
}

/**
 * Stops the server of a data folder whose program is gone.
 * @param owner number of the program that used the folder alone.
 * @returns false, and nothing is done, while that program runs.
 */
export async function stopAbandoned(folder: string, owner: number): Promise<boolean> {
  if (isAlive(owner)) return false;
  const running = findPostmaster(folder);
  if (running !== undefined) await stopServer(running.pid);
  return true;
}
