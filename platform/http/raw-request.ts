import type { FastifyRequest } from 'fastify';
import { judge, type Action, type Actor } from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import { actorOf, guard, scopeOf } from './endpoint-handler.ts';
import type { Kernel } from './kernel.ts';
import { HttpProblem } from './problem.ts';

/**
 * The same gate as an endpoint's for routes that carry no JSON (files): session, protection against foreign sites,
 * identity in the path's provider, action, audit record.
 * @throws HttpProblem 401, 403, 404
 */
export async function actorOfRawRequest(kernel: Kernel, request: FastifyRequest, action: Action): Promise<Actor> {
  const authenticated = await kernel.authenticator.authenticate(request);
  if (authenticated === undefined) throw new HttpProblem(401);
  request.language = authenticated.account.language;
  guard({ method: request.method === 'GET' ? 'GET' : 'POST', stepUp: false }, request, authenticated, kernel);
  const params = request.params as Record<string, string>;
  const identity = authenticated.account.identities.find((one) => one.educationProviderId === params['educationProviderId']);
  if (identity === undefined) throw new HttpProblem(404);
  const actor = actorOf(authenticated.account, identity);
  const verdict = await inTransaction(kernel.database, scopeOf(actor), async (tx) => {
    const found = await judge(tx, actor, action, actor.educationProviderId);
    tx.audit.push({
      accountId: actor.accountId,
      actorPersonId: actor.personId,
      action: action.name,
      basis: found.verdict === 'allowed' ? found.basis : null,
      purpose: action.purpose,
      endpoint: request.routeOptions.url ?? null,
      objectId: null,
      personIds: [],
      outcome: found.verdict === 'allowed' ? 'done' : 'denied',
      traceId: request.id,
    });
    return found;
  });
  if (verdict.verdict !== 'allowed') throw new HttpProblem(403);
  return actor;
}
