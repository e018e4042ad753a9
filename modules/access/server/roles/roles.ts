import { PROVIDER_WIDE_ROLES, SENSITIVE_ROLES, type GivableRole } from '../../contract/index.ts';

export interface Wish {
  readonly personId: string;
  readonly role: GivableRole;
  readonly schoolId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface Fault {
  readonly path: string;
  readonly key: string;
}

export const isSensitive = (role: string): boolean => SENSITIVE_ROLES.includes(role);

/** What is wrong with a wish, by field, before the database is asked. */
export function faultsOf(wish: Wish, today: string): Fault[] {
  const faults: Fault[] = [];
  if (PROVIDER_WIDE_ROLES.includes(wish.role) && wish.schoolId !== null) faults.push({ path: 'schoolId', key: 'access.problem.providerWide' });
  // A right cannot be given for days gone by: what was done then was done without it.
  if (wish.validFrom < today) faults.push({ path: 'validFrom', key: 'access.problem.past' });
  if (wish.validTo !== null && wish.validTo < wish.validFrom) faults.push({ path: 'validTo', key: 'access.problem.endsBeforeStart' });
  return faults;
}
