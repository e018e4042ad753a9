import type { FastifyInstance } from 'fastify';
import { decodeJwt } from 'jose';
import { countOne, LOGOUT_TOKEN_BY_ADDRESS } from '../rate-limit/rate-limit.queries.ts';
import { findAccountIdentities } from '../session/identities.queries.ts';
import { deleteSessionsOfIssuer } from '../session/sessions.queries.ts';
import { useLogoutToken } from './attempts.queries.ts';
import type { IdentityProviders } from './identity-providers.ts';
import { auditSession } from './start-session.ts';

/** An identity provider tells, server to server, that someone has signed out (OpenID Connect Back-Channel Logout 1.0). */
export const backchannelLogoutPlugin = (providers: IdentityProviders) => async (app: FastifyInstance): Promise<void> => {
  const { kernel } = app;
  const { database } = kernel;

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 20_000 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.post<{ Body: Record<string, unknown> | undefined }>('/sign-in/backchannel-logout', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const counted = await countOne(database, LOGOUT_TOKEN_BY_ADDRESS, request.ip);
    if (counted.isOver) return reply.code(429).header('retry-after', String(counted.retryAfter)).send({ error: 'slow_down' });
    const token = request.body?.['logout_token'];
    const party = typeof token === 'string' ? providers.findByIssuer(issuerOf(token)) : undefined;
    if (typeof token !== 'string' || party === undefined) return reply.code(400).send({ error: 'invalid_request' });
    let verified: Awaited<ReturnType<typeof party.verifyLogoutToken>>;
    try {
      verified = await party.verifyLogoutToken(token);
    } catch (error) {
      request.log.warn({ provider: party.provider.key, reason: error instanceof Error ? error.name : 'unknown' }, 'logout token refused');
      return reply.code(400).send({ error: 'invalid_request' });
    }
    if (!(await useLogoutToken(database, party.loginIssuer, verified.tokenId, verified.expiresAtSeconds))) return reply.code(400).send({ error: 'invalid_request' });
    const ended = await deleteSessionsOfIssuer(database.system, party.loginIssuer, verified);
    for (const { accountId, sessionId } of ended) {
      const identities = await findAccountIdentities(database, accountId);
      await auditSession(kernel, { accountId, sessionId, identities }, { action: 'session.end', endpoint: 'access.backchannelLogout', traceId: request.id });
    }
    return reply.code(200).send();
  });
};

/** Who the token says it is from; believed only after the signature holds. */
function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
}
