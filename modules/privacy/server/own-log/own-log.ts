/** Rules of relation, as their names stand in audit records, told in the few words a family needs. */
const RELATIONS: readonly (readonly [prefix: string, as: string])[] = [
  ['self', 'self'],
  ['adult-self', 'self'],
  ['guardian-of-', 'guardian'],
  ['guardian-with-', 'guardian'],
  ['homeroom-teacher', 'teacher'],
  ['teaches', 'teacher'],
  ['holds-lesson', 'teacher'],
  // A program run where the server is: nobody who is signed in.
  ['operator', 'operations'],
];

const ROLES: Readonly<Record<string, string>> = {
  teacher: 'teacher',
  'class-teacher': 'teacher',
  principal: 'school-office',
  'school-secretary': 'school-office',
  'special-needs-teacher': 'support',
  'guidance-counsellor': 'support',
  'data-protection-officer': 'data-protection',
  'main-user': 'administration',
};

/** A rule of roles, `is-a-or-b` or `a-or-b-of-learners-school`, tells which of them it was only when all read the same. */
function ofRoles(basis: string): string {
  const roles = basis.replace(/^is-/, '').replace(/-of-[a-z-]*school$/, '').split('-or-');
  const [first = 'staff', ...others] = new Set(roles.map((role) => ROLES[role] ?? 'staff'));
  return others.length === 0 ? first : 'staff';
}

/**
 * In which role somebody dealt with the person's data.
 * @param basis name of the rule that allowed it; null for a refused attempt
 */
export function roleOf(basis: string | null, isSelf: boolean): string {
  if (isSelf) return 'self';
  if (basis === null) return 'unknown';
  // A composed request (a desk, a search) is logged under its own account: whose it was is told by the purpose.
  if (basis === 'own-account') return 'staff-or-family';
  return RELATIONS.find(([prefix]) => basis.startsWith(prefix))?.[1] ?? ofRoles(basis);
}

/** What was done, by the action's verb. */
export function actOf(action: string): 'read' | 'changed' | 'signed-in' {
  const verb = action.split('.')[1] ?? '';
  if (action.startsWith('session.')) return 'signed-in';
  return /^(read|list|search|run|know|reveal|see|export)/.test(verb) ? 'read' : 'changed';
}
