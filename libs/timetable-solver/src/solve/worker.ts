import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Solution } from '../model/index.ts';
import type { Instance } from '../model/index.ts';
import { compile } from './compile/index.ts';
import type { Compiled } from './compiled.ts';
import { obey } from './control.ts';
import { Repair } from './eject/index.ts';
import type { ExactSolver } from './exact/index.ts';
import { exchange, type SharedBest } from './exchange.ts';
import type { Locks } from './search/domains.ts';
import { Search, type SearchOptions } from './search/search.ts';
import { SearchState } from './state.ts';
import { loadSolution, restoreSnapshot, toSolution, type Snapshot } from './timetable.ts';

/** What a worker is given. */
export interface WorkerTask {
  readonly instance: Instance;
  readonly warmStart: Solution | undefined;
  readonly locks: Locks | undefined;
  readonly seed: number;
  readonly thread: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly isForFeasibility: boolean;
  readonly control: Int32Array;
  readonly shared: SharedBest | undefined;
  /** Where the exact solver's program lies; none where the result is to be the same each time. */
  readonly exactSolver: string | undefined;
}

/** What a worker tells. Times in seconds of wall clock since it began, pauses not counted. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly hard: number; readonly soft: number; readonly moves: number; readonly seconds: number }
  | { readonly kind: 'done'; readonly solution: Solution; readonly hard: number; readonly soft: number; readonly moves: number; readonly seconds: number; readonly wasCancelled: boolean };

const SLICE = 500;
const REPORT_SECONDS = 0.5;
/** Part of the budget in which lessons are placed by driving others out, before annealing; less where that gets no further. */
const OPENING = 0.3;
/** Part of it in which that is tried again, at the end of each cycle of annealing that leaves a required rule broken. */
const MENDING = 0.05;
/** No more than this part of it in all: there are schools in which not every required rule can hold. */
const MENDING_IN_ALL = 0.25;

/** Runs the search of one thread to the end of its budget. */
async function runSearch(task: WorkerTask, tell: (message: WorkerMessage) => void): Promise<void> {
  const run = new Run(task, tell);
  run.open();
  run.anneal(task.exactSolver === undefined ? undefined : await loadExactSolver(task.exactSolver));
  run.finish();
}

async function loadExactSolver(path: string): Promise<ExactSolver> {
  const load: () => Promise<ExactSolver> = createRequire(path)(path);
  return await load();
}

class Run {
  private readonly task: WorkerTask;
  private readonly tell: (message: WorkerMessage) => void;
  private readonly compiled: Compiled;
  private readonly options: SearchOptions;
  private readonly repair: Repair;
  private search: Search | undefined;
  private found: Snapshot;
  private began = performance.now();
  private reported = -Infinity;
  private told = { hard: Infinity, soft: Infinity };
  private wasCancelled = false;
  private mended = 0;

  constructor(task: WorkerTask, tell: (message: WorkerMessage) => void) {
    this.task = task;
    this.tell = tell;
    this.compiled = compile(task.instance, task.warmStart);
    this.options = { seed: task.seed, thread: task.thread, ...(task.warmStart === undefined ? {} : { warmStart: task.warmStart }), ...(task.locks === undefined ? {} : { locks: task.locks }) };
    this.repair = new Repair(this.compiled, this.options);
    this.found = this.repair.initial;
  }

  /** Looks for a timetable that breaks no required rule; annealing makes it better in what is wished. */
  open(): void {
    this.mend(OPENING);
    this.keepFound();
    this.report();
  }

  /** What was found so far may still break rules, and is there to be shown. */
  private keepFound(): void {
    const found = this.repair.finish();
    if (isBetter(found, this.found)) this.found = found;
  }

  anneal(exactSolver: ExactSolver | undefined): void {
    if (this.isOver()) return;
    const { task } = this;
    const search = new Search(this.compiled, { ...this.options, ...(exactSolver === undefined ? {} : { exactSolver }) });
    this.search = search;
    if (isBetter(this.found, search.bestCost)) search.adopt(this.found);
    while (!this.isOver() && !search.isPerfect) {
      const share = this.share();
      if (search.isCycleOver(share)) this.endCycle(search);
      this.report();
      search.advance(share, Math.min(SLICE, task.iterations - this.moves()), task.seconds - this.seconds());
    }
  }

  /** Takes over what another thread has, or mends what is still broken. */
  private endCycle(search: Search): void {
    const { shared } = this.task;
    const better = shared === undefined ? undefined : exchange(shared, search.best);
    if (better !== undefined) search.adopt(better);
    if (search.bestCost.hard === 0 || search.moves === 0 || this.mended > MENDING_IN_ALL) return;
    const before = this.share();
    this.repair.restart(search.best);
    this.mend(before + MENDING);
    this.mended += this.share() - before;
    if (!this.repair.isDone) return;
    const mended = this.repair.finish();
    if (isBetter(mended, search.bestCost)) search.adopt(mended);
  }

  /** Drives lessons out and in until all have a place or that part of the budget is used up. */
  private mend(until: number): void {
    while (!this.repair.isDone && !this.repair.isStuck && !this.isOver() && this.share() < until) {
      this.repair.run(Math.min(SLICE, this.task.iterations - this.moves()));
      if (this.search === undefined && this.seconds() - this.reported >= REPORT_SECONDS) this.keepFound();
      this.report();
    }
  }

  finish(): void {
    const best = this.search?.best ?? this.found;
    const state = new SearchState(this.compiled);
    loadSolution(state, this.task.warmStart);
    restoreSnapshot(state, best);
    this.tell({ kind: 'done', solution: toSolution(state), hard: best.hard, soft: best.soft, moves: this.moves(), seconds: this.seconds(), wasCancelled: this.wasCancelled });
  }

  private best(): { readonly hard: number; readonly soft: number } {
    return this.search?.bestCost ?? this.found;
  }

  private moves(): number {
    return this.repair.moves + (this.search?.moves ?? 0);
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  private share(): number {
    return Math.max(this.moves() / this.task.iterations, this.seconds() / this.task.seconds);
  }

  /** Obeys who started the search. @returns whether it is to end */
  private isOver(): boolean {
    const { isCancelled, pausedMs } = obey(this.task.control);
    this.began += pausedMs;
    this.wasCancelled = isCancelled;
    return isCancelled || this.share() >= 1 || (this.task.isForFeasibility && this.best().hard === 0);
  }

  private report(): void {
    const { hard, soft } = this.best();
    const isFirstFeasible = hard === 0 && this.told.hard > 0;
    const seconds = this.seconds();
    if (!isFirstFeasible && seconds - this.reported < REPORT_SECONDS) return;
    this.told = { hard, soft };
    this.reported = seconds;
    this.tell({ kind: 'progress', hard, soft, moves: this.moves(), seconds });
  }
}

const isBetter = (one: { readonly hard: number; readonly soft: number }, other: { readonly hard: number; readonly soft: number }): boolean =>
  one.hard < other.hard || (one.hard === other.hard && one.soft < other.soft);

if (parentPort !== null && isTask(workerData)) {
  const port = parentPort;
  void runSearch(workerData, (message) => port.postMessage(message));
}

/** Other libraries may run this file in workers of their own. */
function isTask(data: unknown): data is WorkerTask {
  return typeof data === 'object' && data !== null && 'control' in data && 'instance' in data && 'iterations' in data;
}
