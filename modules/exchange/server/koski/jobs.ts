import { z } from 'zod';
import { asSystem, type Database } from '@digione/platform/db';
import type { Subscriber } from '@digione/platform/events';
import type { JobDefinition } from '@digione/platform/jobs';
import { koskiClient, type KoskiAccess } from './client.ts';
import { compareSent, sendWaiting } from './send.ts';
import { askToSend, deleteOldAttempts, isTransferOn, listConnectedProviders } from './transfer.queries.ts';

/** How a provider reaches KOSKI, by its key; undefined: it does not. */
export type FindKoskiAccess = (providerKey: string) => KoskiAccess | undefined;

const AboutStudyRight = z.looseObject({ studyRightId: z.uuid() });
const AboutLearner = z.looseObject({ learnerId: z.uuid() });

async function forEachConnected(database: Database, findAccess: FindKoskiAccess, work: (sender: Parameters<typeof sendWaiting>[0]) => Promise<unknown>): Promise<void> {
  for (const { educationProviderId, key } of await listConnectedProviders(database)) {
    const access = findAccess(key);
    if (access !== undefined) await work({ database, educationProviderId, client: koskiClient(access) });
  }
}

/** Every minute what waits is told; every night what KOSKI has is compared with what we have, and study rights that nobody asked about are asked about. */
export const koskiJobs = (findAccess: FindKoskiAccess): readonly JobDefinition[] => [
  { name: 'exchange.sendToKoski', schedule: '* * * * *', run: (_payload, { database }) => forEachConnected(database, findAccess, sendWaiting) },
  {
    name: 'exchange.compareWithKoski',
    schedule: '10 1 * * *',
    run: (_payload, { database }) =>
      forEachConnected(database, findAccess, async (sender) => {
        await asSystem('ask about study rights that came in by import', database, { educationProviderId: sender.educationProviderId, source: 'koski' }, async (tx) => {
          await askToSend(tx, 'never-asked');
          await deleteOldAttempts(tx);
        });
        await compareSent(sender);
      }),
  },
];

const asksForLearner = (event: string): Subscriber => ({
  name: `exchange.askToSend.${event}`,
  event,
  async handle(tx, { payload }) {
    const about = AboutLearner.safeParse(payload);
    if (about.success && (await isTransferOn(tx))) await askToSend(tx, about.data);
  },
});

/** A change in the records asks for one transfer of that study right; a change of the learner's way for all of theirs. */
export const koskiSubscribers: readonly Subscriber[] = [
  {
    name: 'exchange.askToSend',
    event: 'study-record.changed',
    async handle(tx, { payload }) {
      const { studyRightId } = AboutStudyRight.parse(payload);
      if (await isTransferOn(tx)) await askToSend(tx, { studyRightId });
    },
  },
  ...['learner.changed', 'learner.changeUndone', 'learner.admitted', 'learner.homeroomChanged'].map(asksForLearner),
];
