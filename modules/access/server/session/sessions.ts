import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type pg from 'pg';
import type { Clock } from '@digione/platform/time';
import { hashToken, IDLE_MINUTES } from './authenticator.ts';

/** However active, a sign-in lasts a working day. */
const BROWSER_HOURS = 12;

export interface NewSession {
  token: string;
  sessionId: string;
  csrfToken: string;
  expiresAt: string;
}

/** Opens a session for an account whose identity has just been proven. The token itself is never stored. */
export async function insertSession(
  pool: pg.Pool,
  clock: Clock,
  session: { accountId: string; kind: 'browser' | 'token'; issuer?: string; issuerSessionId?: string; idToken?: string; device?: string; hours?: number },
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  const sessionId = uuidv7();
  const hours = session.hours ?? BROWSER_HOURS;
  const idleMinutes = session.kind === 'token' ? hours * 60 : IDLE_MINUTES;
  const now = clock.iso();
  const { rows } = await pool.query<{ expires_at: string }>(
    `insert into access.session (token_hash, session_id, account_id, kind, csrf_token, issuer, issuer_session_id, id_token, device,
                                 authenticated_at, created_at, last_seen_at, idle_expires_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $10::timestamptz + make_interval(mins => $11), $10::timestamptz + make_interval(hours => $12))
     returning expires_at`,
    [hashToken(token), sessionId, session.accountId, session.kind, csrfToken, session.issuer ?? null, session.issuerSessionId ?? null, session.idToken ?? null, session.device ?? null, now, idleMinutes, hours],
  );
  return { token, sessionId, csrfToken, expiresAt: rows[0]?.expires_at ?? now };
}
