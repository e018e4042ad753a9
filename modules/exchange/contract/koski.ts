import { z } from 'zod';
import { endpoint, Instant, LocalizedText, page, pageQuery, PersonId } from '@digione/platform/contract';

/** Where a study right stands in the transfer to KOSKI. */
export const KoskiState = z.enum(['waiting', 'sending', 'sent', 'refused', 'differs', 'cancelled']);
export type KoskiState = z.infer<typeof KoskiState>;

export const KoskiConnection = z.strictObject({
  /** 0 while nobody has decided. */
  version: z.number().int(),
  isOn: z.boolean(),
  /** Where documents go; null when the operator has given no access, and nothing is sent. The password is told to nobody. */
  address: z.string().nullable(),
  user: z.string().nullable(),
});
export type KoskiConnection = z.infer<typeof KoskiConnection>;

export const getKoskiConnection = endpoint({
  id: 'exchange.getKoskiConnection',
  method: 'GET',
  path: '/koski/connection',
  scope: 'provider',
  summary: 'Whether study rights are transferred to KOSKI, and where to.',
  response: KoskiConnection,
  refreshOn: ['koski'],
});

export const setKoskiConnection = endpoint({
  id: 'exchange.setKoskiConnection',
  method: 'PUT',
  path: '/koski/connection',
  scope: 'provider',
  summary: 'Turns the transfer to KOSKI on or off. Turned on, every study right is told.',
  body: z.strictObject({ isOn: z.boolean() }),
  response: KoskiConnection,
  ifMatch: true,
});

export const KoskiTransfer = z.strictObject({
  studyRightId: z.uuid(),
  learner: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }),
  schoolName: LocalizedText,
  educationForm: z.string(),
  state: KoskiState,
  askedAt: Instant,
  sentAt: Instant.nullable(),
  /** When it is tried again, where it waits after a failure. */
  nextAttemptAt: Instant.nullable(),
  failures: z.number().int(),
  /** KOSKI's number of the study right, and of its version there. */
  oid: z.string().nullable(),
  koskiVersion: z.number().int().nullable(),
  /** What is wrong, in the reader's language; `key` is KOSKI's. */
  faults: z.array(z.strictObject({ key: z.string(), message: z.string() })),
});
export type KoskiTransfer = z.infer<typeof KoskiTransfer>;

export const listKoskiTransfers = endpoint({
  id: 'exchange.listKoskiTransfers',
  method: 'GET',
  path: '/koski/transfers',
  scope: 'provider',
  summary: 'The transfer of study rights to KOSKI: those of own schools, the latest first, with what is to be mended; and how many stand in which state.',
  query: z.strictObject({ ...pageQuery, state: KoskiState.optional() }),
  response: page(KoskiTransfer).extend({ counts: z.strictObject({ waiting: z.number().int(), sending: z.number().int(), sent: z.number().int(), refused: z.number().int(), differs: z.number().int(), cancelled: z.number().int() }) }),
  refreshOn: ['koski'],
});

export const resendToKoski = endpoint({
  id: 'exchange.resendToKoski',
  method: 'POST',
  path: '/learners/:learnerId/study-rights/:studyRightId/koski-resend',
  scope: 'provider',
  summary: 'Asks that a study right be told to KOSKI again, now.',
  params: z.strictObject({ learnerId: z.uuid(), studyRightId: z.uuid() }),
  response: z.strictObject({ learnerId: PersonId, studyRightId: z.uuid() }),
  status: 202,
});

export const listKoskiAttempts = endpoint({
  id: 'exchange.listKoskiAttempts',
  method: 'GET',
  path: '/koski/attempts',
  scope: 'provider',
  summary: 'The latest requests to KOSKI and what came of them, without personal data.',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        koskiAttemptId: z.uuid(),
        at: Instant,
        act: z.enum(['send', 'cancel', 'compare']),
        outcome: z.enum(['done', 'refused', 'failed', 'differs']),
        status: z.number().int().nullable(),
        key: z.string().nullable(),
        milliseconds: z.number().int(),
      }),
    ),
  }),
  refreshOn: ['koski'],
});
