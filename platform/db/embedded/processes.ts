import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from '../../config/operator-error.ts';

/** A process that can be told apart from a later one that got the same number. */
export interface ProcessId {
  readonly pid: number;
  /** Kernel ticks since boot on Linux; null where the system does not tell. */
  readonly started: string | null;
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold spaces; field 22 is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

export const thisProcess = (): ProcessId => ({ pid: process.pid, started: startOf(process.pid) });

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

export const isSameProcess = (a: ProcessId, b: ProcessId): boolean => a.pid === b.pid && a.started === b.started;

/** Whether the process that was noted down still runs, and is not another that got its number. */
export const stillRuns = (noted: ProcessId): boolean =>
  isAlive(noted.pid) && (noted.started === null || startOf(noted.pid) === noted.started);

/** Whether a living process is a PostgreSQL server: a number out of an old file may by now be anybody's. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(program) === 'postgres' || program.startsWith('postgres:');
  } catch {
    if (process.platform === 'linux') return false;
    const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return listed.status !== 0 || listed.stdout.includes('postgres');
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until `check` holds; false when it did not within `seconds`. */
export async function waitUntil(check: () => boolean, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!check()) {
    if (performance.now() > end) return false;
    await pause(25);
  }
  return true;
}
