/** Ctrl-C reaches the whole process group, and npm passes its own copy on: what comes within this time is one wish. */
const ONE_WISH_MS = 1500;

/**
 * Waits for the wish to stop (Ctrl-C, a service manager, a closed terminal).
 * A second wish, later, ends the program at once: the database heals at the next start.
 */
export function stopWished(): Promise<void> {
  return new Promise((done) => {
    let first: number | undefined;
    const hear = (): void => {
      if (first === undefined) {
        first = performance.now();
        done();
      } else if (performance.now() - first > ONE_WISH_MS) {
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  });
}

/** Waits for `work`, but no longer than `seconds`; false when it was not done by then. */
export async function within(seconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), seconds * 1000)));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
