import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { GENESIS } from './chain.ts';

/** Only one process seals at a time. */
const SEAL_LOCK = 7_364_002;

export interface Seal {
  sealNo: number;
  at: string;
  /** chain → [last seq, its hash in hex] of every chain that grew since the previous seal. */
  heads: Record<string, [number, string]>;
}

export function hashSeal(key: Buffer, previousHash: Buffer, seal: Seal): Buffer {
  const heads = Object.entries(seal.heads).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key).update(previousHash).update(JSON.stringify([seal.sealNo, seal.at, heads])).digest();
}

/**
 * Ties the heads of all chains that grew since the last seal together, so that a chain cut short or taken away
 * whole is noticed. Run every minute by the job queue and once at a clean stop.
 * @returns the new seal, or undefined when nothing grew
 */
export async function sealAudit(pool: pg.Pool, key: Buffer, at: string): Promise<(Seal & { hash: string }) | undefined> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
    const last = await client.query<{ seal_no: number; hash: Buffer; at: string }>(
      'select seal_no, hash, at from audit.seal order by seal_no desc limit 1',
    );
    // A seal is made every minute: what is older than the margin has been sealed. Both looks stay small for years.
    const known = await client.query<{ chain: string; seq: number }>(
      `select chain, max((head->>0)::bigint) as seq from audit.seal, jsonb_each(heads) as e(chain, head)
       where at >= $1::timestamptz - interval '1 day' group by chain`,
      [last.rows[0]?.at ?? at],
    );
    const grown = await client.query<{ chain_id: string; seq: number; hash: Buffer }>(
      `select distinct on (chain_id) chain_id, seq, hash from audit.entry
       where $1::timestamptz is null or at >= $1::timestamptz - interval '1 hour' order by chain_id, seq desc`,
      [last.rows[0]?.at ?? null],
    );
    const knownSeq = new Map(known.rows.map((row) => [row.chain, row.seq]));
    const heads: Seal['heads'] = {};
    for (const row of grown.rows) {
      if (row.seq > (knownSeq.get(row.chain_id) ?? 0)) heads[row.chain_id] = [row.seq, row.hash.toString('hex')];
    }
    if (Object.keys(heads).length === 0) {
      await client.query('rollback');
      return undefined;
    }
    const previous = last.rows[0];
    const seal: Seal = { sealNo: (previous?.seal_no ?? 0) + 1, at, heads };
    const hash = hashSeal(key, previous?.hash ?? GENESIS, seal);
    await client.query('insert into audit.seal (seal_no, at, heads, previous_hash, hash) values ($1, $2, $3, $4, $5)', [
      seal.sealNo,
      seal.at,
      JSON.stringify(seal.heads),
      previous?.hash ?? GENESIS,
      hash,
    ]);
    await client.query('commit');
    return { ...seal, hash: hash.toString('hex') };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
