import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../db/index.ts';
import { HttpProblem } from './problem.ts';

/** Visible ASCII, long enough for a UUID. */
const KEY = /^[\x21-\x7e]{8,200}$/;

export interface Repeat {
  status: number;
  response: unknown;
}

export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !KEY.test(header)) throw new HttpProblem(400, { detail: 'problem.400.detail' });
  return header;
}

/**
 * Claims the key in the request's transaction. A second request with the same key waits here until the first has
 * committed or failed; then it gets the first one's answer, or does the work itself.
 * @returns the earlier answer when there is one
 */
export async function claim(tx: Transaction, accountId: string, key: string, endpoint: string, body: unknown): Promise<Repeat | undefined> {
  const hash = createHash('sha256').update(JSON.stringify([endpoint, body ?? null])).digest();
  const inserted = await sql<{ key: string }>`
    insert into platform.idempotency_key (education_provider_id, account_id, key, endpoint, body_hash)
    values (${tx.educationProviderId}, ${accountId}, ${key}, ${endpoint}, ${hash}) on conflict do nothing returning key`.execute(tx.db);
  if (inserted.rows.length > 0) return undefined;
  const { rows } = await sql<{ body_hash: Buffer; status: number | null; response: unknown }>`
    select body_hash, status, response from platform.idempotency_key
    where education_provider_id = ${tx.educationProviderId} and account_id = ${accountId} and key = ${key}`.execute(tx.db);
  const row = rows[0];
  if (row === undefined || !row.body_hash.equals(hash)) throw new HttpProblem(422, { detail: 'problem.422.idempotency' });
  return { status: row.status ?? 200, response: row.response };
}

export async function remember(tx: Transaction, accountId: string, key: string, status: number, response: unknown): Promise<void> {
  await sql`update platform.idempotency_key set status = ${status}, response = ${JSON.stringify(response ?? null)}
    where education_provider_id = ${tx.educationProviderId} and account_id = ${accountId} and key = ${key}`.execute(tx.db);
}

/** Runs the work for its answer and takes back what it wrote: it has been done before. */
export async function readAnew<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint before_repeat`.execute(tx.db);
  const answer = await work();
  await sql`rollback to savepoint before_repeat`.execute(tx.db);
  return answer;
}

/** Nobody repeats a request after two days; until then its answer is kept, and no longer. */
export async function deleteOldAnswers(pool: pg.Pool, at: string): Promise<void> {
  await pool.query(`delete from platform.idempotency_key where created_at < $1::timestamptz - interval '2 days'`, [at]);
}
