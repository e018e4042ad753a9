import { parentPort, workerData } from 'node:worker_threads';
import type { Solution } from '../model/index.ts';
import type { Instance } from '../model/index.ts';
import { compile } from './compile/index.ts';
import { obey } from './control.ts';
import { exchange, type SharedBest } from './exchange.ts';
import type { Locks } from './search/domains.ts';
import { Search } from './search/search.ts';
import { restoreSnapshot, toSolution } from './timetable.ts';

/** What a worker is given. */
export interface WorkerTask {
  readonly instance: Instance;
  readonly warmStart: Solution | undefined;
  readonly locks: Locks | undefined;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly control: Int32Array;
  readonly shared: SharedBest | undefined;
}

/** What a worker tells. Times in seconds of wall clock since it began, pauses not counted. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly hard: number; readonly soft: number; readonly moves: number; readonly seconds: number }
  | { readonly kind: 'done'; readonly solution: Solution; readonly hard: number; readonly soft: number; readonly moves: number; readonly seconds: number; readonly wasCancelled: boolean };

const SLICE = 500;
const REPORT_SECONDS = 0.5;

/** Runs the search of one thread to the end of its budget. */
export function runSearch(task: WorkerTask, tell: (message: WorkerMessage) => void): void {
  let began = performance.now();
  const search = new Search(compile(task.instance, task.warmStart), {
    seed: task.seed,
    ...(task.warmStart === undefined ? {} : { warmStart: task.warmStart }),
    ...(task.locks === undefined ? {} : { locks: task.locks }),
  });
  let reported = -Infinity;
  let told = { hard: Infinity, soft: Infinity };
  let wasCancelled = false;
  const secondsNow = (): number => (performance.now() - began) / 1000;
  for (;;) {
    const { isCancelled, pausedMs } = obey(task.control);
    began += pausedMs;
    const seconds = secondsNow();
    const share = Math.max(search.moves / task.iterations, seconds / task.seconds);
    wasCancelled = isCancelled;
    if (isCancelled || share >= 1 || search.isPerfect) break;
    if (task.shared !== undefined && search.isCycleOver(share)) {
      const better = exchange(task.shared, search.best);
      if (better !== undefined) search.adopt(better);
    }
    const { hard, soft } = search.bestCost;
    const isFirstFeasible = hard === 0 && told.hard > 0;
    if (isFirstFeasible || seconds - reported >= REPORT_SECONDS) {
      if (isFirstFeasible || hard !== told.hard || soft !== told.soft) told = { hard, soft };
      reported = seconds;
      tell({ kind: 'progress', hard, soft, moves: search.moves, seconds });
    }
    search.advance(share, Math.min(SLICE, task.iterations - search.moves));
  }
  const { best, state } = search;
  restoreSnapshot(state, best);
  tell({ kind: 'done', solution: toSolution(state), hard: best.hard, soft: best.soft, moves: search.moves, seconds: secondsNow(), wasCancelled });
}

if (parentPort !== null && isTask(workerData)) {
  const port = parentPort;
  runSearch(workerData, (message) => port.postMessage(message));
}

/** Other libraries may run this file in workers of their own. */
function isTask(data: unknown): data is WorkerTask {
  return typeof data === 'object' && data !== null && 'control' in data && 'instance' in data && 'iterations' in data;
}
