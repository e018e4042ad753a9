import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Account, Identity } from '@digione/platform/access';
import type { Clock } from '@digione/platform/time';

/** However active, a sign-in lasts a working day. */
const BROWSER_HOURS = 12;
/** A browser left alone is signed out: school computers have many users. */
const IDLE_MINUTES = 60;

export interface NewSession {
  token: string;
  sessionId: string;
  csrfToken: string;
  expiresAt: string;
}

/** What is kept of a session: the token itself never is. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens a session for an account whose identity has just been proven. */
export async function insertSession(
  pool: pg.Pool | pg.Client,
  clock: Clock,
  session: {
    accountId: string;
    kind: 'browser' | 'token';
    sessionId?: string;
    issuer?: string;
    issuerSessionId?: string | undefined;
    idToken?: string | undefined;
    device?: string | undefined;
    hours?: number;
    /** When the human proved who they are; later acts may ask for a fresh proof. */
    authenticatedAt?: string;
  },
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  const sessionId = session.sessionId ?? uuidv7();
  const hours = session.hours ?? BROWSER_HOURS;
  const idleMinutes = session.kind === 'token' ? hours * 60 : IDLE_MINUTES;
  const now = clock.iso();
  const { rows } = await pool.query<{ expiresAt: string }>(
    `insert into access.session (token_hash, session_id, account_id, kind, csrf_token, issuer, issuer_session_id, id_token, device,
                                 authenticated_at, created_at, last_seen_at, idle_expires_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $13, $10, $10, $10::timestamptz + make_interval(mins => $11), $10::timestamptz + make_interval(hours => $12))
     returning expires_at as "expiresAt"`,
    [hashToken(token), sessionId, session.accountId, session.kind, csrfToken, session.issuer ?? null, session.issuerSessionId ?? null, session.idToken ?? null, session.device ?? null, now, idleMinutes, hours, session.authenticatedAt ?? now],
  );
  return { token, sessionId, csrfToken, expiresAt: rows[0]?.expiresAt ?? now };
}

export interface SignedIn {
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

/** The session that a token opens, with the account's identities and roles in force. */
export async function findSignedIn(pool: pg.Pool, token: string, at: string): Promise<SignedIn | undefined> {
  const { rows } = await pool.query<{ found: SignedIn | null }>({
    name: 'find-signed-in',
    text: 'select access.find_signed_in($1, $2) as found',
    values: [hashToken(token), at],
  });
  return rows[0]?.found ?? undefined;
}

export async function touchSession(pool: pg.Pool, token: string, at: string): Promise<void> {
  await pool.query('select access.touch_session($1, $2, make_interval(mins => $3))', [hashToken(token), at, IDLE_MINUTES]);
}

/** Which identity provider vouched for a session, and by what it can be ended there. */
export interface SessionOrigin {
  issuer: string | null;
  idToken: string | null;
}

export async function findSessionOrigin(pool: pg.Pool, sessionId: string): Promise<SessionOrigin | undefined> {
  const { rows } = await pool.query<SessionOrigin>('select issuer, id_token as "idToken" from access.session where session_id = $1', [sessionId]);
  return rows[0];
}

// Every server process forgets what it remembers of an ended session: told in the very statement that ends it.

export async function deleteSession(pool: pg.Pool, sessionId: string): Promise<void> {
  await pool.query(
    `with ended as (delete from access.session where session_id = $1 returning account_id)
     select pg_notify('digione_session', account_id::text) from ended`,
    [sessionId],
  );
}

/** Everything the account has open, on every device, tokens of programs included. */
export async function deleteSessionsOfAccount(pool: pg.Pool, accountId: string): Promise<void> {
  await pool.query(
    `with ended as (delete from access.session where account_id = $1 returning account_id)
     select pg_notify('digione_session', account_id::text) from ended`,
    [accountId],
  );
}

/**
 * Ends what an identity provider says has ended: one of its sessions, or all of a subject.
 * @returns the sessions that ended, with their accounts
 */
export async function deleteSessionsOfIssuer(
  pool: pg.Pool,
  issuer: string,
  which: { issuerSessionId: string | undefined; subject: string | undefined },
): Promise<{ accountId: string; sessionId: string }[]> {
  const { rows } = await pool.query<{ accountId: string; sessionId: string }>(
    `with ended as (
       delete from access.session s where s.issuer = $1
         and ($2::text is null or s.issuer_session_id = $2)
         and ($3::text is null or s.account_id = (select l.account_id from access.account_login l where l.issuer = $1 and l.subject = $3))
         and ($2::text is not null or $3::text is not null)
       returning s.account_id, s.session_id)
     select account_id as "accountId", session_id as "sessionId", pg_notify('digione_session', account_id::text) from ended`,
    [issuer, which.issuerSessionId ?? null, which.subject ?? null],
  );
  return rows;
}

/** Takes away what nobody can use any more. */
export async function deleteExpired(pool: pg.Pool, at: string): Promise<void> {
  await pool.query('delete from access.session where expires_at < $1 or idle_expires_at < $1', [at]);
  await pool.query('delete from access.sign_in_attempt where expires_at < $1', [at]);
  await pool.query(`delete from platform.rate_limit where window_starts_at < $1::timestamptz - interval '1 day'`, [at]);
  // These two live by the identity providers' clock, which is the real one.
  await pool.query('delete from access.used_logout_token where expires_at < now()');
  await pool.query('delete from access.oidc_payload where expires_at < now()');
}
