// `npm run drill:crash`: a ledger client writes through the API while server processes and PostgreSQL are killed without warning.
// Afterwards every acknowledged write must be there once, repeats be answered alike, and the audit log be whole.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { LedgerClient, type Entry } from './ledger.ts';
import { Machines } from './machines.ts';
import { fillSchool } from './school.ts';
import { verify } from './verify.ts';

const WRITERS = 6;
/** Back in service after at most so many seconds (trust requirement 10). */
const LIMIT_SECONDS = 30;
const REPEATED = 200;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '5' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a number from 1 on.');

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (line: string) => process.stdout.write(`${line}\n`);
const between = (least: number, most: number) => least + Math.random() * (most - least);

const firstPort = 20_000 + Math.floor(Math.random() * 30_000);
const ports = [firstPort, firstPort + 1];
const machines = new Machines(ports);

type Blow = 'one server' | 'both servers' | 'PostgreSQL' | 'a PostgreSQL process' | 'PostgreSQL and a server' | 'everything';
const BLOWS: Readonly<Record<Blow, () => void>> = {
  'one server': () => machines.servers[Math.random() < 0.5 ? 0 : 1]?.kill(),
  'both servers': () => machines.servers.forEach((server) => server.kill()),
  PostgreSQL: () => machines.killPostgres(),
  'a PostgreSQL process': () => machines.killBackend(),
  'PostgreSQL and a server': () => {
    machines.killPostgres();
    machines.servers[0]?.kill();
  },
  everything: () => {
    machines.killPostgres();
    machines.servers.forEach((server) => server.kill());
  },
};
const names = Object.keys(BLOWS) as Blow[];

interface Blackout {
  blow: Blow;
  seconds: number;
}

/** Strikes, and waits until writes are answered again by every process. */
async function strike(client: LedgerClient, blow: Blow): Promise<Blackout> {
  const at = performance.now();
  BLOWS[blow]();
  // A write sent after the blow: answers to earlier ones may still be on their way.
  await machines.waitUntil('a write is answered again', async () => client.lastServed.sentAt > at);
  const seconds = (client.lastServed.answeredAt - at) / 1000;
  for (const server of machines.servers) await machines.waitUntil(`port ${server.port} is back`, () => server.isReady());
  return { blow, seconds };
}

/** What was answered once is answered alike again, and does nothing. */
async function repeat(client: LedgerClient): Promise<string[]> {
  const done = client.acknowledged;
  const some = Array.from({ length: Math.min(REPEATED, done.length) }, () => done[Math.floor(Math.random() * done.length)]).filter((entry): entry is Entry => entry !== undefined);
  const differing: string[] = [];
  for (const entry of some) {
    const again = await client.attempt(entry, ports[Math.random() < 0.5 ? 0 : 1] ?? firstPort);
    if (again?.status !== entry.answer?.status || again?.text !== entry.answer?.text) differing.push(`${entry.kind} ${entry.key}: ${again?.status} ${again?.text.slice(0, 120)}`);
  }
  return differing;
}

interface Drained {
  backlog: number;
  seconds: number;
}

/** Until everybody has been told of every event, as long as it goes on. */
async function drain(pool: pg.Pool): Promise<Drained> {
  const began = performance.now();
  let [backlog, least, changedAt] = [-1, Number.POSITIVE_INFINITY, performance.now()];
  for (;;) {
    const { rows } = await pool.query<{ waiting: number; failed: number; due: string | null }>('select count(*)::int as waiting, (count(*) filter (where attempts > 0))::int as failed, max(next_attempt_at)::text as due from events.outbox where dispatched_at is null');
    const { waiting = 0, failed = 0, due = null } = rows[0] ?? {};
    if (backlog < 0) backlog = waiting;
    if (waiting < least) [least, changedAt] = [waiting, performance.now()];
    if (waiting === 0) return { backlog, seconds: (performance.now() - began) / 1000 };
    if (performance.now() - changedAt > LIMIT_SECONDS * 1000) {
      const held = await pool.query(`select a.pid, a.state, a.query, a.application_name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory'`);
      throw new Error(`${waiting} of ${backlog} events wait in vain, ${failed} have failed before, the last is due ${due}; locks: ${JSON.stringify(held.rows)}`);
    }
    await pause(100);
  }
}

