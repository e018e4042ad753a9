import { createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** What one act was: who, whose data, what, why. */
export interface AuditFact {
  accountId: string | null;
  actorPersonId: string | null;
  /** The action's name, e.g. `learner.read`. */
  action: string;
  /** The rule that allowed it, e.g. `teacher-of-learner`. */
  basis: string | null;
  /** Why, as a key of the purposes shown to the data subject. */
  purpose: string | null;
  endpoint: string | null;
  objectId: string | null;
  personIds: readonly string[];
  outcome: 'done' | 'denied';
  traceId: string | null;
}

export interface AuditEntry extends AuditFact {
  educationProviderId: string;
  at: string;
}

export interface ChainedEntry extends AuditEntry {
  chainId: string;
  seq: number;
  previousHash: Buffer;
  hash: Buffer;
}

/** What a chain's first entry follows. */
export const GENESIS = Buffer.alloc(32);

/** The keyed hash of an entry after its predecessor: HMAC-SHA-256 over a fixed order of fields. */
export function hashEntry(key: Buffer, chainId: string, seq: number, previousHash: Buffer, entry: AuditEntry): Buffer {
  return createHmac('sha256', key)
    .update(previousHash)
    .update(
      JSON.stringify([
        chainId,
        seq,
        entry.educationProviderId,
        entry.at,
        entry.accountId,
        entry.actorPersonId,
        entry.action,
        entry.basis,
        entry.purpose,
        entry.endpoint,
        entry.objectId,
        entry.personIds,
        entry.outcome,
        entry.traceId,
      ]),
    )
    .digest();
}

const COLUMNS =
  'education_provider_id, chain_id, seq, at, account_id, actor_person_id, action, basis, purpose, endpoint, object_id, person_ids, outcome, trace_id, previous_hash, hash';
const COLUMN_COUNT = 16;

/**
 * One chain of audit entries. A chain belongs to one database connection, on which transactions follow each
 * other, so that no writer waits for another's hash; seals (seal.ts) tie all chains together.
 */
export class AuditChain {
  readonly chainId: string = uuidv7();
  readonly #key: Buffer;
  #seq = 0;
  #head: Buffer = GENESIS;
  #pendingHead: Buffer = GENESIS;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The `index`-th entry of the transaction that is about to commit. */
  prepare(index: number, entry: AuditEntry): ChainedEntry {
    const previousHash = index === 0 ? this.#head : this.#pendingHead;
    const seq = this.#seq + index + 1;
    const hash = hashEntry(this.#key, this.chainId, seq, previousHash, entry);
    this.#pendingHead = hash;
    return { ...entry, chainId: this.chainId, seq, previousHash, hash };
  }

  insertStatement(entries: readonly ChainedEntry[]): { name?: string; text: string; values: unknown[] } {
    const rows = entries.map((_, row) => `(${Array.from({ length: COLUMN_COUNT }, (_unused, column) => `$${row * COLUMN_COUNT + column + 1}`).join(',')})`);
    const values = entries.flatMap((entry) => [
      entry.educationProviderId,
      entry.chainId,
      entry.seq,
      entry.at,
      entry.accountId,
      entry.actorPersonId,
      entry.action,
      entry.basis,
      entry.purpose,
      entry.endpoint,
      entry.objectId,
      entry.personIds,
      entry.outcome,
      entry.traceId,
      entry.previousHash,
      entry.hash,
    ]);
    const text = `insert into audit.entry (${COLUMNS}) values ${rows.join(',')}`;
    return entries.length === 1 ? { name: 'audit-entry', text, values } : { text, values };
  }

  /** The entries are committed: the next one follows them. */
  advance(entries: readonly ChainedEntry[]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    this.#seq = last.seq;
    this.#head = last.hash;
  }
}
