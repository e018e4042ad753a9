import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { ProblemError, refreshTopics } from '@digione/platform/web';
import { untilOnline } from '../register/until-online.ts';
import { Outbox, type OutboxSnapshot } from './outbox.ts';

/** Beside the pages, as the registers' queues are: what was written right before leaving is still sent. */
const outboxes = new Map<string, Outbox>();

const warnOfUnsent = (event: BeforeUnloadEvent): void => {
  if ([...outboxes.values()].some((outbox) => !outbox.isIdle)) event.preventDefault();
};

function outboxOf(client: QueryClient, key: string): Outbox {
  const known = outboxes.get(key);
  if (known !== undefined) return known;
  const outbox = new Outbox({
    newKey: () => crypto.randomUUID(),
    wait: untilOnline,
    isUnreachable: (error) => error instanceof ProblemError && (error.isUnreachable || error.status === 429),
    onSent: () => void refreshTopics(client, ['schoolwork']),
  });
  outboxes.set(key, outbox);
  window.addEventListener('beforeunload', warnOfUnsent);
  return outbox;
}

/** What one writes down of a lesson, on its way to the server. */
export function useOutbox(key: string): { outbox: Outbox; snapshot: OutboxSnapshot } {
  const client = useQueryClient();
  const [outbox] = useState(() => outboxOf(client, key));
  return { outbox, snapshot: useSyncExternalStore(outbox.subscribe, () => outbox.snapshot) };
}
