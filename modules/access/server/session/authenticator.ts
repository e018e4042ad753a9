import type { FastifyRequest } from 'fastify';
import type { Database } from '@digione/platform/db';
import type { Bus } from '@digione/platform/events';
import { HttpProblem, type Authenticated, type Authenticator } from '@digione/platform/http';
import { BAD_TOKEN_BY_ADDRESS, countOne } from '../rate-limit/rate-limit.queries.ts';
import { sessionCookieName, tokenCookie } from './cookies.ts';
import { findSignedIn, touchSession } from './sessions.queries.ts';

/** A role or position that ended is out of use after this at the latest; a sign-out is told to all processes at once. */
const CACHE_MS = 5_000;
const CACHE_SIZE = 20_000;
const TOUCH_MS = 60_000;

interface Cached {
  authenticated: Authenticated;
  until: number;
  touchAt: number;
}

/** Finds the account behind the session cookie or bearer token. */
export class SessionAuthenticator implements Authenticator {
  readonly #database: Database;
  readonly #cookieName: string;
  readonly #cache = new Map<string, Cached>();
  #changes = 0;

  constructor(database: Database, bus: Bus, isSecure: boolean) {
    this.#database = database;
    this.#cookieName = sessionCookieName(isSecure);
    bus.on('session', (accountId) => {
      this.#changes += 1;
      for (const [token, { authenticated }] of this.#cache) {
        if (authenticated.account.accountId === accountId) this.#cache.delete(token);
      }
    });
  }

  async authenticate(request: FastifyRequest): Promise<Authenticated | undefined> {
    const isBearer = request.headers.authorization !== undefined;
    const token = isBearer ? bearerToken(request.headers.authorization) : tokenCookie(request.cookies, this.#cookieName);
    const found = token === undefined ? undefined : await this.#authenticate(token, isUnattended(request));
    // A cookie may not serve as bearer nor the other way round: a program's token is no browser's session.
    if (found !== undefined && (found.kind === 'token') === isBearer) return found;
    if (isBearer) await this.#countBadToken(request.ip);
    return undefined;
  }

  async #authenticate(token: string, isByItself: boolean): Promise<Authenticated | undefined> {
    const now = this.#database.clock.ms();
    const cached = this.#cache.get(token);
    if (cached !== undefined && cached.until > now) {
      if (cached.touchAt <= now && !isByItself) await this.#touch(token, cached, now);
      return cached.authenticated;
    }
    const changes = this.#changes;
    const found = await findSignedIn(this.#database.requests, token, this.#database.clock.iso());
    if (found === undefined) {
      this.#cache.delete(token);
      return undefined;
    }
    const { identities, kind, csrfToken, lastSeenAt, ...rest } = found;
    const entry: Cached = { authenticated: { kind, csrfToken, account: { ...rest, identities } }, until: now + CACHE_MS, touchAt: Date.parse(lastSeenAt) + TOUCH_MS };
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    // What was read may be older than a change told meanwhile; then it serves this request alone.
    if (changes === this.#changes) this.#cache.set(token, entry);
    if (entry.touchAt <= now && !isByItself) await this.#touch(token, entry, now);
    return entry.authenticated;
  }

  async #touch(token: string, entry: Cached, now: number): Promise<void> {
    entry.touchAt = now + TOUCH_MS;
    await touchSession(this.#database.requests, token, this.#database.clock.iso());
  }

  async #countBadToken(address: string): Promise<void> {
    const { isOver, retryAfter } = await countOne(this.#database, BAD_TOKEN_BY_ADDRESS, address);
    if (isOver) throw new HttpProblem(429, { values: { seconds: retryAfter } });
  }
}

/** An open page that asks by itself keeps no session alive: only a person's own acts do. See platform/web/presence.ts. */
const isUnattended = ({ headers, routeOptions }: FastifyRequest): boolean => headers['x-digione-unattended'] !== undefined || routeOptions.url === '/api/live';

const bearerToken = (header: string | undefined): string | undefined => /^Bearer ([\w-]{20,200})$/i.exec(header ?? '')?.[1];
