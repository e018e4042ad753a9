import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Instance } from '../model/index.ts';
import { compile } from './compile/index.ts';
import { CANCEL, command, createControl, PAUSE, RUN } from './control.ts';
import { createSharedBest } from './exchange.ts';
import { Gathering } from './gather.ts';
import type { SolveHandle, SolveOptions, SolveResult } from './options.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';
import { findWorkerProgram } from './worker-location.ts';

export type { Locks } from './search/domains.ts';
export type { SolveHandle, SolveOptions, SolveProgress, SolveResult } from './options.ts';

const DEFAULT_SECONDS = 60;

/**
 * Searches for a good timetable in worker threads; the best so far is kept all the time.
 * @throws Error at once where the instance has a constraint the search cannot optimise
 */
export function solve(instance: Instance, options: SolveOptions = {}): SolveHandle {
  const { seconds, iterations, threads = 1, seed = 1, warmStart, locks, isForFeasibility = false } = options;
  const { meetCount, taskCount } = compile(instance, warmStart);
  const control = createControl();
  const shared = threads > 1 ? createSharedBest({ meetCount, taskCount }) : undefined;
  const gathering = new Gathering(instance, { seed, threads, onProgress: options.onProgress });
  const workers = Array.from({ length: threads }, (_, thread) => {
    const task: WorkerTask = {
      instance,
      warmStart,
      locks,
      seed: seed + 7919 * thread,
      thread,
      seconds: seconds ?? (iterations === undefined ? DEFAULT_SECONDS : Infinity),
      iterations: iterations ?? Infinity,
      isForFeasibility,
      control,
      shared,
      exactSolver: iterations === undefined ? createRequire(import.meta.url).resolve('highs') : undefined,
    };
    return runWorker(task, (message) => gathering.take(thread, message));
  });
  const settle = async (): Promise<SolveResult> => {
    try {
      await Promise.all(workers);
    } finally {
      // One thread that broke down ends the others.
      command(control, CANCEL);
    }
    return gathering.finish();
  };
  return {
    pause: () => command(control, PAUSE),
    resume: () => command(control, RUN),
    cancel: () => command(control, CANCEL),
    result: settle(),
  };
}

async function runWorker(task: WorkerTask, take: (message: WorkerMessage) => void): Promise<void> {
  const program = await findWorkerProgram();
  // A loader the process was started with is not for the worker.
  const options = { workerData: task, execArgv: [] };
  const worker = 'file' in program ? new Worker(program.file, options) : new Worker(program.text, { ...options, eval: true });
  await new Promise<void>((done, fail) => {
    worker.on('message', take);
    worker.on('error', fail);
    worker.on('exit', (code) => (code === 0 ? done() : fail(new Error(`a search thread ended with ${code}`))));
  });
}
