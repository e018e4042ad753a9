/** What the threads of one search share: a word of command, and how long they were paused. */
export const RUN = 0;
export const PAUSE = 1;
export const CANCEL = 2;

export const createControl = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

/** Sets the command and wakes those who wait in a pause. */
export function command(control: Int32Array, word: number): void {
  Atomics.store(control, 0, word);
  Atomics.notify(control, 0);
}

/** Waits as long as the search is paused. @returns whether it is cancelled, and the milliseconds waited */
export function obey(control: Int32Array): { isCancelled: boolean; pausedMs: number } {
  let pausedMs = 0;
  while (Atomics.load(control, 0) === PAUSE) {
    const began = performance.now();
    Atomics.wait(control, 0, PAUSE);
    pausedMs += performance.now() - began;
  }
  return { isCancelled: Atomics.load(control, 0) === CANCEL, pausedMs };
}
