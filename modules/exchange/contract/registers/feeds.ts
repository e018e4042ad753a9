import { z } from 'zod';
import { endpoint, Instant, PersonId } from '@digione/platform/contract';

export const RegisterName = z.enum(['population', 'learner-number']);
const Someone = z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() });

export const listRegisterFeeds = endpoint({
  id: 'exchange.listRegisterFeeds',
  method: 'GET',
  path: '/register-feeds',
  scope: 'provider',
  summary: 'How following each national register goes, and the people of whom a human has to decide something.',
  response: z.strictObject({
    feeds: z.array(
      z.strictObject({
        register: RegisterName,
        isConnected: z.boolean(),
        lastRunAt: Instant.nullable(),
        lastSuccessAt: Instant.nullable(),
        /** What the register answered when it did not answer well. */
        lastFailure: z.string().nullable(),
        /** How many times in a row. */
        failures: z.number().int(),
      }),
    ),
    troubles: z.array(
      z.strictObject({
        registerTroubleId: z.uuid(),
        register: RegisterName,
        kind: z.enum(['not-found', 'conflict', 'refused', 'two-people']),
        person: Someone,
        other: Someone.nullable(),
        seenAt: Instant,
      }),
    ),
  }),
  refreshOn: ['register-feed'],
});

export const runRegisterFeed = endpoint({
  id: 'exchange.runRegisterFeed',
  method: 'POST',
  path: '/register-feeds/:register/run',
  scope: 'provider',
  summary: 'Asks the register now instead of at its next time.',
  params: z.strictObject({ register: RegisterName }),
  response: z.strictObject({ register: RegisterName }),
  status: 202,
});

export const solveRegisterTrouble = endpoint({
  id: 'exchange.solveRegisterTrouble',
  method: 'POST',
  path: '/register-troubles/:registerTroubleId/solve',
  scope: 'provider',
  summary: 'Says that a trouble has been looked at: the register is asked about the person again.',
  params: z.strictObject({ registerTroubleId: z.uuid() }),
  response: z.strictObject({ registerTroubleId: z.uuid(), personId: PersonId }),
});
