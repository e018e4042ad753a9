/* oxlint-disable typescript/no-non-null-assertion -- fixed places in shared memory */
import type { Compiled } from './compiled.ts';
import type { Snapshot } from './timetable.ts';

const LOCK = 0;
const HAS_BEST = 1;

/** The best timetable of all threads, in memory they share. */
export interface SharedBest {
  readonly words: SharedArrayBuffer;
  readonly costs: SharedArrayBuffer;
}

/** @returns room for one timetable of the instance */
export function createSharedBest({ meetCount, taskCount }: Pick<Compiled, 'meetCount' | 'taskCount'>): SharedBest {
  return { words: new SharedArrayBuffer(4 * (2 + 2 * meetCount + taskCount)), costs: new SharedArrayBuffer(16) };
}

const isBetter = (one: { hard: number; soft: number }, other: { hard: number; soft: number }): boolean => one.hard < other.hard || (one.hard === other.hard && one.soft < other.soft);

/** Leaves the thread's best timetable if it is the best of all. @returns another thread's, if that is better */
export function exchange(shared: SharedBest, best: Snapshot): Snapshot | undefined {
  const words = new Int32Array(shared.words);
  const costs = new Float64Array(shared.costs);
  const { duration, start, assigned } = best;
  while (Atomics.compareExchange(words, LOCK, 0, 1) !== 0) Atomics.wait(words, LOCK, 1, 1);
  try {
    const known = { hard: costs[0]!, soft: costs[1]! };
    if (words[HAS_BEST] === 1 && isBetter(known, best)) {
      const [first, second] = [2 + duration.length, 2 + duration.length + start.length];
      return { ...known, duration: words.slice(2, first), start: words.slice(first, second), assigned: words.slice(second, second + assigned.length) };
    }
    words.set(duration, 2);
    words.set(start, 2 + duration.length);
    words.set(assigned, 2 + duration.length + start.length);
    costs.set([best.hard, best.soft]);
    words[HAS_BEST] = 1;
    return undefined;
  } finally {
    Atomics.store(words, LOCK, 0);
    Atomics.notify(words, LOCK);
  }
}
