import { v7 as uuidv7 } from 'uuid';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '@digione/platform/access';
import { inTransaction } from '@digione/platform/db';
import type { Kernel } from '@digione/platform/http';
import { cookieOptions, sessionCookieName, tokenCookie } from '../session/cookies.ts';
import { deviceOf } from '../session/device.ts';
import { deleteSession, findSignedIn, insertSession, type SignedIn } from '../session/sessions.queries.ts';
import type { Proof } from './relying-party.ts';

/** How old a proof counts when the provider does not say: too old for sensitive acts. */
const UNKNOWN_AGE_MS = 12 * 3_600_000;

/**
 * Opens a session with a token of its own, whatever token the browser came with, and ends the one it had: a token
 * somebody planted before the sign-in is worth nothing after it.
 */
export async function startSession(kernel: Kernel, request: FastifyRequest, reply: FastifyReply, opened: { accountId: string; issuer: string; proof: Proof; endpoint: string }): Promise<void> {
  const { database, clock, settings } = kernel;
  const { accountId, issuer, proof } = opened;
  const pool = database.system;
  const session = await insertSession(pool, clock, {
    sessionId: uuidv7(),
    accountId,
    kind: 'browser',
    issuer,
    issuerSessionId: proof.issuerSessionId,
    idToken: proof.idToken,
    device: deviceOf(request.headers['user-agent']),
    authenticatedAt: await earlier(kernel, proof.ageMs ?? UNKNOWN_AGE_MS),
  });
  const signedIn = await findSignedIn(database.requests, session.token, clock.iso());
  try {
    if (signedIn !== undefined) await auditSession(kernel, signedIn, { action: 'session.start', endpoint: opened.endpoint, traceId: request.id });
  } catch (error) {
    // Unrecorded is not signed in.
    await deleteSession(pool, session.sessionId);
    throw error;
  }
  const name = sessionCookieName(settings.isSecure);
  const before = tokenCookie(request.cookies, name);
  if (before !== undefined) {
    const former = await findSignedIn(database.requests, before, clock.iso());
    if (former !== undefined) await deleteSession(pool, former.sessionId);
    // With the new session in hand the old one is worth nothing any more, here at once.
    await kernel.bus.settle();
  }
  void reply.setCookie(name, session.token, cookieOptions(settings.isSecure));
}

/** Sign-in and sign-out are written under each provider in which the account is somebody. */
export async function auditSession(
  kernel: Kernel,
  signedIn: Pick<SignedIn, 'accountId' | 'sessionId'> & { identities: readonly Pick<Identity, 'educationProviderId' | 'personId'>[] },
  fact: { action: 'session.start' | 'session.end'; endpoint: string; traceId: string },
): Promise<void> {
  const { accountId, sessionId } = signedIn;
  for (const { educationProviderId, personId } of signedIn.identities) {
    await inTransaction(kernel.database, { educationProviderId, accountId, personId }, async (tx) => {
      tx.audit.push({
        accountId,
        actorPersonId: personId,
        action: fact.action,
        basis: 'own-account',
        purpose: 'purpose.ownAccount',
        endpoint: fact.endpoint,
        objectId: sessionId,
        personIds: [personId],
        outcome: 'done',
        traceId: fact.traceId,
      });
    });
  }
}

/** So long ago by the server's clock; the database computes with instants, no code here does. */
async function earlier({ database, clock }: Kernel, ms: number): Promise<string> {
  const { rows } = await database.requests.query<{ at: string }>(`select $1::timestamptz - make_interval(secs => $2) as at`, [clock.iso(), ms / 1000]);
  return rows[0]?.at ?? clock.iso();
}
