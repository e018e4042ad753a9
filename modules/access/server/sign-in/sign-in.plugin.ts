import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { negotiateLanguage } from '@digione/platform/i18n';
import { countOne, FAILED_SIGN_IN_BY_ADDRESS, isOverLimit, SIGN_IN_BY_ADDRESS, STEP_UP_BY_ACCOUNT, type Counted } from '../rate-limit/rate-limit.queries.ts';
import { attemptCookieName, cookieOptions, sessionCookieName, tokenCookie } from '../session/cookies.ts';
import { findSubject, insertAttempt, openAccount, takeAttempt } from './attempts.queries.ts';
import { failurePage, type Failure } from './failure-page.ts';
import type { IdentityProviders } from './identity-providers.ts';
import { RelyingParty, type Proof } from './relying-party.ts';
import { safeReturnTo } from './return-to.ts';
import { startSession } from './start-session.ts';

interface StartQuery {
  returnTo?: unknown;
  here?: unknown;
}

/** The browser's way through a sign-in: out to the identity provider, and back. */
export const signInPlugin = (providers: IdentityProviders) => async (app: FastifyInstance): Promise<void> => {
  const { kernel } = app;
  const { database, settings } = kernel;
  const { isSecure, baseUrl } = settings;

  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });

  app.get<{ Params: { key: string }; Querystring: StartQuery }>('/sign-in/:key', async (request, reply) => {
    const party = providers.find(request.params.key);
    if (party === undefined) return reply.callNotFound();
    if (moveToCanonicalHost(request, reply)) return reply;
    const counted = await countOne(database, SIGN_IN_BY_ADDRESS, request.ip);
    if (counted.isOver) return tooMany(request, reply, counted);
    return begin(request, reply, party, null);
  });

  app.get<{ Querystring: StartQuery }>('/sign-in/step-up', async (request, reply) => {
    const returnTo = safeReturnTo(request.query.returnTo);
    const authenticated = await kernel.authenticator.authenticate(request);
    if (authenticated === undefined) return reply.redirect(returnTo, 303);
    const { accountId, sessionId } = authenticated.account;
    const counted = await countOne(database, STEP_UP_BY_ACCOUNT, accountId);
    if (counted.isOver) return tooMany(request, reply, counted);
    const party = await providers.findOfSession(database, sessionId);
    if (party === undefined) return fail(request, reply, 'refused');
    return begin(request, reply, party, accountId);
  });

  app.get('/sign-in/callback', async (request, reply) => {
    const counted = await isOverLimit(database, FAILED_SIGN_IN_BY_ADDRESS, request.ip);
    if (counted.isOver) return tooMany(request, reply, counted);
    const answer = new URL(request.url, baseUrl).searchParams;
    const state = answer.get('state') ?? '';
    const browser = tokenCookie(request.cookies, attemptCookieName(isSecure));
    const attempt = browser === undefined ? undefined : await takeAttempt(database, { state, browser });
    const party = attempt === undefined ? undefined : providers.find(attempt.providerKey);
    if (attempt === undefined || party === undefined) return fail(request, reply, 'expired');
    let proof: Proof;
    try {
      proof = await party.redeem(answer, { state, nonce: attempt.nonce, codeVerifier: attempt.codeVerifier }, attempt.stepUpAccountId !== null);
    } catch (error) {
      request.log.warn({ provider: party.provider.key, reason: reasonOf(error) }, 'sign-in refused');
      return fail(request, reply, failureOf(error));
    }
    return finish(request, reply, party, proof, attempt);
  });

  async function begin(request: FastifyRequest<{ Querystring: StartQuery }>, reply: FastifyReply, party: RelyingParty, stepUpAccountId: string | null): Promise<unknown> {
    const secrets = RelyingParty.newSecrets();
    const name = attemptCookieName(isSecure);
    // Kept over several tabs: each has an attempt of its own, all belong to this browser.
    const browser = tokenCookie(request.cookies, name) ?? randomBytes(32).toString('base64url');
    let url: URL;
    try {
      const loginHint = stepUpAccountId === null ? undefined : await findSubject(database, party.loginIssuer, stepUpAccountId);
      url = await party.authorizationUrl(secrets, { language: languageOf(request), isStepUp: stepUpAccountId !== null, loginHint });
    } catch (error) {
      request.log.warn({ provider: party.provider.key, reason: reasonOf(error) }, 'identity provider cannot be reached');
      return fail(request, reply, 'unavailable');
    }
    await insertAttempt(database, { state: secrets.state, browser }, {
      providerKey: party.provider.key,
      nonce: secrets.nonce,
      codeVerifier: secrets.codeVerifier,
      returnTo: safeReturnTo(request.query.returnTo),
      stepUpAccountId,
    });
    void reply.setCookie(name, browser, cookieOptions(isSecure));
    providers.forgetFormerPersona(party, reply);
    return reply.redirect(url.href, 303);
  }

  async function finish(request: FastifyRequest, reply: FastifyReply, party: RelyingParty, proof: Proof, attempt: { stepUpAccountId: string | null; returnTo: string }): Promise<unknown> {
    const { key, subjectKind, subjectClaim } = party.provider;
    const value = subjectKind === 'subject' && subjectClaim === 'sub' ? proof.subject : proof.claims[subjectClaim];
    const isProven = subjectKind !== 'email' || proof.claims['email_verified'] === true || proof.claims['xms_edov'] === true;
    const subject = subjectKind === 'subject' && typeof value === 'string' ? value : proof.subject;
    const accountId =
      typeof value === 'string' && value !== '' && isProven
        ? await openAccount(database, { issuer: party.loginIssuer, subject, attribute: subjectKind, value, providerKey: key })
        : undefined;
    if (attempt.stepUpAccountId !== null) {
      const signedIn = await kernel.authenticator.authenticate(request);
      // The same human must be there before and after, and it must be the one who was asked.
      if (accountId !== attempt.stepUpAccountId || signedIn?.account.accountId !== accountId) return fail(request, reply, 'otherPerson');
    }
    if (accountId === undefined) return fail(request, reply, 'unknown');
    await startSession(kernel, request, reply, { accountId, issuer: party.loginIssuer, proof, endpoint: attempt.stepUpAccountId === null ? 'access.signIn' : 'access.stepUp' });
    return reply.redirect(attempt.returnTo, 303);
  }

  /** The identity provider knows one address of ours; a sign-in begun under another (127.0.0.1 for localhost) could not end. */
  function moveToCanonicalHost(request: FastifyRequest<{ Querystring: StartQuery }>, reply: FastifyReply): boolean {
    if (request.host === new URL(baseUrl).host || request.query.here !== undefined) return false;
    const url = new URL(request.url, baseUrl);
    url.searchParams.set('here', '');
    void reply.redirect(`${baseUrl}${url.pathname}${url.search}`, 303);
    return true;
  }

  async function fail(request: FastifyRequest, reply: FastifyReply, failure: Failure): Promise<unknown> {
    await countOne(database, FAILED_SIGN_IN_BY_ADDRESS, request.ip);
    const isSignedIn = request.cookies[sessionCookieName(isSecure)] !== undefined;
    return failurePage(reply, failure, { language: languageOf(request), traceId: request.id, isSignedIn });
  }

  function tooMany(request: FastifyRequest, reply: FastifyReply, { retryAfter }: Counted): unknown {
    void reply.header('retry-after', String(retryAfter));
    return failurePage(reply, 'tooMany', { language: languageOf(request), traceId: request.id, isSignedIn: false });
  }
};

const languageOf = (request: FastifyRequest) => negotiateLanguage(request.headers['accept-language']);

function failureOf(error: unknown): Failure {
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' || error.error === 'login_required' ? 'cancelled' : 'refused';
  if (error instanceof ResponseBodyError) return 'refused';
  // A fetch that got no answer is a TypeError of the runtime, or a time-out.
  const cause = error instanceof ClientError ? error.cause : error;
  return cause instanceof TypeError || (cause instanceof Error && cause.name === 'TimeoutError') ? 'unavailable' : 'refused';
}

/** For the log: the kind of fault, never what the answer held. */
function reasonOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return error.error;
  if (error instanceof ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}
