/** A role a person has, at one school or (null) at every school of the provider. */
export interface RoleInForce {
  role: Role;
  schoolId: string | null;
}

export const ROLES = [
  'teacher',
  'class-teacher',
  'special-needs-teacher',
  'guidance-counsellor',
  'teaching-assistant',
  'principal',
  'school-secretary',
  'expert',
  'main-user',
  'data-protection-officer',
  'vendor',
  'platform-operator',
] as const;
export type Role = (typeof ROLES)[number];

/** The signed-in account: one human over all providers. */
export interface Account {
  accountId: string;
  sessionId: string;
  language: 'fi' | 'sv' | 'en';
  theme: 'auto' | 'light' | 'dark';
  /** When the human last proved who they are; step-up asks for a recent one. */
  authenticatedAt: string;
  identities: readonly Identity[];
}

/** The account as a person of one education provider. */
export interface Identity {
  educationProviderId: string;
  providerName: { fi?: string; sv?: string; en?: string };
  personId: string;
  callName: string;
  lastName: string;
  roles: readonly (RoleInForce & { schoolName: { fi?: string; sv?: string; en?: string } | null })[];
  isGuardian: boolean;
  isLearner: boolean;
}

/** Who acts in a transaction of one provider. */
export interface Actor extends Identity {
  accountId: string;
  sessionId: string;
}

/** The schools at which the actor has one of the roles; `all` when the role is for the whole provider. */
export function schoolsWithRole(actor: Pick<Identity, 'roles'>, ...roles: readonly Role[]): 'all' | string[] {
  const held = actor.roles.filter((entry) => roles.includes(entry.role));
  if (held.some((entry) => entry.schoolId === null)) return 'all';
  return [...new Set(held.flatMap((entry) => (entry.schoolId === null ? [] : [entry.schoolId])))];
}

export const hasRole = (actor: Pick<Identity, 'roles'>, ...roles: readonly Role[]): boolean =>
  actor.roles.some((entry) => roles.includes(entry.role));

/** Has one of the roles over the whole provider: the same role at one school says nothing of the others. */
export const hasProviderWideRole = (actor: Pick<Identity, 'roles'>, ...roles: readonly Role[]): boolean =>
  actor.roles.some((entry) => entry.schoolId === null && roles.includes(entry.role));
