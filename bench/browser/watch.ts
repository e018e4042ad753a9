/** What a page notes of itself from its first moment; runs in the page before its own programs. */
export function watchPage(): void {
  const notes: PageNotes = { deskAt: undefined, firstPaintAt: undefined, shift: 0, slowestInteraction: 0, scriptBytes: 0 };
  (window as unknown as { notes: PageNotes }).notes = notes;
  const observe = (type: string, note: (entry: never) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => note(entry as never))).observe({ type, buffered: true, ...more });
  observe('layout-shift', (entry: { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) notes.shift += entry.value;
  });
  observe('event', (entry: { duration: number }) => (notes.slowestInteraction = Math.max(notes.slowestInteraction, entry.duration)), { durationThreshold: 16 });
  observe('paint', (entry: PerformanceEntry) => {
    if (entry.name === 'first-contentful-paint') notes.firstPaintAt = entry.startTime;
  });
  observe('resource', (entry: PerformanceResourceTiming) => {
    if (/\.js(\?|$)/.test(entry.name) && entry.startTime < (notes.deskAt ?? Number.POSITIVE_INFINITY)) notes.scriptBytes += entry.encodedBodySize;
  });
  const looking = new MutationObserver(() => {
    if (document.querySelector('.desk') === null) return;
    looking.disconnect();
    // Painted, and the page answers again: a hand may use it.
    requestAnimationFrame(() => setTimeout(() => (notes.deskAt = performance.now())));
  });
  looking.observe(document, { childList: true, subtree: true });
}

/** Times in milliseconds from the beginning of the navigation. */
export interface PageNotes {
  /** The desk with its cards is painted and the page answers. */
  deskAt: number | undefined;
  firstPaintAt: number | undefined;
  /** Cumulative layout shift without those that follow a person's action. */
  shift: number;
  /** The longest time from an action to the next paint. */
  slowestInteraction: number;
  /** Compressed bytes of scripts fetched until the desk was there; nothing for those out of the cache. */
  scriptBytes: number;
}
