import { createHash } from 'node:crypto';
import type { Database } from '@digione/platform/db';

const MINUTES = 15;

/** A sign-in that has gone to an identity provider and not come back yet. */
export interface Attempt {
  readonly providerKey: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** The account that must prove itself again, when the attempt is a step-up. */
  readonly stepUpAccountId: string | null;
}

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

// Nobody is signed in yet, so these run on the connections without an actor; only hashes of the secrets are kept.

export async function insertAttempt(database: Database, secrets: { state: string; browser: string }, attempt: Attempt): Promise<void> {
  await database.system.query(
    `insert into access.sign_in_attempt (state_hash, browser_hash, issuer_key, nonce, code_verifier, return_to, step_up_account_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(mins => $9))`,
    [hash(secrets.state), hash(secrets.browser), attempt.providerKey, attempt.nonce, attempt.codeVerifier, attempt.returnTo, attempt.stepUpAccountId, database.clock.iso(), MINUTES],
  );
}

/** The attempt with this state that this browser began; gone for good once taken. */
export async function takeAttempt(database: Database, secrets: { state: string; browser: string }): Promise<Attempt | undefined> {
  const { rows } = await database.system.query<Attempt>(
    `delete from access.sign_in_attempt where state_hash = $1 and browser_hash = $2 and expires_at > $3
     returning issuer_key as "providerKey", nonce, code_verifier as "codeVerifier", return_to as "returnTo", step_up_account_id as "stepUpAccountId"`,
    [hash(secrets.state), hash(secrets.browser), database.clock.iso()],
  );
  return rows[0];
}

/** Remembers a logout token; false when it has been used before. */
export async function useLogoutToken(database: Database, issuer: string, tokenId: string, expiresAtSeconds: number): Promise<boolean> {
  const { rowCount } = await database.system.query(
    'insert into access.used_logout_token (issuer, token_id, expires_at) values ($1, $2, to_timestamp($3)) on conflict do nothing',
    [issuer, tokenId, expiresAtSeconds],
  );
  return rowCount === 1;
}

/** The account that a proven identity opens; undefined when nobody here is meant or the account is closed. */
export async function openAccount(
  database: Database,
  proven: { issuer: string; subject: string; attribute: string; value: string; providerKey: string },
): Promise<string | undefined> {
  const { rows } = await database.requests.query<{ accountId: string | null }>('select access.open_account($1, $2, $3, $4, $5, $6) as "accountId"', [
    proven.issuer, proven.subject, proven.attribute, proven.value, database.clock.iso(), proven.providerKey,
  ]);
  return rows[0]?.accountId ?? undefined;
}

/** By which subject an issuer knows the account. */
export async function findSubject(database: Database, issuer: string, accountId: string): Promise<string | undefined> {
  const { rows } = await database.system.query<{ subject: string }>('select subject from access.account_login where issuer = $1 and account_id = $2 order by created_at limit 1', [issuer, accountId]);
  return rows[0]?.subject;
}
