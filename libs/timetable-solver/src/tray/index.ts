import { setImmediate } from 'node:timers/promises';
import type { Instance } from '../model/index.ts';
import { searchTray, type TrayOptions, type TrayResult } from './search.ts';

export { boundChoices } from './bound.ts';
export type { TrayOptions, TrayProgress, TrayResult } from './search.ts';

/**
 * Searches for an upper-secondary tray: sections into slots, learners into sections, so that as many choices as possible are met.
 * Nobody is at two places at a time and no section is overfull; wishes besides are judged by the evaluator, not searched for.
 * @throws Error where the instance is no tray, or has a required rule this search cannot keep
 */
export function solveTray(instance: Instance, options: TrayOptions = {}): TrayResult {
  const search = searchTray(instance, options);
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

/** A search that is under way; the program goes on hearing of other things. */
export interface TrayHandle {
  /** Ends the search; `result` is the best tray so far. */
  cancel: () => void;
  readonly result: Promise<TrayResult & { readonly wasCancelled: boolean }>;
}

const BREATH_MS = 50;

/**
 * The same as `solveTray`, a breath at a time.
 * @throws Error at once where the instance is no tray, or has a required rule this search cannot keep
 */
export function startTray(instance: Instance, options: TrayOptions = {}): TrayHandle {
  let wasCancelled = false;
  const search = searchTray(instance, options, () => wasCancelled);
  // What cannot be searched is told before anything is waited for.
  const first = search.next();
  const finish = async (): Promise<TrayResult & { readonly wasCancelled: boolean }> => {
    let step = first;
    for (let breath = performance.now(); step.done !== true; step = search.next()) {
      if (performance.now() - breath < BREATH_MS) continue;
      await setImmediate();
      breath = performance.now();
    }
    return { ...step.value, wasCancelled };
  };
  return { cancel: () => void (wasCancelled = true), result: finish() };
}
