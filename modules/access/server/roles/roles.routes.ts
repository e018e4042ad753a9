import { freshUntil, HttpProblem, invalid, notFound, providerRoute, requireFreshSignIn, type ProviderContext, type Route } from '@digione/platform/http';
import { endRole, getRoleCandidate, giveRole, listRoleAssignments, searchRoleCandidates, undoEndOfRole, type RoleAssignment } from '../../contract/index.ts';
import type { RoleAssignmentChanged } from '../../events.ts';
import { endRoleAction, giveRoleAction, readRoles } from '../actions.ts';
import { faultsOf, isSensitive } from './roles.ts';
import * as queries from './roles.queries.ts';
import { readCursor, writeCursor } from './cursor.ts';

async function getAssignment({ tx, actor }: ProviderContext, id: string): Promise<RoleAssignment> {
  const found = await queries.findAssignment(tx, actor, id);
  if (found === undefined) throw notFound();
  return found;
}

async function announce({ tx, actor, emit }: ProviderContext, name: 'given' | 'ended', assignment: RoleAssignment): Promise<void> {
  const { roleAssignmentId, person, role, schoolId } = assignment;
  await queries.tellSessionsOf(tx, person.personId);
  const changed: RoleAssignmentChanged = { roleAssignmentId, personId: person.personId, role, schoolId };
  await emit({
    name: `role-assignment.${name}`,
    payload: { ...changed },
    live: { topics: ['access', 'role-assignment'], personIds: [person.personId, actor.personId] },
  });
}

export const roleRoutes: readonly Route[] = [
  providerRoute(listRoleAssignments, {
    action: readRoles,
    handle: async ({ tx, actor }, { query }) => {
      const { limit, cursor, ...filter } = query;
      const items = await queries.listAssignments(tx, actor, { ...filter, after: readCursor(cursor), limit: limit + 1 });
      const hasMore = items.length > limit;
      if (hasMore) items.pop();
      const last = items.at(-1);
      return { items, nextCursor: hasMore && last !== undefined ? writeCursor(last) : null };
    },
  }),

  providerRoute(giveRole, {
    action: giveRoleAction,
    handle: async (context, { body }) => {
      const { tx, actor, account, clock, about } = context;
      about(body.personId);
      if (body.personId === actor.personId) throw new HttpProblem(403, { detail: 'access.problem.ownRole' });
      if (isSensitive(body.role)) requireFreshSignIn(account, clock);
      const faults = faultsOf(body, clock.today());
      if (faults.length > 0) throw invalid(...faults);
      const { hasPerson, hasSchool, isFree } = await queries.checkWish(tx, body);
      if (!hasPerson) throw invalid({ path: 'personId', key: 'access.problem.noPerson' });
      if (!hasSchool) throw invalid({ path: 'schoolId', key: 'access.problem.noSchool' });
      if (!isFree) throw new HttpProblem(409, { detail: 'access.problem.hasRole' });
      const assignment = await getAssignment(context, await queries.insertAssignment(tx, actor, body));
      await announce(context, 'given', assignment);
      return assignment;
    },
  }),

  providerRoute(endRole, {
    action: endRoleAction,
    handle: async (context, { params, body, ifMatch }) => {
      const { tx, actor, account, clock, about } = context;
      const before = await getAssignment(context, params.roleAssignmentId);
      about(before.person.personId);
      if (before.version !== ifMatch) throw new HttpProblem(412);
      if (!before.can.end) throw new HttpProblem(409, { detail: 'access.problem.cannotEnd' });
      if (isSensitive(before.role)) requireFreshSignIn(account, clock);
      const { lastDay, reason } = body;
      if (lastDay !== null && lastDay < clock.today()) throw invalid({ path: 'lastDay', key: 'access.problem.past' });
      if (lastDay !== null && before.validTo !== null && lastDay > before.validTo) throw invalid({ path: 'lastDay', key: 'access.problem.notLonger' });
      const others = before.role === 'main-user' ? await queries.countOtherMainUsers(tx, before.roleAssignmentId, lastDay ?? clock.today()) : 1;
      // Without a main user nobody could ever give a role again.
      if (others === 0) throw new HttpProblem(409, { detail: 'access.problem.lastMainUser' });
      const isDone = await queries.updateEnd(tx, actor, { roleAssignmentId: before.roleAssignmentId, version: ifMatch, lastDay, reason: reason ?? null });
      if (!isDone) throw new HttpProblem(412);
      const assignment = await getAssignment(context, before.roleAssignmentId);
      await announce(context, 'ended', assignment);
      return assignment;
    },
  }),

  providerRoute(undoEndOfRole, {
    action: giveRoleAction,
    handle: async (context, { params, ifMatch }) => {
      const { tx, account, clock, about } = context;
      const before = await getAssignment(context, params.roleAssignmentId);
      about(before.person.personId);
      if (before.version !== ifMatch) throw new HttpProblem(412);
      if (!before.can.undoEnd) throw new HttpProblem(409, { detail: 'access.problem.cannotUndo' });
      if (isSensitive(before.role)) requireFreshSignIn(account, clock);
      if (!(await queries.restoreValidity(tx, before.roleAssignmentId, ifMatch))) throw new HttpProblem(412);
      const assignment = await getAssignment(context, before.roleAssignmentId);
      await announce(context, 'given', assignment);
      return assignment;
    },
  }),

  providerRoute(searchRoleCandidates, {
    action: giveRoleAction,
    handle: async ({ tx, actor }, { query }) => ({ candidates: await queries.searchCandidates(tx, actor, query.q) }),
  }),

  providerRoute(getRoleCandidate, {
    action: giveRoleAction,
    handle: async ({ tx, actor, account, clock }, { params }) => {
      const candidate = await queries.findCandidate(tx, actor, params.personId);
      if (candidate === undefined) throw notFound();
      return { candidate, isFresh: freshUntil(account) > clock.ms() };
    },
  }),
];
