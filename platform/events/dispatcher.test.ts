import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database, inTransaction } from '../db/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { stoppedClock } from '../time/index.ts';
import { Bus, Dispatcher, emit, MAX_ATTEMPTS, type StoredEvent, type Subscriber } from './index.ts';

const PROVIDER = '01977777-0000-7000-8000-000000000001';
const KEY = Buffer.alloc(32, 7);

let files: TestDatabase;
let owner: pg.Client;
let clock: ReturnType<typeof stoppedClock>;
let closing: (() => Promise<void>)[];

beforeEach(async () => {
  files = await createTestDatabase();
  owner = new pg.Client({ connectionString: files.url });
  owner.on('error', () => {});
  await owner.connect();
  await owner.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, 'north', '{}', 'test')`, [PROVIDER]);
  clock = stoppedClock('2026-11-24T07:20:00.000Z');
  closing = [];
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  await owner.end();
  await files.drop();
});

interface Process {
  database: Database;
  dispatcher: Dispatcher;
  errors: string[];
  stop(): Promise<void>;
}

/** What a server process has of the outbox. */
async function startProcess(...subscribers: Subscriber[]): Promise<Process> {
  const errors: string[] = [];
  const database = new Database({ url: files.url, clock, auditKey: KEY, maxConnections: 3 });
  const bus = new Bus(files.url, () => {});
  await bus.open();
  const dispatcher = new Dispatcher(database, bus, subscribers, (_error, event) => errors.push(event));
  dispatcher.start();
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await dispatcher.close();
    await bus.close();
    await database.close();
  };
  closing.push(stop);
  return { database, dispatcher, errors, stop };
}

const happen = (database: Database, ...numbers: number[]) =>
  inTransaction(database, { educationProviderId: PROVIDER }, async (tx) => {
    for (const number of numbers) await emit(tx, { name: 'thing.happened', payload: { number } }, null);
  });

/** Writes to the database what it was told, so that what is done twice or by half shows. */
const remember = (tell: (event: StoredEvent) => void = () => {}): Subscriber => ({
  name: 'test.remember',
  event: 'thing.happened',
  handle: async (tx, event) => {
    await sql`insert into platform.row_history (education_provider_id, table_name, row_id, operation, before)
      values (${event.educationProviderId}, 'test', ${event.eventId}, 'update', ${JSON.stringify(event.payload)})`.execute(tx.db);
    tell(event);
  },
});

const remembered = async (): Promise<number[]> => (await owner.query<{ number: number }>(`select (before->>'number')::int as number from platform.row_history where table_name = 'test' order by row_history_id`)).rows.map((row) => row.number);

async function until(what: string, holds: () => Promise<boolean> | boolean, wake?: () => void): Promise<void> {
  for (let round = 0; round < 400; round++) {
    if (await holds()) return;
    wake?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain until ${what}.`);
}

const numbers = Array.from({ length: 250 }, (_, index) => index);

test('every event reaches its subscriber once, in the order in which it was written, in batches', async () => {
  const { database, dispatcher } = await startProcess(remember());
  for (let from = 0; from < 250; from += 50) await happen(database, ...numbers.slice(from, from + 50));
  dispatcher.wake();
  await until('all are told', async () => (await remembered()).length >= 250);
  expect(await remembered()).toEqual(numbers);
});

test('what was written while nobody dispatched is told later', async () => {
  const first = await startProcess();
  await first.stop();
  const writer = new Database({ url: files.url, clock, auditKey: KEY });
  await happen(writer, 1, 2, 3);
  await writer.close();
  await startProcess(remember());
  await until('the events are told', async () => (await remembered()).length === 3);
  expect(await remembered()).toEqual([1, 2, 3]);
});

test('events nobody subscribes to are marked in one go and still tell open pages', async () => {
  const { database, dispatcher } = await startProcess(remember());
  const heard: string[] = [];
  const bus = new Bus(files.url, () => {});
  await bus.open();
  closing.push(() => bus.close());
  bus.on('live', (body) => heard.push(body));
  await inTransaction(database, { educationProviderId: PROVIDER }, async (tx) => {
    for (const number of numbers) await emit(tx, { name: number % 50 === 0 ? 'thing.happened' : 'thing.unheard', payload: { number }, live: { topics: ['thing'], personIds: [PROVIDER] } }, null);
  });
  dispatcher.wake();
  await until('all are told', async () => (await owner.query('select from events.outbox where dispatched_at is null')).rowCount === 0);
  expect(await remembered()).toEqual([0, 50, 100, 150, 200]);
  await until('the pages have heard of each', () => heard.length === 250);
  expect(new Set(heard).size).toBe(1);
});

