import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, inTransaction } from '../db/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { stoppedClock } from '../time/index.ts';
import { checkAudit, checkAuditWithin, sealAudit, type AuditFact } from './index.ts';

const KEY = Buffer.alloc(32, 7);
const PROVIDER = '01977777-0000-7000-8000-000000000001';
const OTHER_PROVIDER = '01977777-0000-7000-8000-000000000002';
const PEOPLE = ['a', 'b', 'c', 'd'].map((letter) => `01977777-0000-7000-8000-00000000000${letter}`);

const clock = stoppedClock('2026-11-24T07:20:00.000Z');
let files: TestDatabase;
let database: Database;
let owner: pg.Client;
let anchor: { sealNo: number; hash: string };
let pristine: string | undefined;

const fact = (index: number): AuditFact => ({
  accountId: PEOPLE[0] ?? null,
  actorPersonId: PEOPLE[1] ?? null,
  action: index % 3 === 0 ? 'learner.read' : 'person.correct',
  basis: index % 7 === 0 ? null : 'teaches-learner',
  purpose: 'purpose.teaching',
  endpoint: 'core-data.getPerson',
  objectId: PEOPLE[index % 4] ?? null,
  personIds: index % 5 === 0 ? [] : PEOPLE.slice(0, 1 + (index % 3)),
  outcome: index % 7 === 0 ? 'denied' : 'done',
  traceId: index.toString(16).padStart(32, '0'),
});

/** Entries on several connections, thus in several chains, sealed in between as the job does every minute. */
beforeAll(async () => {
  files = await createTestDatabase();
  database = new Database({ url: files.url, clock, auditKey: KEY, maxConnections: 3 });
  for (let round = 0; round < 4; round++) {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        inTransaction(database, { educationProviderId: index % 4 === 0 ? OTHER_PROVIDER : PROVIDER }, async (tx) => {
          tx.audit.push(fact(round * 12 + index));
          if (index % 6 === 0) tx.audit.push(fact(index));
        }),
      ),
    );
    clock.advance(60_000);
    const seal = await sealAudit(database.system, KEY, clock.iso());
    if (seal !== undefined) anchor = seal;
  }
  owner = new pg.Client({ connectionString: files.url });
  await owner.connect();
  pristine = await digest();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await files.drop();
});

const digest = async () => (await owner.query<{ digest: string }>(`select md5(string_agg(e::text, '|' order by chain_id, seq)) || (select md5(string_agg(s::text, '|' order by seal_no)) from audit.seal s) as digest from audit.entry e`)).rows[0]?.digest;

/** What the check finds after the owner of the database has done something, which is then taken back; undefined when it changed nothing. */
async function faultsAfter(statement: string, options: { anchor?: typeof anchor } = {}): Promise<number | undefined> {
  await owner.query('begin');
  try {
    await owner.query(statement);
    // Two entries may say the same to the letter, and what is null already cannot be taken away.
    if ((await digest()) === pristine) return undefined;
    return (await checkAuditWithin(owner, { auditKey: KEY, ...options })).faults.length;
  } finally {
    await owner.query('rollback');
  }
}

interface Entry {
  chain: string;
  seq: number;
}

const entries = async (): Promise<Entry[]> => (await owner.query<Entry>('select chain_id as chain, seq from audit.entry order by 1, 2')).rows;
const at = ({ chain, seq }: Entry) => `chain_id = '${chain}' and seq = ${seq}`;

/** Each takes something from the log or puts something else into it. */
const CHANGES = [
  `account_id = '${PEOPLE[3]}'`,
  'account_id = null',
  `actor_person_id = '${PEOPLE[3]}'`,
  `action = 'learner.list'`,
  `basis = 'self'`,
  `purpose = 'purpose.safety'`,
  `endpoint = 'core-data.search'`,
  `object_id = '${OTHER_PROVIDER}'`,
  'object_id = null',
  `person_ids = person_ids || '${OTHER_PROVIDER}'::uuid`,
  `outcome = case outcome when 'done' then 'denied' else 'done' end`,
  `trace_id = 'f'`,
  'trace_id = null',
  `at = at + interval '1 millisecond'`,
  `at = at - interval '3 days'`,
  `education_provider_id = '01977777-0000-7000-8000-000000000009'`,
  `previous_hash = sha256(previous_hash)`,
  `hash = sha256(hash)`,
  'seq = seq + 1000',
  'chain_id = gen_random_uuid()',
] as const;

const tables = 'education_provider_id, at, account_id, actor_person_id, action, basis, purpose, endpoint, object_id, person_ids, outcome, trace_id';

