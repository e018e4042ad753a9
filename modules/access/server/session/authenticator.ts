import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Account, Identity } from '@digione/platform/access';
import type { Database } from '@digione/platform/db';
import type { Bus } from '@digione/platform/events';
import type { Authenticated, Authenticator } from '@digione/platform/http';

/** A role or position that ended is out of use after this at the latest; a sign-out is told to all processes at once. */
const CACHE_MS = 5_000;
const CACHE_SIZE = 20_000;
const TOUCH_MS = 60_000;
export const IDLE_MINUTES = 60;

export const SESSION_COOKIE = 'digione';
/** With HTTPS the browser itself keeps the cookie to this host and path. */
export const SECURE_SESSION_COOKIE = '__Host-digione';

interface SignedIn {
  sessionId: string;
  accountId: string;
  kind: 'browser' | 'token';
  csrfToken: string;
  authenticatedAt: string;
  lastSeenAt: string;
  language: Account['language'];
  theme: Account['theme'];
  identities: Identity[];
}

interface Cached {
  authenticated: Authenticated;
  until: number;
  touchAt: number;
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Finds the account behind the session cookie or bearer token. */
export class SessionAuthenticator implements Authenticator {
  readonly #database: Database;
  readonly #cache = new Map<string, Cached>();

  constructor(database: Database, bus: Bus) {
    this.#database = database;
    bus.on('session', (accountId) => {
      for (const [token, { authenticated }] of this.#cache) {
        if (authenticated.account.accountId === accountId) this.#cache.delete(token);
      }
    });
  }

  async authenticate(request: FastifyRequest): Promise<Authenticated | undefined> {
    const token = tokenOf(request);
    if (token === undefined) return undefined;
    const now = this.#database.clock.ms();
    const cached = this.#cache.get(token);
    if (cached !== undefined && cached.until > now) {
      if (cached.touchAt <= now) await this.#touch(token, cached, now);
      return cached.authenticated;
    }
    const found = await this.#find(token);
    if (found === undefined) {
      this.#cache.delete(token);
      return undefined;
    }
    const { identities, kind, csrfToken, ...rest } = found;
    const authenticated: Authenticated = { kind, csrfToken, account: { ...rest, identities } };
    const entry: Cached = { authenticated, until: now + CACHE_MS, touchAt: Date.parse(found.lastSeenAt) + TOUCH_MS };
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    this.#cache.set(token, entry);
    if (entry.touchAt <= now) await this.#touch(token, entry, now);
    return authenticated;
  }

  async #find(token: string): Promise<SignedIn | undefined> {
    const { rows } = await this.#database.requests.query<{ found: SignedIn | null }>({
      name: 'find-signed-in',
      text: 'select access.find_signed_in($1, $2) as found',
      values: [hashToken(token), this.#database.clock.iso()],
    });
    return rows[0]?.found ?? undefined;
  }

  async #touch(token: string, entry: Cached, now: number): Promise<void> {
    entry.touchAt = now + TOUCH_MS;
    await this.#database.requests.query('select access.touch_session($1, $2, make_interval(mins => $3))', [
      hashToken(token),
      this.#database.clock.iso(),
      IDLE_MINUTES,
    ]);
  }
}

const TOKEN = /^[\w-]{20,200}$/;

function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const bearer = /^Bearer ([\w-]{20,200})$/i.exec(header)?.[1];
    return bearer;
  }
  const fromCookie = request.cookies[SECURE_SESSION_COOKIE] ?? request.cookies[SESSION_COOKIE];
  return fromCookie !== undefined && TOKEN.test(fromCookie) ? fromCookie : undefined;
}
