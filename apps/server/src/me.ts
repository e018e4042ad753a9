import { getMe } from '@digione/access/contract';
import { readOwnAccount } from '@digione/access/server';
import type { Identity } from '@digione/platform/access';
import { accountRoute, type ProviderContext, type Route, type ServerModule } from '@digione/platform/http';

/** What the navigation may show: every module's word on every identity. */
export const abilitiesOf = (modules: readonly ServerModule[], identities: readonly Identity[]): string[] => [
  ...new Set(identities.flatMap((identity) => modules.flatMap((module) => module.abilities?.(identity) ?? []))),
];

/** `GET /api/me`; `countUnread` is the notification centre's kept count. */
export const meRoute = (modules: readonly ServerModule[], mode: 'demo' | 'production' | 'test', countUnread: UnreadCounter): Route =>
  accountRoute(getMe, {
    action: readOwnAccount,
    async handle({ account, clock, inProvider }) {
      const first = account.identities[0];
      let unreadNotifications = 0;
      for (const identity of account.identities) unreadNotifications += await inProvider(identity, countUnread);
      return {
        accountId: account.accountId,
        displayName: first === undefined ? '' : `${first.callName} ${first.lastName}`,
        language: account.language,
        theme: account.theme,
        now: clock.iso(),
        today: clock.today(),
        mode,
        identities: account.identities.map((identity) => ({
          ...identity,
          roles: [...identity.roles],
          isStaff: identity.roles.length > 0,
        })),
        abilities: abilitiesOf(modules, account.identities),
        unreadNotifications,
      };
    },
  });

export type UnreadCounter = (context: ProviderContext) => Promise<number>;
