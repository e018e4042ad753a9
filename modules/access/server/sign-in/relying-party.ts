import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { IdentityProvider } from '@digione/platform/config';
import { systemClock } from '@digione/platform/time';

/** Metadata of an identity provider is asked again after this; its keys whenever an unknown one appears. */
const METADATA_MS = 3_600_000;
const RETRY_MS = 60_000;
/** A step-up asks for a new proof; this much may pass between the proof and our seeing it. */
const STEP_UP_SECONDS = 120;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Public-key signatures only: with HS256 whoever knows the client's secret, or `none`, could end sessions. */
const SIGNATURES = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

export interface RelyingPartyOptions {
  readonly redirectUri: string;
  /** Under which issuer logins are kept; else the provider's own. */
  readonly loginIssuer?: string;
  /** How the provider is reached, when not over the network. */
  readonly fetch?: client.CustomFetch;
}

/** Secrets of one attempt, kept by us until its answer comes. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What an identity provider has vouched for. */
export interface Proof {
  readonly subject: string;
  readonly issuerSessionId: string | undefined;
  readonly idToken: string | undefined;
  /** When the human proved who they are, by the provider's word; in milliseconds before now. */
  readonly ageMs: number | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
}

class BadLogoutToken extends Error {}
class TooWeak extends Error {}

/** One identity provider seen from here: OpenID Connect Core, code flow with PKCE, state and nonce. */
export class RelyingParty {
  readonly provider: IdentityProvider;
  readonly loginIssuer: string;
  readonly #options: RelyingPartyOptions;
  #known: { configuration: Promise<client.Configuration>; until: number } | undefined;
  #keys: { uri: string; keys: JWTVerifyGetKey } | undefined;

  constructor(provider: IdentityProvider, options: RelyingPartyOptions) {
    this.provider = provider;
    this.loginIssuer = options.loginIssuer ?? provider.issuer;
    this.#options = options;
  }

