import type { FastifyReply, FastifyRequest } from 'fastify';
import { judge, type Account, type Actor, type Identity } from '../access/index.ts';
import type { Endpoint } from '../contract/index.ts';
import { inTransaction, type Transaction } from '../db/index.ts';
import { emit } from '../events/index.ts';
import { negotiateLanguage, type Language } from '../i18n/index.ts';
import type { Authenticated } from './authentication.ts';
import { claim, idempotencyKeyOf, readAnew, remember } from './idempotency.ts';
import type { Kernel } from './kernel.ts';
import { cutterOf } from './cut.ts';
import { personIdCollector } from './person-ids.ts';
import { HttpProblem, InvalidInput } from './problem.ts';
import type { AccountContext, ProviderContext, Route } from './route.ts';
import { requireFreshSignIn } from './step-up.ts';

interface Request {
  account: Account;
  language: Language;
  traceId: string;
  input: { params: never; query: never; body: never; ifMatch: number };
  educationProviderId: string | undefined;
  idempotencyKey: string | undefined;
}

/** The way of a request: session → validate → transaction → action → handler → audit → answer. */
export function endpointHandler(route: Route, kernel: Kernel) {
  const { endpoint } = route;
  const collect = personIdCollector(endpoint.response);
  const cut = cutterOf(endpoint.response);
  // In tests an answer that lacks what its contract promises is a fault.
  const cutToContract = (response: unknown): unknown => {
    const answer = cut === undefined ? response : cut(response);
    return kernel.settings.mode === 'test' && endpoint.status !== 204 ? endpoint.response.parse(answer) : answer;
  };

  const personsIn = (response: unknown): Set<string> => {
    const found = new Set<string>();
    collect?.(response, found);
    return found;
  };

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const traceId = request.id;
    if (endpoint.scope === 'public') {
      const input = readInput(endpoint, request);
      const language = negotiateLanguage(request.headers['accept-language']);
      const context = { clock: kernel.clock, language, traceId, database: kernel.database };
      return send(reply, endpoint, cutToContract(await route.handle(context as never, input)));
    }
    const authenticated = await kernel.authenticator.authenticate(request);
    if (authenticated === undefined) throw new HttpProblem(401);
    const { account } = authenticated;
    // The caller's word first (the workspace sends the language it shows), else what the account has chosen.
    const wished = request.headers['accept-language'];
    const language = wished === undefined ? account.language : negotiateLanguage(wished);
    request.language = language;
    guard(endpoint, request, authenticated, kernel);
    const prepared: Request = {
      account,
      language,
      traceId,
      input: readInput(endpoint, request),
      educationProviderId: (request.params as Record<string, string>)['educationProviderId'],
      idempotencyKey: endpoint.method === 'GET' ? undefined : idempotencyKeyOf(request.headers['idempotency-key']),
    };
    const response = endpoint.scope === 'provider' ? await inOneProvider(prepared) : await overIdentities(prepared);
    return send(reply, endpoint, response);
  };

  async function inOneProvider(request: Request): Promise<unknown> {
    const identity = request.account.identities.find((one) => one.educationProviderId === request.educationProviderId);
    // Across providers there is nothing to see, so nothing to forbid.
    if (identity === undefined) throw new HttpProblem(404);
    const actor = actorOf(request.account, identity);
    const outcome = await inTransaction(kernel.database, scopeOf(actor), async (tx) => {
      const action = route.action;
      if (action === undefined) throw new Error(`${endpoint.id} has no action.`);
      const objectId = route.objectOf?.(request.input) ?? actor.educationProviderId;
      const verdict = await judge(tx, actor, action, objectId);
      if (verdict.verdict === 'missing') throw new HttpProblem(404);
      const fact = {
        accountId: actor.accountId,
        actorPersonId: actor.personId,
        action: action.name,
        purpose: action.purpose,
        endpoint: endpoint.id,
        objectId: route.objectOf === undefined ? null : objectId,
        traceId: request.traceId,
      };
      if (verdict.verdict === 'denied') {
        // The attempt is committed to the log; the refusal follows.
        tx.audit.push({ ...fact, basis: null, personIds: [], outcome: 'denied' });
        return { refused: true as const };
      }
      const about = new Set<string>();
      const run = () => route.handle(providerContext(tx, actor, request, about) as never, request.input);
      // Cut before it is remembered, audited and sent: nothing else of it exists outside. A remembered answer is
      // cut again, since JSON in the database does not keep the order of properties.
      const response = cutToContract(await withIdempotency(tx, request, async () => cutToContract(await run())));
      for (const id of personsIn(response)) about.add(id);
      tx.audit.push({ ...fact, basis: verdict.basis, personIds: [...about], outcome: 'done' });
      return { refused: false as const, response };
    });
    if (outcome.refused) throw new HttpProblem(403);
    return outcome.response;
  }

  async function withIdempotency<T>(tx: Transaction, request: Request, run: () => Promise<T>, part = 0): Promise<T> {
    if (request.idempotencyKey === undefined) return run();
    const key = part === 0 ? request.idempotencyKey : `${request.idempotencyKey}#${part}`;
    const repeat = await claim(tx, request.account.accountId, key, endpoint.id, [request.input.params, request.input.query, request.input.body]);
    if (repeat !== undefined) return endpoint.keepsAnswer ? (repeat.response as T) : readAnew(tx, run);
    const response = await run();
    await remember(tx, request.account.accountId, key, endpoint.status, endpoint.keepsAnswer ? response : null);
    return response;
  }

  async function overIdentities(request: Request): Promise<unknown> {
    const audited = new Set<string>();
    const calls = new Map<Identity, number>();
    const context: AccountContext = {
      account: request.account,
      clock: kernel.clock,
      database: kernel.database,
      language: request.language,
      traceId: request.traceId,
      inProvider: (identity, work) => {
        const actor = actorOf(request.account, identity);
        const part = calls.get(identity) ?? 0;
        calls.set(identity, part + 1);
        return inTransaction(kernel.database, scopeOf(actor), async (tx) => {
          const about = new Set<string>();
          // Each provider remembers its own part of the answer, so that a repeat does only what is missing.
          const result = await withIdempotency(tx, request, () => work(providerContext(tx, actor, request, about)), part);
          for (const id of personsIn(result)) about.add(id);
          for (const id of about) audited.add(id);
          if (route.action !== undefined) {
            tx.audit.push({
              accountId: actor.accountId,
              actorPersonId: actor.personId,
              action: route.action.name,
              basis: 'own-account',
              purpose: route.action.purpose,
              endpoint: endpoint.id,
              objectId: null,
              personIds: [...about],
              outcome: 'done',
              traceId: request.traceId,
            });
          }
          return result;
        });
      },
    };
    const response = cutToContract(await route.handle(context as never, request.input));
    // Who is answered that a session has ended finds it ended at this process, not a moment later.
    if (endpoint.method !== 'GET') await kernel.bus.settle();
    for (const identity of request.account.identities) audited.add(identity.personId);
    for (const id of personsIn(response)) {
      // Fail closed: nobody's data leaves without a record of it.
      if (!audited.has(id)) throw new Error(`${endpoint.id} answered with a person it had not told the audit about.`);
    }
    return response;
  }

  function providerContext(tx: Transaction, actor: Actor, request: Request, about: Set<string>): ProviderContext {
    return {
      tx,
      actor,
      account: request.account,
      clock: kernel.clock,
      language: request.language,
      traceId: request.traceId,
      about: (...ids) => ids.forEach((id) => about.add(id)),
      emit: async (event) => {
        await emit(tx, event, request.traceId);
        tx.afterCommit(() => kernel.bus.poke());
      },
    };
  }
}

