import type { Identity } from '@digione/platform/web';

export interface OwnSchool {
  readonly educationProviderId: string;
  readonly schoolId: string;
  readonly name: NonNullable<Identity['roles'][number]['schoolName']>;
}

export interface SchoolsOfRoles {
  /** Where the roles are held for one school. */
  readonly named: readonly OwnSchool[];
  /** The education provider over all of whose schools a role is held. */
  readonly everywhere: string | undefined;
}

/** Where somebody has one of the roles. A role over all schools opens every one of them, whatever is named beside it. */
export function schoolsOfRoles(identities: readonly Pick<Identity, 'educationProviderId' | 'roles'>[], roles: readonly string[]): SchoolsOfRoles {
  const held = identities.flatMap(({ educationProviderId, roles: all }) => all.filter(({ role }) => roles.includes(role)).map((one) => ({ ...one, educationProviderId })));
  const everywhere = held.find(({ schoolId }) => schoolId === null)?.educationProviderId;
  const named = new Map<string, OwnSchool>();
  for (const { educationProviderId, schoolId, schoolName } of held) {
    if (schoolId !== null && educationProviderId !== everywhere) named.set(schoolId, { educationProviderId, schoolId, name: schoolName ?? {} });
  }
  return { named: [...named.values()], everywhere };
}
