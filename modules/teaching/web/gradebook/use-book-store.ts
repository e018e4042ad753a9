import { useEffect, useState, useSyncExternalStore } from 'react';
import { call, ProblemError } from '@digione/platform/web';
import { saveEvidence, type Gradebook } from '../../contract/index.ts';
import { BookStore, type Line, type Outcome, type SentCell, type ShownCell, type Status } from './book-store.ts';

/** A type and not an interface: the call takes it as a record of path parameters. */
export type BookParams = { readonly educationProviderId: string; readonly groupId: string };

/** Beside the pages: what was typed right before leaving a book is still saved. */
const stores = new Map<string, BookStore>();

/** The grade book as it is being filled. */
export function useBookStore(params: BookParams, read: Gradebook): BookStore {
  const [store] = useState(() => storeOf(params, read));
  useEffect(() => store.hear(read.values), [store, read.values]);
  return store;
}

export const useBookStatus = (store: BookStore): Status => useSyncExternalStore(store.subscribe, () => store.status);
export const useCell = (store: BookStore, key: string): ShownCell => useSyncExternalStore(store.subscribe, () => store.shownAt(key));

function storeOf(params: BookParams, read: Gradebook): BookStore {
  for (const [key, store] of stores) if (store.isIdle && !store.isWatched) stores.delete(key);
  const key = `${params.educationProviderId} ${params.groupId}`;
  const store = stores.get(key) ?? new BookStore(lineTo(params), read.values);
  stores.set(key, store);
  window.addEventListener('beforeunload', warnOfUnsaved);
  return store;
}

function warnOfUnsaved(event: BeforeUnloadEvent): void {
  if ([...stores.values()].some((store) => !store.isIdle)) event.preventDefault();
}

const lineTo = (params: BookParams): Line => ({ save: (cells, key) => send(params, cells, key), newKey: () => crypto.randomUUID(), wait: untilOnline });

async function send(params: BookParams, cells: readonly SentCell[], key: string): Promise<Outcome> {
  try {
    return { kind: 'saved', ...(await call(saveEvidence, { params, body: { changes: [...cells] } }, { idempotencyKey: key })) };
  } catch (error) {
    if (!(error instanceof ProblemError)) return { kind: 'refused', cells: new Map(), message: String(error) };
    if (error.isUnreachable || error.status === 429) return { kind: 'unreachable' };
    const named = error.errors.flatMap(({ path, message }) => {
      const [, index] = /^changes\.(\d+)\./.exec(path) ?? [];
      return index === undefined ? [] : [[Number(index), message] as const];
    });
    return { kind: 'refused', cells: new Map(named), message: error.detail ?? error.title };
  }
}

/** Waits, but no longer than until the network is back. */
function untilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
