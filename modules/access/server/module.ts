import type { FastifyInstance } from 'fastify';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import pagesEn from './messages/en.json' with { type: 'json' };
import pagesFi from './messages/fi.json' with { type: 'json' };
import pagesSv from './messages/sv.json' with { type: 'json' };
import { demoProviderPlugin } from './demo-provider/demo-provider.plugin.ts';
import { builtInProvider, MOUNT, SESSION_COOKIES } from './demo-provider/provider.ts';
import { DEMO_ISSUER, type AccessOptions } from './options.ts';
import { assetsPlugin } from './pages/assets.plugin.ts';
import { roleRoutes } from './roles/roles.routes.ts';
import { ownAccountRoutes } from './session/own-account.routes.ts';
import { deleteExpired } from './session/sessions.queries.ts';
import { backchannelLogoutPlugin } from './sign-in/backchannel-logout.plugin.ts';
import { IdentityProviders } from './sign-in/identity-providers.ts';
import { inProcessFetch } from './sign-in/in-process-fetch.ts';
import { RelyingParty } from './sign-in/relying-party.ts';
import { signInPlugin } from './sign-in/sign-in.plugin.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { signedOutPlugin } from './sign-in/signed-out.plugin.ts';

const ABILITIES: Readonly<Record<string, readonly string[]>> = {
  'main-user': ['roles.read', 'roles.give'],
  'data-protection-officer': ['roles.read'],
};

/** Sign-in, sessions and roles. Made from the configuration, since identity providers differ from place to place. */
export function accessModule(options: AccessOptions): ServerModule {
  const { baseUrl, sessionKey, mode } = options;
  const redirectUri = `${baseUrl}/sign-in/callback`;
  const personas = mode === 'production' ? undefined : options.personas;
  const inProcess = inProcessFetch();
  const parties = options.identityProviders.map((provider) => new RelyingParty(provider, { redirectUri }));
  if (personas !== undefined) {
    parties.unshift(new RelyingParty(builtInProvider(baseUrl, sessionKey), { redirectUri, loginIssuer: DEMO_ISSUER, fetch: inProcess.fetch }));
  }
  const providers = new IdentityProviders(parties, (party, reply) => {
    if (party.loginIssuer !== DEMO_ISSUER) return;
    for (const name of SESSION_COOKIES) void reply.clearCookie(name, { path: MOUNT });
  });
  return {
    id: 'access',
    routes: [...signInRoutes(providers, baseUrl), ...ownAccountRoutes, ...roleRoutes],
    abilities: ({ roles }) => roles.flatMap(({ role, schoolId }) => (schoolId === null ? (ABILITIES[role] ?? []) : [])),
    // What the server alone says (pages of the sign-in, refusals) is no weight for browsers.
    messages: { fi: { ...fi, ...pagesFi }, sv: { ...sv, ...pagesSv }, en: { ...en, ...pagesEn } },
    jobs: [
      { name: 'access.sweep', schedule: '17 * * * *', run: async (_payload, { database }) => deleteExpired(database.system, database.clock.iso()) },
    ],
    plugin: async (app: FastifyInstance) => {
      inProcess.connect(app);
      await app.register(assetsPlugin);
      await app.register(signInPlugin(providers));
      await app.register(signedOutPlugin);
      await app.register(backchannelLogoutPlugin(providers));
      if (personas !== undefined) await app.register(demoProviderPlugin(options, personas));
    },
  };
}
