/** Rules' names, as they stand in audit records, told in the few words a family needs. */
const ROLES: readonly (readonly [prefix: string, as: string])[] = [
  ['self', 'self'],
  ['own-account', 'self'],
  ['adult-self', 'self'],
  ['guardian', 'guardian'],
  ['homeroom-teacher', 'teacher'],
  ['teaches', 'teacher'],
  ['principal', 'school-office'],
  ['school-secretary', 'school-office'],
  ['special-needs-teacher', 'support'],
  ['guidance-counsellor', 'support'],
  ['is-data-protection-officer', 'data-protection'],
  ['is-main-user', 'administration'],
];

/**
 * In which role somebody dealt with the person's data.
 * @param basis name of the rule that allowed it; null for a refused attempt
 */
export function roleOf(basis: string | null, isSelf: boolean): string {
  if (isSelf) return 'self';
  if (basis === null) return 'unknown';
  // A composed request (a desk, a search) is logged under its own account: whose it was is told by the purpose.
  if (basis === 'own-account') return 'staff-or-family';
  return ROLES.find(([prefix]) => basis.startsWith(prefix))?.[1] ?? 'staff';
}

/** What was done, by the action's verb. */
export function actOf(action: string): 'read' | 'changed' | 'signed-in' {
  const verb = action.split('.')[1] ?? '';
  if (action.startsWith('session.')) return 'signed-in';
  return /^(read|list|search|run|know|reveal|see|export)/.test(verb) ? 'read' : 'changed';
}
