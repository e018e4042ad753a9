import { accountRoute, publicRoute, type AccountContext, type Route } from '@digione/platform/http';
import { listSignInProviders, signOut, signOutEverywhere } from '../../contract/index.ts';
import { endOwnSession } from '../actions.ts';
import { deleteSession, deleteSessionsOfAccount, findSessionOrigin } from '../session/sessions.queries.ts';
import type { IdentityProviders } from './identity-providers.ts';

export const SIGNED_OUT = '/sign-in/signed-out';

export function signInRoutes(providers: IdentityProviders, baseUrl: string): readonly Route[] {
  /** The provider's own end of session, when it has one and answers; else the end of ours alone. */
  async function redirectAfter({ database, account }: AccountContext): Promise<string> {
    const origin = await findSessionOrigin(database.system, account.sessionId);
    const party = providers.list.find(({ loginIssuer }) => loginIssuer === origin?.issuer);
    const url = await party?.endSessionUrl(origin?.idToken ?? null, baseUrl + SIGNED_OUT).catch(() => undefined);
    return url ?? SIGNED_OUT;
  }

  /** The record first: what cannot be recorded is not done. */
  const recordEnd = async ({ account, inProvider }: AccountContext): Promise<void> => {
    for (const identity of account.identities) await inProvider(identity, async (context) => context.about(identity.personId));
  };

  return [
    publicRoute(listSignInProviders, {
      handle: async () => ({
        providers: providers.list.map(({ provider, loginIssuer }) => ({
          key: provider.key,
          name: provider.name,
          href: `/sign-in/${provider.key}`,
          isDemo: loginIssuer !== provider.issuer,
        })),
      }),
    }),
    accountRoute(signOut, {
      action: endOwnSession,
      handle: async (context) => {
        const redirectTo = await redirectAfter(context);
        await recordEnd(context);
        await deleteSession(context.database.system, context.account.sessionId);
        return { redirectTo };
      },
    }),
    accountRoute(signOutEverywhere, {
      action: endOwnSession,
      handle: async (context) => {
        const redirectTo = await redirectAfter(context);
        await recordEnd(context);
        await deleteSessionsOfAccount(context.database.system, context.account.accountId);
        return { redirectTo };
      },
    }),
  ];
}
