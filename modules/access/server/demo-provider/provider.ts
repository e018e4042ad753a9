import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import type { Database } from '@digione/platform/db';
import type { IdentityProvider } from '@digione/platform/config';
import { providerKeys } from './keys.ts';
import { PayloadStore } from './payloads.queries.ts';

/** Where the built-in provider is mounted. */
export const MOUNT = '/oidc';
const CLIENT_ID = 'digione';
const HALF_HOUR = 1_800;

const COOKIES = { session: 'digione-oidc', interaction: 'digione-oidc-interaction', resume: 'digione-oidc-resume' };
export const SESSION_COOKIES = [COOKIES.session, `${COOKIES.session}.sig`];

/** What the relying party has to know of the built-in provider. */
export const builtInProvider = (baseUrl: string, sessionKey: Buffer): IdentityProvider => ({
  key: 'demo',
  name: { fi: 'Esittelyn henkilöt', sv: 'Demonstrationens personer', en: 'People of the demo' },
  issuer: baseUrl + MOUNT,
  clientId: CLIENT_ID,
  clientSecret: providerKeys(sessionKey).clientSecret,
  scopes: ['openid'],
  stepUpAcrValues: [],
  subjectClaim: 'sub',
  subjectKind: 'subject',
});

/**
 * A certified OpenID provider for demo and tests, in which one picks who one is. Loaded only where it is mounted: a
 * production server does not even have it in memory.
 */
export async function createDemoProvider(options: { database: Database; baseUrl: string; sessionKey: Buffer; renderError: (message: string) => string }): Promise<Provider> {
  const OidcProvider = await loadQuietly();
  const { signing, clientSecret, cookieKey } = providerKeys(options.sessionKey);
  const configuration: Configuration = {
    adapter: (model: string) => new PayloadStore(options.database.system, model),
    jwks: { keys: [signing] },
    enabledJWA: { idTokenSigningAlgValues: ['EdDSA'] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [`${options.baseUrl}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'EdDSA',
        require_auth_time: true,
      },
    ],
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    claims: { openid: ['sub'] },
    cookies: {
      names: COOKIES,
      keys: [cookieKey],
      long: { httpOnly: true, sameSite: 'lax', path: MOUNT, signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: HALF_HOUR, IdToken: HALF_HOUR, Interaction: HALF_HOUR, Session: HALF_HOUR },
    interactions: { url: (_context, interaction) => `${MOUNT}/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    // The one client is the platform itself: there is nobody to give consent to.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ ...(oidc.client && { clientId: oidc.client.clientId }), ...(oidc.account && { accountId: oidc.account.accountId }) });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = options.renderError(out.error);
    },
  };
  const provider = new OidcProvider(options.baseUrl + MOUNT, configuration);
  // It builds its addresses from the request; demoProviderPlugin states them by the configured address.
  provider.proxy = true;
  return provider;
}

/** On Node 20 it warns at every start that it would rather have a newer one; the start's few lines are for people. */
async function loadQuietly(): Promise<typeof Provider> {
  const { console } = globalThis;
  const warn = Object.getOwnPropertyDescriptor(console, 'warn');
  Object.defineProperty(console, 'warn', { configurable: true, writable: true, value: () => {} });
  try {
    return (await import('oidc-provider')).default;
  } finally {
    if (warn !== undefined) Object.defineProperty(console, 'warn', warn);
  }
}
