/** The desk comes first; what may be wanted later waits this long. */
const AFTER_MS = 1_500;

/** Runs something once the page has come to rest. @returns calls it off */
export function whenIdle(run: () => void): () => void {
  const timer = setTimeout(() => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 5_000 });
    else run();
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
