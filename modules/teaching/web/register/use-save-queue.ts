import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call, endpointKey, ProblemError, refreshTopics } from '@digione/platform/web';
import { getRegister, saveRegister, type Register } from '../../contract/index.ts';
import type { Change } from './change.ts';
import { SaveQueue, type Line, type Outcome, type Snapshot } from './save-queue.ts';
import { untilOnline } from './until-online.ts';

/** A type and not an interface: the call takes it as a record of path parameters. */
export type RegisterParams = {
  readonly educationProviderId: string;
  readonly weeklyLessonId: string;
  readonly heldOn: string;
};

/** Beside the pages: what was marked right before leaving a register is still saved. */
const queues = new Map<string, SaveQueue>();

/** The register as it is being marked: what the server has and what one has done on top of it. */
export function useSaveQueue(params: RegisterParams, read: Register): { snapshot: Snapshot; queue: SaveQueue } {
  const client = useQueryClient();
  const [queue] = useState(() => queueOf(client, params, read));
  const snapshot = useSyncExternalStore(queue.subscribe, () => queue.snapshot);
  useEffect(() => queue.hear(read), [queue, read]);
  return { snapshot, queue };
}

function queueOf(client: QueryClient, params: RegisterParams, read: Register): SaveQueue {
  for (const [key, queue] of queues) if (queue.isIdle && !queue.isWatched) queues.delete(key);
  const key = `${params.educationProviderId} ${params.weeklyLessonId} ${params.heldOn}`;
  const queue = queues.get(key) ?? new SaveQueue(lineTo(client, params), read);
  queues.set(key, queue);
  window.addEventListener('beforeunload', warnOfUnsaved);
  return queue;
}

function warnOfUnsaved(event: BeforeUnloadEvent): void {
  if ([...queues.values()].some((queue) => !queue.isIdle)) event.preventDefault();
}

function lineTo(client: QueryClient, params: RegisterParams): Line {
  return {
    save: (change, version, key) => send(params, change, version, key),
    read: () => call(getRegister, { params }),
    newKey: () => crypto.randomUUID(),
    wait: untilOnline,
    onSaved: (register) => {
      client.setQueryData(endpointKey(getRegister, { params }), register);
      void refreshTopics(client, ['desk']);
    },
  };
}

async function send(params: RegisterParams, change: Change, version: number, key: string): Promise<Outcome> {
  const marks = [...change.marks].map(([learnerId, { mark, minutes }]) => ({ learnerId, mark, minutes }));
  const body = { marks, allPresent: change.allPresent, ...(change.topic !== undefined && { topic: change.topic }) };
  try {
    return { kind: 'saved', saved: await call(saveRegister, { params, body, ifMatch: version }, { idempotencyKey: key }) };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 412) return { kind: 'overtaken' };
    if (error instanceof ProblemError && (error.isUnreachable || error.status === 429)) return { kind: 'unreachable' };
    return { kind: 'refused', error };
  }
}
