import { z } from 'zod';
import { AccountId, EducationProviderId, endpoint, Instant, Language, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const RoleHeld = z.strictObject({ role: z.string(), schoolId: z.uuid().nullable(), schoolName: LocalizedText.nullable() });

export const MyIdentity = z.strictObject({
  educationProviderId: EducationProviderId,
  providerName: LocalizedText,
  personId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  roles: z.array(RoleHeld),
  isGuardian: z.boolean(),
  isLearner: z.boolean(),
  isStaff: z.boolean(),
});

export const Me = z.strictObject({
  accountId: AccountId,
  displayName: z.string(),
  language: Language,
  theme: z.enum(['auto', 'light', 'dark']),
  /** The server's clock: a demonstration may live on another day. */
  now: Instant,
  today: LocalDate,
  mode: z.enum(['demo', 'production', 'test']),
  identities: z.array(MyIdentity),
  abilities: z.array(z.string()),
  unreadNotifications: z.number().int(),
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
  id: 'access.getMe',
  method: 'GET',
  path: '/me',
  scope: 'account',
  summary: 'The signed-in account: who I am in each education provider and what I may use.',
  response: Me,
  refreshOn: ['access', 'notification'],
});
