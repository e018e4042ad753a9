import { startTray, type Cost, type Instance, type Solution } from '@digione/timetable-solver';
import { solve, type SolveOptions } from '@digione/timetable-solver/solve';
import type { Say } from './texts.ts';

export type SearchOptions = Required<Pick<SolveOptions, 'threads' | 'seed'>> & Pick<SolveOptions, 'seconds' | 'iterations'>;

export interface SearchProgress extends Cost {
  readonly seconds: number;
  /** Moves tried so far by all threads. */
  readonly moves?: number;
  readonly movesPerSecond?: number;
}

export interface Found {
  readonly solution: Solution;
  /** Each better timetable, the last one being the result. */
  readonly curve: readonly SearchProgress[];
  readonly moves: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly secondsToFeasible?: number | undefined;
  readonly wasCancelled: boolean;
}

export interface Search {
  readonly cancel: () => void;
  readonly result: Promise<Found>;
}

interface Task {
  readonly instance: Instance;
  readonly start?: Solution;
}

type Hear = (progress: SearchProgress) => void;

/** @throws Error that names a rule the search cannot optimise, before it begins */
export function searchSchool({ instance, start }: Task, options: SearchOptions, onProgress: Hear): Search {
  return solve(instance, { ...options, onProgress, ...(start === undefined ? {} : { warmStart: start }) });
}

/** A tray is searched by this thread: it sets no processor free, and none is needed. */
export function searchTray({ instance, start }: Task, { seconds, iterations, seed }: SearchOptions, onProgress: Hear): Search {
  const began = process.cpuUsage();
  // Nothing that must be is ever broken; open choices are the objective.
  const toProgress = (progress: { readonly open: number; readonly seconds: number }): SearchProgress => ({ infeasibility: 0, objective: progress.open, seconds: progress.seconds });
  const { cancel, result } = startTray(instance, {
    seed,
    ...(seconds === undefined ? {} : { seconds }),
    ...(iterations === undefined ? {} : { moves: iterations }),
    ...(start === undefined ? {} : { warmStart: start }),
    onProgress: (progress) => onProgress(toProgress(progress)),
  });
  const finish = async (): Promise<Found> => {
    const { solution, cost, curve, moves, seconds: wallSeconds, wasCancelled } = await result;
    const { user, system } = process.cpuUsage(began);
    const secondsToFeasible = cost.infeasibility === 0 ? curve[0]?.seconds : undefined;
    return { solution, curve: curve.map(toProgress), moves, wallSeconds, cpuSeconds: (user + system) / 1e6, secondsToFeasible, wasCancelled };
  };
  return { cancel, result: finish() };
}

export const sayBudget = ({ seconds, iterations }: SearchOptions, say: Say): string => (seconds === undefined ? say('budget-moves', { moves: iterations ?? 0 }) : say('budget-seconds', { seconds }));
