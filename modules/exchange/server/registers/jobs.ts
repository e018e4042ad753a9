import type { JobDefinition } from '@digione/platform/jobs';
import type { Database } from '@digione/platform/db';
import { followLearnerNumbers } from '../learner-number/follow.ts';
import { followPopulation } from '../population/follow.ts';
import { listProviders } from './feeds.queries.ts';
import type { OpenRegisters } from './open-registers.ts';

/** Every provider that is connected, one after the other; a fault in one city's data keeps no other city waiting. */
async function forEachProvider(database: Database, work: (provider: { educationProviderId: string; key: string }) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const provider of await listProviders(database.system)) await work(provider).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, 'Registers could not be followed for every provider.');
}

/** The job that follows each register. */
export const FOLLOW_JOBS = { population: 'exchange.followPopulation', 'learner-number': 'exchange.followLearnerNumbers' } as const;

/** A protected person must be hidden, and a removed guardian kept out, within minutes of the register's word. */
export const registerJobs = (registers: OpenRegisters): readonly JobDefinition[] => [
  {
    name: FOLLOW_JOBS.population,
    schedule: '*/5 * * * *',
    run: (_payload, { database }) =>
      forEachProvider(database, async (provider) => {
        const client = await registers.population(provider.educationProviderId);
        if (client !== undefined) await followPopulation(database, client, provider);
      }),
  },
  {
    name: FOLLOW_JOBS['learner-number'],
    schedule: '*/10 * * * *',
    run: (_payload, { database }) =>
      forEachProvider(database, async ({ educationProviderId }) => {
        const client = await registers.learnerNumber(educationProviderId);
        if (client !== undefined) await followLearnerNumbers(database, client, educationProviderId);
      }),
  },
];