  static newSecrets(): Secrets {
    return { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
  }

  async authorizationUrl(secrets: Secrets, options: { language: string; isStepUp: boolean; loginHint?: string | undefined }): Promise<URL> {
    const stepUp = { prompt: 'login', max_age: '0', ...(this.provider.stepUpAcrValues.length > 0 ? { acr_values: this.provider.stepUpAcrValues.join(' ') } : {}) };
    return client.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#options.redirectUri,
      scope: this.provider.scopes.join(' '),
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
      ui_locales: options.language,
      ...(options.isStepUp ? stepUp : {}),
      ...(options.loginHint === undefined ? {} : { login_hint: options.loginHint }),
    });
  }

  /**
   * Exchanges the answer's code for what the provider vouches for.
   * @param answer the query string the browser came back with
   * @throws openid-client's errors when anything does not hold: state, issuer, code, signature, nonce, age
   */
  async redeem(answer: URLSearchParams, secrets: Secrets, isStepUp: boolean): Promise<Proof> {
    const configuration = await this.#configuration();
    const url = new URL(this.#options.redirectUri);
    url.search = answer.toString();
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.codeVerifier,
      idTokenExpected: true,
      ...(isStepUp ? { maxAge: STEP_UP_SECONDS } : {}),
    });
    const idClaims = tokens.claims();
    if (idClaims === undefined) throw new Error('The identity provider sent no ID token.');
    const { stepUpAcrValues } = this.provider;
    // Providers may answer a wish for a stronger means with a weaker one and say so.
    const { acr } = idClaims;
    if (isStepUp && stepUpAcrValues.length > 0 && !(typeof acr === 'string' && stepUpAcrValues.includes(acr))) throw new TooWeak('The proof is weaker than the one asked for.');
    const isComplete = this.provider.subjectClaim in idClaims || configuration.serverMetadata().userinfo_endpoint === undefined;
    const more = isComplete ? {} : await client.fetchUserInfo(configuration, tokens.access_token, idClaims.sub);
    const sid = idClaims['sid'];
    return {
      subject: idClaims.sub,
      issuerSessionId: typeof sid === 'string' ? sid : undefined,
      idToken: tokens.id_token,
      ageMs: idClaims.auth_time === undefined ? undefined : Math.max(0, systemClock.ms() - idClaims.auth_time * 1000),
      claims: { ...more, ...idClaims },
    };
  }

  /** Where the browser ends the session at the provider, too; undefined when it offers no such place. */
  async endSessionUrl(idToken: string | null, postLogoutRedirectUri: string): Promise<string | undefined> {
    const configuration = await this.#configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: postLogoutRedirectUri,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    }).href;
  }

  /**
   * Validates a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6), all but its being used once.
   * @throws BadLogoutToken, or jose's errors about signature and claims
   */
  async verifyLogoutToken(token: string): Promise<{ subject: string | undefined; issuerSessionId: string | undefined; tokenId: string; expiresAtSeconds: number }> {
    const configuration = await this.#configuration();
    const { issuer } = configuration.serverMetadata();
    const { payload, protectedHeader } = await jwtVerify(token, this.#keysOf(configuration), {
      issuer,
      audience: this.provider.clientId,
      algorithms: SIGNATURES,
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: 300,
      clockTolerance: 30,
    });
    const { events, sub, sid, jti, iat, exp } = payload;
    if (protectedHeader.typ !== undefined && !/^(application\/)?(logout\+)?jwt$/i.test(protectedHeader.typ)) throw new BadLogoutToken('of another type');
    if (typeof events !== 'object' || events === null || !(LOGOUT_EVENT in events)) throw new BadLogoutToken('not about logging out');
    if ('nonce' in payload) throw new BadLogoutToken('an ID token');
    if (typeof sub !== 'string' && typeof sid !== 'string') throw new BadLogoutToken('about nobody');
    if (typeof jti !== 'string' || iat === undefined) throw new BadLogoutToken('without id or time');
    return {
      subject: typeof sub === 'string' ? sub : undefined,
      issuerSessionId: typeof sid === 'string' ? sid : undefined,
      tokenId: jti,
      expiresAtSeconds: Math.max(exp ?? 0, iat + 3_600),
    };
  }

  #keysOf(configuration: client.Configuration): JWTVerifyGetKey {
    const uri = configuration.serverMetadata().jwks_uri;
    if (uri === undefined) throw new BadLogoutToken('from a provider without keys');
    if (this.#keys?.uri !== uri) {
      const fetcher = this.#options.fetch;
      // Both libraries call it as `fetch`, each with its own idea of the options' type.
      const own = fetcher === undefined ? {} : { [joseFetch]: (url: string, options: RequestInit) => fetcher(url, { method: 'GET', headers: {}, body: null, redirect: 'manual', ...(options.signal ? { signal: options.signal } : {}) }) };
      this.#keys = { uri, keys: createRemoteJWKSet(new URL(uri), { cooldownDuration: 5_000, ...own }) };
    }
    return this.#keys.keys;
  }

  /** Asked for at the first sign-in, not at the start: a provider that is away must not keep the platform down. */
  #configuration(): Promise<client.Configuration> {
    const now = systemClock.ms();
    if (this.#known === undefined || this.#known.until < now) {
      const before = this.#known?.configuration;
      const configuration = this.#discover().catch((error: unknown) => {
        // What was known serves on while the provider's metadata cannot be had; a first failure is tried again at once.
        this.#known = before === undefined ? undefined : { configuration: before, until: systemClock.ms() + RETRY_MS };
        if (before !== undefined) return before;
        throw error;
      });
      this.#known = { configuration, until: now + METADATA_MS };
    }
    return this.#known.configuration;
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const isPlain = issuer.startsWith('http:');
    return client.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, authenticationWith(clientSecret), {
      timeout: 10,
      // Signatures are checked although the token comes straight from the provider; plain http is for one's own machine.
      execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
      ...(this.#options.fetch === undefined ? {} : { [client.customFetch]: this.#options.fetch }),
    });
  }
}

/** By the header where the provider takes it, else in the body. */
function authenticationWith(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, metadata, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_basic') ? basic : post)(server, metadata, body, headers);
  };
}
