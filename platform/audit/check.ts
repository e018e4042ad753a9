import pg from 'pg';
import '../db/types.ts';
import { GENESIS, hashEntry } from './chain.ts';
import { hashSeal, type Seal } from './seal.ts';

export interface AuditFault {
  kind: 'entry-changed' | 'entry-missing' | 'chain-broken' | 'chain-cut' | 'seal-changed' | 'seal-missing';
  chainId: string | null;
  seq: number | null;
}

export interface AuditCheck {
  chains: number;
  entries: number;
  seals: number;
  faults: AuditFault[];
}

interface EntryRow {
  education_provider_id: string;
  chain_id: string;
  seq: number;
  at: string;
  account_id: string | null;
  actor_person_id: string | null;
  action: string;
  basis: string | null;
  purpose: string | null;
  endpoint: string | null;
  object_id: string | null;
  person_ids: string[];
  outcome: 'done' | 'denied';
  trace_id: string | null;
  previous_hash: Buffer;
  hash: Buffer;
}

const BATCH = 5_000;

/** A seal known from outside the database: the server logs each one it makes. */
export interface SealAnchor {
  sealNo: number;
  /** Hex. */
  hash: string;
}

/**
 * Recomputes every hash and holds the chains against the seals. Memory stays bounded: entries stream in batches.
 * @param options.auditKey the key the chains were made with; without it a change cannot be told from the original
 * @param options.anchor a seal that must be there: who takes away the last seals and all entries since leaves no other trace
 */
export async function checkAudit(options: { databaseUrl: string; auditKey: Buffer; anchor?: SealAnchor }): Promise<AuditCheck> {
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'digione check audit' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const checked = await checkAuditWithin(client, options);
    await client.query('commit');
    return checked;
  } finally {
    await client.end();
  }
}

/** The same inside a transaction of the caller. */
export async function checkAuditWithin(client: pg.ClientBase, options: { auditKey: Buffer; anchor?: SealAnchor }): Promise<AuditCheck> {
  const faults: AuditFault[] = [];
  const { expected, seals } = await checkSeals(client, options, faults);
  let chains = 0;
  let entries = 0;
  let chainId: string | undefined;
  let seq = 0;
  let head: Buffer = GENESIS;
  const endChain = () => {
    if (chainId === undefined) return;
    const sealed = expected.get(chainId);
    if (sealed !== undefined && [...sealed.keys()].some((at) => at > seq)) faults.push({ kind: 'chain-cut', chainId, seq });
    expected.delete(chainId);
  };
  await client.query(`declare audit_rows no scroll cursor for select * from audit.entry order by chain_id, seq`);
  for (;;) {
    const { rows } = await client.query<EntryRow>(`fetch ${BATCH} from audit_rows`);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.chain_id !== chainId) {
        endChain();
        chains += 1;
        chainId = row.chain_id;
        seq = 0;
        head = GENESIS;
      }
      entries += 1;
      if (row.seq !== seq + 1) faults.push({ kind: 'entry-missing', chainId: row.chain_id, seq: seq + 1 });
      else if (!row.previous_hash.equals(head)) faults.push({ kind: 'chain-broken', chainId: row.chain_id, seq: row.seq });
      if (!rehash(options.auditKey, row).equals(row.hash)) faults.push({ kind: 'entry-changed', chainId: row.chain_id, seq: row.seq });
      const sealedHash = expected.get(row.chain_id)?.get(row.seq);
      if (sealedHash !== undefined && sealedHash !== row.hash.toString('hex')) {
        faults.push({ kind: 'chain-broken', chainId: row.chain_id, seq: row.seq });
      }
      seq = row.seq;
      head = row.hash;
    }
  }
  endChain();
  // A chain that a seal knows and that is not there at all.
  for (const missing of expected.keys()) faults.push({ kind: 'chain-cut', chainId: missing, seq: 0 });
  await client.query('close audit_rows');
  return { chains, entries, seals, faults };
}

function rehash(key: Buffer, row: EntryRow): Buffer {
  return hashEntry(key, row.chain_id, row.seq, row.previous_hash, {
    educationProviderId: row.education_provider_id,
    at: row.at,
    accountId: row.account_id,
    actorPersonId: row.actor_person_id,
    action: row.action,
    basis: row.basis,
    purpose: row.purpose,
    endpoint: row.endpoint,
    objectId: row.object_id,
    personIds: row.person_ids,
    outcome: row.outcome,
    traceId: row.trace_id,
  });
}

async function checkSeals(client: pg.ClientBase, { auditKey, anchor }: { auditKey: Buffer; anchor?: SealAnchor }, faults: AuditFault[]) {
  const { rows } = await client.query<{ seal_no: number; at: string; heads: Seal['heads']; previous_hash: Buffer; hash: Buffer }>(
    'select seal_no, at, heads, previous_hash, hash from audit.seal order by seal_no',
  );
  const expected = new Map<string, Map<number, string>>();
  let previous: Buffer = GENESIS;
  let sealNo = 0;
  for (const row of rows) {
    sealNo += 1;
    if (row.seal_no !== sealNo) {
      faults.push({ kind: 'seal-missing', chainId: null, seq: sealNo });
      sealNo = row.seal_no;
    }
    const hash = hashSeal(auditKey, row.previous_hash, { sealNo: row.seal_no, at: row.at, heads: row.heads });
    if (!row.previous_hash.equals(previous) || !hash.equals(row.hash)) faults.push({ kind: 'seal-changed', chainId: null, seq: row.seal_no });
    previous = row.hash;
    for (const [chain, [seq, head]] of Object.entries(row.heads)) {
      const marks = expected.get(chain) ?? new Map<number, string>();
      marks.set(seq, head);
      expected.set(chain, marks);
    }
  }
  if (anchor !== undefined && rows.find((row) => row.seal_no === anchor.sealNo)?.hash.toString('hex') !== anchor.hash) {
    faults.push({ kind: 'seal-missing', chainId: null, seq: anchor.sealNo });
  }
  return { expected, seals: rows.length };
}
