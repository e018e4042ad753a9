import { accountRoute, notFound, type Route } from '@digione/platform/http';
import { endMySession, listMySessions, updateMyPreferences } from '../../contract/index.ts';
import { endOwnSession, readOwnAccount, updateOwnAccount } from '../actions.ts';
import { endSession, listSessions, updatePreferences } from './own-account.queries.ts';

export const ownAccountRoutes: readonly Route[] = [
  accountRoute(updateMyPreferences, {
    action: updateOwnAccount,
    handle: ({ account, database }, { body }) => updatePreferences(database, account.accountId, body),
  }),
  accountRoute(listMySessions, {
    action: readOwnAccount,
    handle: async ({ account, database }) => ({ sessions: await listSessions(database, account.accountId, account.sessionId) }),
  }),
  accountRoute(endMySession, {
    action: endOwnSession,
    handle: async ({ account, database, inProvider }, { params }) => {
      if (!(await endSession(database, account.accountId, params.sessionId))) throw notFound();
      for (const identity of account.identities) await inProvider(identity, async (context) => context.about(identity.personId));
      return undefined;
    },
  }),
];
