import { z } from 'zod';
import type { JobDefinition } from '@digione/platform/jobs';
import { listProvidersWithWork } from './run.queries.ts';
import { workRollOver } from './work.ts';

export const ROLL_OVER_JOB = 'school-admin.rollOver';
const Payload = z.object({ educationProviderId: z.uuid(), rollOverId: z.uuid() });

/** The work itself, and once a minute whatever a killed process has left of it. */
export const rollOverJobs: readonly JobDefinition[] = [
  {
    name: ROLL_OVER_JOB,
    async run(payload, { database }) {
      const { educationProviderId, rollOverId } = Payload.parse(payload);
      await workRollOver(database, educationProviderId, rollOverId);
    },
  },
  {
    name: 'school-admin.sweepRollOvers',
    schedule: '* * * * *',
    async run(_payload, { database }) {
      for (const { educationProviderId, rollOverId } of await listProvidersWithWork(database.system)) await workRollOver(database, educationProviderId, rollOverId);
    },
  },
];
