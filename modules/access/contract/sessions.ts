import { z } from 'zod';
import { endpoint, Instant, Language } from '@digione/platform/contract';

export const updateMyPreferences = endpoint({
  id: 'access.updateMyPreferences',
  method: 'PATCH',
  path: '/me/preferences',
  scope: 'account',
  summary: 'Chooses the language and the look of the workspace.',
  body: z.strictObject({ language: Language.optional(), theme: z.enum(['auto', 'light', 'dark']).optional() }),
  response: z.strictObject({ language: Language, theme: z.enum(['auto', 'light', 'dark']) }),
});

export const MySession = z.strictObject({
  sessionId: z.uuid(),
  /** A browser, or the token of a program. */
  kind: z.enum(['browser', 'token']),
  /** `Firefox · Windows`; null when it is not known. */
  device: z.string().nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  isCurrent: z.boolean(),
});
export type MySession = z.infer<typeof MySession>;

export const listMySessions = endpoint({
  id: 'access.listMySessions',
  method: 'GET',
  path: '/me/sessions',
  scope: 'account',
  summary: 'Where I am signed in.',
  response: z.strictObject({ sessions: z.array(MySession) }),
  refreshOn: ['access'],
});

export const endMySession = endpoint({
  id: 'access.endMySession',
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  scope: 'account',
  summary: 'Signs one of my devices or programs out.',
  params: z.strictObject({ sessionId: z.uuid() }),
  response: z.undefined(),
  status: 204,
});
