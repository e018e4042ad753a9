import { sql } from 'kysely';
import { hasProviderWideRole, hasRole, schoolsWithRole, type Actor, type Role } from './actor.ts';
import type { ObjectRef, Rule } from './action.ts';

/** The actor has one of the roles anywhere in the provider. */
export const hasAnyRole = (...roles: readonly Role[]): Rule => ({
  name: `is-${roles.join('-or-')}`,
  when: (actor) => hasRole(actor, ...roles),
});

/** The actor has one of the roles over the whole provider. For what concerns all of it: imports, roles, everybody's log. */
export const hasRoleOverProvider = (...roles: readonly Role[]): Rule => ({
  name: `is-${roles.join('-or-')}`,
  when: (actor) => hasProviderWideRole(actor, ...roles),
});

/** Anyone with an identity in the provider. */
export const anyIdentity: Rule = { name: 'belongs-to-provider', when: () => true };

/** The object is the actor's own person. */
export const self: Rule = {
  name: 'self',
  when: (actor, person) => sql<boolean>`${person} = ${actor.personId}::uuid`,
};

/** The object is a school at which the actor has one of the roles. */
export const roleAtSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-school`,
  when: (actor, school) => schoolCondition(actor, roles, school),
});

/** `school` is one of those where the actor has a role; for use inside other rules. */
export function schoolCondition(actor: Actor, roles: readonly Role[], school: ObjectRef) {
  const schools = schoolsWithRole(actor, ...roles);
  if (schools === 'all') return true;
  return schools.length === 0 ? false : sql<boolean>`${school} = any(${schools}::uuid[])`;
}
