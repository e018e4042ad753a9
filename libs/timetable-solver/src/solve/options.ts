import type { Cost } from '../evaluate/index.ts';
import type { Solution } from '../model/index.ts';
import type { Locks } from './search/domains.ts';

export interface SolveOptions {
  /** Wall-clock budget in seconds; 60 where neither this nor `iterations` is given. */
  readonly seconds?: number;
  /** Budget in moves, per thread. With one thread and the same seed the result is always the same. */
  readonly iterations?: number;
  /** Worker threads; 1 where nothing is said. */
  readonly threads?: number;
  readonly seed?: number;
  /** Begins from this timetable instead of an empty one. */
  readonly warmStart?: Solution;
  /** What stays as it is in the warm start. */
  readonly locks?: Locks;
  /** Ends as soon as no required rule is broken, whatever is wished besides. */
  readonly isForFeasibility?: boolean;
  readonly onProgress?: (progress: SolveProgress) => void;
}

export interface SolveProgress extends Cost {
  /** Wall-clock seconds since the start, pauses not counted. */
  readonly seconds: number;
  /** Moves evaluated so far by all threads. */
  readonly moves: number;
  /** By all threads together. */
  readonly movesPerSecond: number;
}

export interface SolveResult {
  readonly solution: Solution;
  readonly cost: Cost;
  /** Each better timetable when it was reported, the last one being the result. */
  readonly curve: readonly SolveProgress[];
  readonly moves: number;
  readonly wallSeconds: number;
  /** Processor time of the threads. */
  readonly cpuSeconds: number;
  /** Wall-clock seconds until no required rule was broken. */
  readonly secondsToFeasible?: number;
  readonly seed: number;
  readonly threads: number;
  readonly wasCancelled: boolean;
}

/** A search that is under way. */
export interface SolveHandle {
  pause: () => void;
  resume: () => void;
  /** Ends the search; `result` is the best timetable so far. */
  cancel: () => void;
  readonly result: Promise<SolveResult>;
}
