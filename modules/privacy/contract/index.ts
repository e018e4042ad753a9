import { z } from 'zod';
import { EducationProviderId, endpoint, Instant, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

/** What somebody did with a person's data on one day, gathered so that a person can read it. */
export const Disclosure = z.strictObject({
  educationProviderId: EducationProviderId,
  organisation: LocalizedText,
  on: LocalDate,
  firstAt: Instant,
  lastAt: Instant,
  times: z.number().int(),
  /** The reader's role towards the person: `teacher`, `school-office`, `guardian`, `self`, `system` … */
  as: z.string(),
  /** Why, and what: texts in the language of the request. */
  purpose: z.string(),
  act: z.string(),
  wasRefused: z.boolean(),
});

export const getOwnLog = endpoint({
  id: 'privacy.getOwnLog',
  method: 'GET',
  path: '/own-log',
  scope: 'account',
  summary: 'Who has seen my data, or that of a child in my custody: when, which organisation, why.',
  query: z.strictObject({
    /** One of `subjects`; left out: myself. */
    personId: z.uuid().optional(),
    before: Instant.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.strictObject({
    subjects: z.array(z.strictObject({ educationProviderId: EducationProviderId, personId: PersonId, callName: z.string(), isSelf: z.boolean() })),
    items: z.array(Disclosure),
    nextBefore: Instant.nullable(),
  }),
});

export const getPersonLog = endpoint({
  id: 'privacy.getPersonLog',
  method: 'GET',
  path: '/people/:personId/log',
  scope: 'provider',
  summary: 'Who has seen a person’s data, with names: for the data protection officer, each look logged.',
  params: z.strictObject({ personId: z.uuid() }),
  query: z.strictObject({ before: Instant.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        at: Instant,
        actor: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }).nullable(),
        action: z.string(),
        basis: z.string().nullable(),
        purpose: z.string(),
        endpoint: z.string().nullable(),
        outcome: z.enum(['done', 'denied']),
      }),
    ),
    nextBefore: Instant.nullable(),
  }),
  stepUp: true,
});
export * from './watch.ts';