test('of a rolled-back transaction nobody hears', async () => {
  const { database, dispatcher } = await startProcess(remember());
  await expect(
    inTransaction(database, { educationProviderId: PROVIDER }, async (tx) => {
      await emit(tx, { name: 'thing.happened', payload: { number: 1 } }, null);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await happen(database, 2);
  dispatcher.wake();
  await until('the other is told', async () => (await remembered()).length > 0);
  expect(await remembered()).toEqual([2]);
});

test('a failing subscriber leaves nothing behind, is asked again after a growing time, and holds up nobody else', async () => {
  let isBroken = true;
  let tries = 0;
  const { database, dispatcher, errors } = await startProcess(
    remember((event) => {
      if (event.payload['number'] !== 1) return;
      tries += 1;
      if (isBroken) throw new Error('not today');
    }),
  );
  await happen(database, 1, 2);
  dispatcher.wake();
  await until('the second is told', async () => (await remembered()).length === 1);
  expect(await remembered()).toEqual([2]);
  expect(errors).toEqual(['thing.happened']);
  dispatcher.wake();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tries).toBe(1);
  clock.advance(1_500);
  await until('it is asked again', () => tries === 2, () => dispatcher.wake());
  isBroken = false;
  clock.advance(10_000);
  await until('the first is told', async () => (await remembered()).includes(1), () => dispatcher.wake());
  expect(await remembered()).toEqual([2, 1]);
});

test('an event that always fails is left for a person to look at', async () => {
  let tries = 0;
  const { database, dispatcher } = await startProcess({
    name: 'test.never',
    event: 'thing.happened',
    handle: async () => {
      tries += 1;
      throw new Error('never');
    },
  });
  await happen(database, 1);
  for (let round = 0; round < MAX_ATTEMPTS + 3; round++) {
    const before = tries;
    dispatcher.wake();
    if (before < MAX_ATTEMPTS) await until('it is tried', () => tries > before, () => dispatcher.wake());
    await until('the failure is kept', async () => (await owner.query<{ attempts: number }>('select attempts from events.outbox')).rows[0]?.attempts === tries);
    clock.advance(2 * 3_600_000);
  }
  expect(tries).toBe(MAX_ATTEMPTS);
  const { rows } = await owner.query<{ last_error: string; dispatched_at: string | null }>('select last_error, dispatched_at from events.outbox');
  // The kind of fault alone: a message can hold personal data.
  expect(rows).toEqual([{ last_error: 'Error', dispatched_at: null }]);
});

test('a process that dies between doing and marking does it again, and what it wrote is there once', async () => {
  let tries = 0;
  const { database, dispatcher } = await startProcess({
    ...remember(),
    handle: async (tx, event) => {
      await remember().handle(tx, event);
      tries += 1;
      if (tries > 1) return;
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
      await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    },
  });
  await happen(database, 7);
  dispatcher.wake();
  await until('the failure is kept', async () => (await owner.query<{ attempts: number }>('select attempts from events.outbox')).rows[0]?.attempts === 1);
  clock.advance(5_000);
  await until('it is told', async () => (await remembered()).length > 0, () => dispatcher.wake());
  clock.advance(5_000);
  dispatcher.wake();
  expect(tries).toBe(2);
  expect(await remembered()).toEqual([7]);
});

test('of two processes one dispatches, and the other takes over when it goes', async () => {
  const told = { first: 0, second: 0 };
  const first = await startProcess(remember(() => (told.first += 1)));
  await happen(first.database, 1);
  await until('the first leads', async () => (await remembered()).length === 1, () => first.dispatcher.wake());
  const second = await startProcess(remember(() => (told.second += 1)));
  await happen(second.database, 2, 3);
  second.dispatcher.wake();
  await until('they are told', async () => (await remembered()).length === 3, () => first.dispatcher.wake());
  expect(told).toEqual({ first: 3, second: 0 });
  await first.stop();
  await happen(second.database, 4);
  await until('the second has taken over', async () => (await remembered()).length === 4, () => second.dispatcher.wake());
  expect(await remembered()).toEqual([1, 2, 3, 4]);
  expect(told.second).toBe(1);
});

test('a leader whose connection breaks, again and again, leads on and wears out no connections', async () => {
  const { database, dispatcher } = await startProcess(remember());
  for (let number = 1; number <= 8; number++) {
    await happen(database, number);
    await until(`${number} is told`, async () => (await remembered()).length === number, () => dispatcher.wake());
    const { rowCount } = await owner.query(`select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())`);
    expect(rowCount).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await remembered()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect((await database.system.query('select 1')).rowCount).toBe(1);
});
