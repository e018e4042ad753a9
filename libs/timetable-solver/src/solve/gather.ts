import { compareCosts, evaluate, type Cost } from '../evaluate/index.ts';
import type { Instance } from '../model/index.ts';
import type { SolveOptions, SolveProgress, SolveResult } from './options.ts';
import type { WorkerMessage } from './worker.ts';

type Done = Extract<WorkerMessage, { kind: 'done' }>;

interface GatherOptions {
  readonly seed: number;
  readonly threads: number;
  readonly onProgress: SolveOptions['onProgress'];
}

/** Puts together what the threads tell. */
export class Gathering {
  readonly #instance: Instance;
  readonly #options: GatherOptions;
  readonly #moves: number[];
  readonly #curve: SolveProgress[] = [];
  readonly #done: Done[] = [];
  readonly #cpuBefore = process.cpuUsage();
  #best: Cost = { infeasibility: Infinity, objective: Infinity };
  #feasibleAt: number | undefined;

  constructor(instance: Instance, options: GatherOptions) {
    this.#instance = instance;
    this.#options = options;
    this.#moves = Array.from({ length: options.threads }, () => 0);
  }

  take(thread: number, message: WorkerMessage): void {
    this.#moves[thread] = message.moves;
    if (message.kind === 'done') this.#done.push(message);
    const cost = { infeasibility: message.hard, objective: message.soft };
    const isBetter = compareCosts(cost, this.#best) < 0;
    if (isBetter) this.#best = cost;
    if (cost.infeasibility === 0) this.#feasibleAt ??= message.seconds;
    const moves = this.#moves.reduce((sum, one) => sum + one, 0);
    const progress = { ...this.#best, seconds: message.seconds, moves, movesPerSecond: message.seconds > 0 ? Math.round(moves / message.seconds) : 0 };
    if (isBetter) this.#curve.push(progress);
    this.#options.onProgress?.(progress);
  }

  /** @returns the best of all threads, its cost computed anew by the evaluator */
  finish(): SolveResult {
    const [best] = this.#done.toSorted((one, other) => one.hard - other.hard || one.soft - other.soft);
    if (best === undefined) throw new Error('no search thread came to an end');
    const { infeasibility, objective } = evaluate(this.#instance, best.solution);
    if (infeasibility !== best.hard || objective !== best.soft) {
      throw new Error(`the search counted (${best.hard}, ${best.soft}), the evaluator (${infeasibility}, ${objective}): a fault of this library`);
    }
    const { user, system } = process.cpuUsage(this.#cpuBefore);
    return {
      solution: best.solution,
      cost: { infeasibility, objective },
      curve: this.#curve,
      moves: this.#moves.reduce((sum, one) => sum + one, 0),
      wallSeconds: Math.max(...this.#done.map(({ seconds }) => seconds)),
      cpuSeconds: (user + system) / 1e6,
      ...(this.#feasibleAt === undefined ? {} : { secondsToFeasible: this.#feasibleAt }),
      seed: this.#options.seed,
      threads: this.#options.threads,
      wasCancelled: this.#done.some(({ wasCancelled }) => wasCancelled),
    };
  }
}
