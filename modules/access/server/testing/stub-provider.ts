import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import type { IdentityProvider } from '@digione/platform/config';

/** What the next token is to say; everything not said is right. */
export interface Answer {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly nonce?: string;
  readonly key?: 'own' | 'stranger' | 'none';
  readonly audience?: string;
  readonly issuer?: string;
}

interface Issued {
  readonly answer: Answer;
  readonly challenge: string;
  readonly nonce: string;
}

const CLIENT_ID = 'digione-test';

/** An identity provider that a test holds in its hand: it can lie in every way a real one must not. */
export class StubProvider {
  readonly #server: Server;
  readonly #codes = new Map<string, Issued>();
  readonly #keys: { own: CryptoKey; stranger: CryptoKey; jwk: JWK };
  /** What `/userinfo` adds, by access token. */
  readonly #userinfo = new Map<string, Record<string, unknown>>();
  readonly issuer: string;
  isDown = false;
  hasEndSession = true;

  private constructor(server: Server, port: number, keys: { own: CryptoKey; stranger: CryptoKey; jwk: JWK }) {
    this.#server = server;
    this.#keys = keys;
    this.issuer = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<StubProvider> {
    const [own, stranger] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256', { extractable: true })]);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const stub = new StubProvider(server, port, { own: own.privateKey, stranger: stranger.privateKey, jwk: { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' } });
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void stub.#respond(new URL(request.url ?? '/', stub.issuer), Buffer.concat(chunks).toString(), request.headers.authorization).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        });
      });
    });
    return stub;
  }

  settings(more: Partial<IdentityProvider> = {}): IdentityProvider {
    return {
      key: 'stub',
      name: { fi: 'Testitunnistus', sv: 'Testidentifiering', en: 'Test identification' },
      issuer: this.issuer,
      clientId: CLIENT_ID,
      clientSecret: 'a secret of the test',
      scopes: ['openid'],
      stepUpAcrValues: ['strong'],
      subjectClaim: 'sub',
      subjectKind: 'subject',
      ...more,
    };
  }

  /** Answers an authorization request as if the human had agreed: the query string that the browser brings back. */
  authorize(authorizationUrl: string, answer: Answer): string {
    const { searchParams } = new URL(authorizationUrl);
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, { answer, challenge: searchParams.get('code_challenge') ?? '', nonce: searchParams.get('nonce') ?? '' });
    return `/sign-in/callback?${new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: this.issuer }).toString()}`;
  }

  /** A logout token; by default one that is right. */
  async logoutToken(claims: Record<string, unknown>, options: { key?: 'own' | 'stranger' | 'none'; typ?: string; audience?: string; secret?: string } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: this.issuer, aud: options.audience ?? CLIENT_ID, iat: now, exp: now + 120, jti: randomBytes(8).toString('hex'), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims };
    if (options.secret !== undefined) return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(Buffer.from(options.secret));
    if (options.key === 'none') return new UnsecuredJWT(payload).encode();
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', typ: options.typ ?? 'logout+jwt' }).sign(options.key === 'stranger' ? this.#keys.stranger : this.#keys.own);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #respond(url: URL, body: string, authorization: string | undefined): Promise<{ status: number; body: unknown }> {
    if (this.isDown) return { status: 503, body: {} };
    const { issuer } = this;
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          status: 200,
          body: {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            userinfo_endpoint: `${issuer}/userinfo`,
            jwks_uri: `${issuer}/jwks`,
            ...(this.hasEndSession ? { end_session_endpoint: `${issuer}/end` } : {}),
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            authorization_response_iss_parameter_supported: true,
          },
        };
      case '/jwks':
        return { status: 200, body: { keys: [this.#keys.jwk] } };
      case '/userinfo':
        return { status: 200, body: this.#userinfo.get(authorization?.slice('Bearer '.length) ?? '') ?? {} };
      case '/token':
        return this.#redeem(new URLSearchParams(body));
      default:
        return { status: 404, body: {} };
    }
  }

  async #redeem(form: URLSearchParams): Promise<{ status: number; body: unknown }> {
    const code = form.get('code') ?? '';
    const issued = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (issued === undefined || issued.challenge !== challenge) return { status: 400, body: { error: 'invalid_grant' } };
    const { answer, nonce } = issued;
    const accessToken = randomBytes(16).toString('hex');
    const { userinfo, ...claims } = answer.claims ?? {};
    this.#userinfo.set(accessToken, { sub: answer.sub, ...(typeof userinfo === 'object' ? userinfo : {}) });
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: answer.issuer ?? this.issuer, aud: answer.audience ?? CLIENT_ID, sub: answer.sub, iat: now, exp: now + 300, nonce: answer.nonce ?? nonce, ...claims };
    const idToken =
      answer.key === 'none'
        ? new UnsecuredJWT(payload).encode()
        : await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(answer.key === 'stranger' ? this.#keys.stranger : this.#keys.own);
    return { status: 200, body: { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: idToken } };
  }
}
