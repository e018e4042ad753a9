import { anyIdentity, defineAction, providerObject, schoolsWithRole, type Role, type Rule } from '@digione/platform/access';

export const readOwnAccount = defineAction({ name: 'account.read', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const updateOwnAccount = defineAction({ name: 'account.update', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const endOwnSession = defineAction({ name: 'session.end', purpose: 'purpose.ownAccount', object: providerObject, anyOf: [anyIdentity] });
export const readOwnDesk = defineAction({ name: 'desk.read', purpose: 'purpose.ownDesk', object: providerObject, anyOf: [anyIdentity] });

/** A role over the whole provider; the same role at one school is not enough to say who may do what. */
const providerWide = (role: Role): Rule => ({ name: `is-${role}`, when: (actor) => schoolsWithRole(actor, role) === 'all' });

export const readRoles = defineAction({
  name: 'role-assignment.read',
  purpose: 'purpose.administration',
  object: providerObject,
  anyOf: [providerWide('main-user'), providerWide('data-protection-officer')],
});
export const giveRoleAction = defineAction({ name: 'role-assignment.give', purpose: 'purpose.administration', object: providerObject, anyOf: [providerWide('main-user')] });
export const endRoleAction = defineAction({ name: 'role-assignment.end', purpose: 'purpose.administration', object: providerObject, anyOf: [providerWide('main-user')] });
