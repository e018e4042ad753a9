import type { QueryClient } from '@tanstack/react-query';
import { refreshTopics } from './query-client.ts';

const firstPause = 1000;
const longestPause = 60_000;
/** A page in the background for this long lets its connection go: the server keeps them for those who look. */
const hiddenGrace = 60_000;

/**
 * Listens to the server's live updates (server-sent events on `/api/live`) and refreshes the reads they concern.
 * After a gap everything open is asked again, since updates may have been missed.
 * @returns stops listening
 */
export function startLiveUpdates(client: QueryClient, url = '/api/live'): () => void {
  let source: EventSource | undefined;
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasGap = false;

  const open = () => {
    clearTimeout(timer);
    if (source || document.hidden || !navigator.onLine) return;
    source = new EventSource(url);
    source.addEventListener('open', () => {
      pause = firstPause;
      if (hasGap) void refreshTopics(client, ['*']);
      hasGap = false;
    });
    source.addEventListener('refresh', (event: MessageEvent<string>) => void refreshTopics(client, readTopics(event.data)));
    source.addEventListener('error', () => {
      close();
      // Spread out, so that a restarted server is not met by all its pages at once.
      timer = setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, longestPause);
    });
  };
  const close = () => {
    clearTimeout(timer);
    if (!source) return;
    source.close();
    source = undefined;
    hasGap = true;
  };
  const onVisibility = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, hiddenGrace);
    else open();
  };

  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', open);
  window.addEventListener('offline', close);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', open);
    window.removeEventListener('offline', close);
    close();
  };
}

/** The topics of a `refresh` message; a message that cannot be read refreshes everything rather than nothing. */
export function readTopics(data: string): string[] {
  try {
    const parsed: unknown = JSON.parse(data);
    if (typeof parsed === 'object' && parsed !== null && 'topics' in parsed && Array.isArray(parsed.topics)) {
      return parsed.topics.filter((topic) => typeof topic === 'string');
    }
  } catch {
    // falls through
  }
  return ['*'];
}