export const actorOf = (account: Account, identity: Identity): Actor => ({ ...identity, accountId: account.accountId, sessionId: account.sessionId });

export const scopeOf = (actor: Actor) => ({ educationProviderId: actor.educationProviderId, accountId: actor.accountId, personId: actor.personId });

/** Refuses what another site made a signed-in browser send, and sensitive acts without a fresh identification. @throws HttpProblem 403 */
export function guard(endpoint: Pick<Endpoint, 'method' | 'stepUp'>, request: FastifyRequest, authenticated: Authenticated, kernel: Kernel): void {
  if (endpoint.method !== 'GET' && authenticated.kind === 'browser') {
    const origin = request.headers.origin;
    const isForeign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
    if (isForeign || request.headers['x-csrf-token'] !== authenticated.csrfToken) throw new HttpProblem(403, { detail: 'problem.403.csrf' });
  }
  if (endpoint.stepUp) requireFreshSignIn(authenticated.account, kernel.clock);
}

function readInput(endpoint: Endpoint, request: FastifyRequest) {
  const { educationProviderId: _provider, ...pathParams } = request.params as Record<string, string>;
  const params = endpoint.params.safeParse(pathParams);
  // An id that is no id names nothing: not found, as any other unknown id.
  if (!params.success) throw new HttpProblem(404);
  const query = endpoint.query.safeParse(request.query);
  if (!query.success) throw new InvalidInput('query', query.error.issues);
  const body = endpoint.body === undefined ? { success: true as const, data: undefined } : endpoint.body.safeParse(request.body ?? {});
  if (!body.success) throw new InvalidInput('body', body.error.issues);
  return { params: params.data as never, query: query.data as never, body: body.data as never, ifMatch: endpoint.ifMatch ? readIfMatch(request) : 0 };
}

function readIfMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new HttpProblem(428);
  const version = /^(?:W\/)?"v?(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new HttpProblem(412);
  return Number(version);
}

function send(reply: FastifyReply, endpoint: Endpoint, response: unknown): unknown {
  void reply.code(endpoint.status);
  if (endpoint.status === 204) return reply.send();
  if (typeof response === 'object' && response !== null && 'version' in response && typeof response.version === 'number') {
    void reply.header('etag', `"v${response.version}"`);
  }
  return response;
}