type Attack = (entry: Entry, other: Entry, change: string) => string;
const ATTACKS: Readonly<Record<string, Attack>> = {
  change: (entry, _other, change) => `update audit.entry set ${change} where ${at(entry)}`,
  delete: (entry) => `delete from audit.entry where ${at(entry)}`,
  cut: ({ chain, seq }) => `delete from audit.entry where chain_id = '${chain}' and seq >= ${seq}`,
  behead: ({ chain, seq }) => `delete from audit.entry where chain_id = '${chain}' and seq <= ${seq}`,
  'remove a chain': ({ chain }) => `delete from audit.entry where chain_id = '${chain}'`,
  'swap what two entries say': (entry, other) =>
    `update audit.entry e set (${tables}) = (select ${tables} from audit.entry o where ${at(entry.chain === other.chain && entry.seq === other.seq ? { ...other, seq: other.seq === 1 ? 2 : 1 } : other).replaceAll(/(chain_id|seq)/g, 'o.$1')}) where ${at(entry).replaceAll(/(chain_id|seq)/g, 'e.$1')}`,
  'close the gap': ({ chain, seq }) =>
    `delete from audit.entry where chain_id = '${chain}' and seq = ${seq};
     update audit.entry set seq = 1 - seq where chain_id = '${chain}' and seq > ${seq}; update audit.entry set seq = -seq where seq < 0`,
  'invent an entry': (entry) =>
    `insert into audit.entry select education_provider_id, chain_id, (select max(seq) + 1 from audit.entry where chain_id = '${entry.chain}'), at, account_id, actor_person_id, 'nothing.happened', basis, purpose, endpoint, object_id, person_ids, outcome, trace_id,
       (select hash from audit.entry where chain_id = '${entry.chain}' order by seq desc limit 1), sha256('guessed') from audit.entry where ${at(entry)}`,
  'repeat an entry': (entry) =>
    `insert into audit.entry select education_provider_id, chain_id, (select max(seq) + 1 from audit.entry where chain_id = '${entry.chain}'), at, account_id, actor_person_id, action, basis, purpose, endpoint, object_id, person_ids, outcome, trace_id, previous_hash, hash from audit.entry where ${at(entry)}`,
};

describe('the audit log', () => {
  test('is whole as it was written, in several chains', async () => {
    const checked = await checkAudit({ databaseUrl: files.url, auditKey: KEY, anchor });
    expect(checked).toMatchObject({ entries: 56, seals: 4, faults: [] });
    expect(checked.chains).toBeGreaterThan(1);
  });

  test('1000 of 1000 changes, deletions, swaps, cuts and inventions by the database owner are found', async () => {
    const all = await entries();
    const attacks = fc.sample(
      fc.record({ attack: fc.constantFrom(...Object.keys(ATTACKS)), entry: fc.constantFrom(...all), other: fc.constantFrom(...all), change: fc.constantFrom(...CHANGES) }),
      { numRuns: 1200, seed: 20_261_124 },
    );
    const survivors: string[] = [];
    let made = 0;
    for (const { attack, entry, other, change } of attacks) {
      if (made === 1000) break;
      const statement = ATTACKS[attack]?.(entry, other, change) ?? '';
      const found = await faultsAfter(statement);
      if (found === 0) survivors.push(statement);
      if (found !== undefined) made += 1;
    }
    expect(survivors).toEqual([]);
    expect(made).toBe(1000);
  }, 60_000);

  test('without the key nobody can make a hash that fits', async () => {
    await owner.query('begin');
    const { faults } = await checkAuditWithin(owner, { auditKey: Buffer.alloc(32, 9) });
    await owner.query('rollback');
    expect(faults.length).toBeGreaterThan(50);
  });

  test.each([
    ['a seal changed', `update audit.seal set heads = heads || '{"01977777-0000-7000-8000-00000000000f": [1, "00"]}' where seal_no = 2`],
    ['a seal dated back', `update audit.seal set at = at - interval '1 day' where seal_no = 3`],
    ['a seal removed', 'delete from audit.seal where seal_no = 2'],
    ['the first seal removed', 'delete from audit.seal where seal_no = 1'],
  ])('%s is found', async (_what, statement) => {
    expect(await faultsAfter(statement)).toBeGreaterThan(0);
  });

  test('the last seals taken away with all entries since are found by a seal known from the server’s log', async () => {
    const statement = `with gone as (delete from audit.seal where seal_no = 4) delete from audit.entry where at >= (select at from audit.seal where seal_no = 3)`;
    expect(await faultsAfter(statement, { anchor })).toBeGreaterThan(0);
    expect(await faultsAfter('truncate audit.seal, audit.entry', { anchor })).toBeGreaterThan(0);
  });

  test('goes on in a new chain where the outcome of a commit is unknown', async () => {
    await expect(
      inTransaction(database, { educationProviderId: PROVIDER }, async (tx) => {
        tx.audit.push(fact(1));
        // Asked of the connection itself, so that the transaction has begun on it before it is ended.
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
        const ended = await owner.query('select pg_terminate_backend($1) as "isEnded"', [rows[0]?.pid]);
        expect(ended.rows).toEqual([{ isEnded: true }]);
      }),
    ).rejects.toThrow(/connection|terminat/i);
    await inTransaction(database, { educationProviderId: PROVIDER }, async (tx) => {
      tx.audit.push(fact(2));
    });
    expect((await checkAudit({ databaseUrl: files.url, auditKey: KEY })).faults).toEqual([]);
  });
});
