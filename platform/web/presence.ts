/** So long after the last press or key what a page asks for is its own doing, not the person's. */
const PRESENT_MS = 60_000;

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

let lastActAt: number | undefined;

/** Begins to notice whether somebody is at the page; opening it was an act. @returns stops noticing */
export function watchPresence(): () => void {
  const notice = () => {
    lastActAt = performance.now();
  };
  notice();
  for (const act of ACTS) document.addEventListener(act, notice, { capture: true, passive: true });
  return () => {
    for (const act of ACTS) document.removeEventListener(act, notice, { capture: true });
    lastActAt = undefined;
  };
}

/** Milliseconds since somebody last did something on this page; 0 where nobody watches. */
export const awayFor = (): number => (lastActAt === undefined ? 0 : performance.now() - lastActAt);

/** The header of what a page asks by itself: the server answers, but a browser left alone is still signed out in time. */
export const presenceHeaders = (): Readonly<Record<string, string>> => (awayFor() > PRESENT_MS ? { 'x-digione-unattended': '1' } : {});
