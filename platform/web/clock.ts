import { toHelsinki } from '@digione/local-date';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { clockStartingAt, systemClock } from '../time/index.ts';

// The server's clock counts, not the device's: children's tablets are often wrong, and the demo lives at a set moment.
let clock = systemClock;

/** Sets the clock by what the server said. @param instant ISO 8601, the server's now */
export function setServerNow(instant: string): void {
  clock = clockStartingAt(instant);
}

/** The server's now, as ISO 8601 in UTC. */
export function now(): string {
  return clock.iso();
}

/** Today in Finland, `YYYY-MM-DD`. */
export function today(): string {
  return toHelsinki(now()).date;
}

/** The server's now, drawn again as time goes on. @param everySeconds how fine the page needs it */
export function useNow(everySeconds = 30): string {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return instant;
}

/** Today in Finland; the page is drawn again at midnight, and not before. */
export function useToday(): string {
  return useSyncExternalStore(everyHalfMinute, today);
}

function everyHalfMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 30_000);
  return () => clearInterval(timer);
}
