import type { FastifyRequest } from 'fastify';
import type { Account } from '../access/index.ts';

/** Who a request came from, as the sign-in module found it. */
export interface Authenticated {
  account: Account;
  /** Bearer tokens carry no cookie, so they need no protection against cross-site requests. */
  kind: 'browser' | 'token';
  csrfToken: string;
}

export interface Authenticator {
  /** Undefined when there is no session, it has ended, or the credentials are garbled. */
  authenticate(request: FastifyRequest): Promise<Authenticated | undefined>;
}