/** A database that leaves writing to the operating system survives a killed process by luck, and a lost machine not at all. */
async function refuseForgetfulDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`);
  const told = rows.map(({ name, setting }) => `${name} ${setting}`).join(', ');
  if (rows.some(({ setting }) => setting !== 'on')) throw new Error(`The database is not durable: ${told}.`);
  say(`PostgreSQL: ${told}`);
}

async function drill(): Promise<boolean> {
  say(`Crash drill: ${kills} kills under ${WRITERS} writers, two server processes, embedded PostgreSQL with durable commits.`);
  await machines.start();
  const filling = new pg.Pool({ connectionString: machines.databaseUrl, max: 1 });
  await refuseForgetfulDatabase(filling);
  const school = await fillSchool(filling, WRITERS);
  await filling.end();

  const client = new LedgerClient(school, ports);
  const began = performance.now();
  const writers = school.classes.map((one, index) => client.write(one, index * 1_000));
  const blackouts: Blackout[] = [];
  await pause(1_000);
  for (let number = 1; number <= kills; number++) {
    await pause(between(200, 1_500));
    // Each kind of blow in turn, so that a short drill has most of them.
    const blackout = await strike(client, names[number % names.length] ?? 'everything');
    blackouts.push(blackout);
    say(`  ${String(number).padStart(3)}  ${blackout.blow.padEnd(24)} back after ${blackout.seconds.toFixed(1)} s, ${client.acknowledged.length} writes acknowledged`);
  }
  await pause(1_000);
  client.stop();
  await Promise.all(writers);
  const seconds = (performance.now() - began) / 1000;

  const differing = await repeat(client);
  const pool = new pg.Pool({ connectionString: machines.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const drained = await drain(pool);
  const { lost, doubled, wrong } = await verify(pool, client);
  await pool.end();
  const audit = machines.checkAudit();

  const slowest = Math.max(...blackouts.map((one) => one.seconds));
  const retried = client.entries.filter(({ tries }) => tries > 1).length;
  say('');
  say(`writes acknowledged   ${client.acknowledged.length} in ${seconds.toFixed(0)} s (${(client.acknowledged.length / seconds).toFixed(0)}/s, blackouts included)`);
  say(`sent more than once   ${retried}; given up unanswered ${client.entries.length - client.acknowledged.length - client.refusals.length}`);
  say(`lost                  ${lost.length}`);
  say(`doubled               ${doubled.length}`);
  say(`wrong                 ${wrong.length}`);
  say(`refused               ${client.refusals.length}`);
  say(`repeats unlike        ${differing.length} of ${Math.min(REPEATED, client.acknowledged.length)}`);
  say(`events               ${drained.backlog} waiting at the end, told within ${drained.seconds.toFixed(1)} s`);
  say(`slowest return        ${slowest.toFixed(1)} s (limit ${LIMIT_SECONDS} s)`);
  say(`audit                 ${audit.entries} entries in ${audit.chains} chains, ${audit.seals} seals, ${audit.faults.length} faults`);
  const faults = [...lost, ...doubled, ...wrong, ...client.refusals, ...differing, ...audit.faults.map((fault) => JSON.stringify(fault))];
  for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
  return faults.length === 0 && slowest <= LIMIT_SECONDS && client.acknowledged.length > 0;
}

let isPassed = false;
try {
  isPassed = await drill();
} catch (error) {
  say(String(error));
} finally {
  if (!isPassed) say(`what the servers said: ${machines.keepLogs()}`);
  await machines.stop();
}
say(isPassed ? 'passed' : 'failed');
process.exit(isPassed ? 0 : 1);
