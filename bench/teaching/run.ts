/**
 * `npx tsx bench/teaching/run.ts [SECONDS]`: what a school of 900 learners has covered of its objectives, a lesson opened, and registers of 25
 * saved over HTTP, each another lesson by another teacher.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { startServer } from '@digione/app-server';
import { insertSession } from '@digione/access/server';
import { addDays, weekday } from '@digione/local-date';
import { createTestDatabase } from '@digione/platform/testing';
import { stoppedClock } from '@digione/platform/time';
import { cpuSeconds } from '../http/cpu.ts';
import { buildSchool } from './school.ts';

const SECONDS = Number(process.argv[2] ?? 10);
const CONNECTIONS = 8;
const TODAY = '2026-11-24';

const quantile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const told = (times: readonly number[]): string => `${times.length} × median ${quantile(times, 0.5).toFixed(1)} ms, 95 % ${quantile(times, 0.95).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const database = await createTestDatabase();
const blobFolder = mkdtempSync(join(tmpdir(), 'digione-files-'));
const clock = stoppedClock(`${TODAY}T13:00:00.000Z`);
const port = await freePort();
const server = await startServer({
  ...{ databaseUrl: database.url, blobFolder, auditKey: Buffer.alloc(32, 1), sessionKey: Buffer.alloc(32, 2), clock, host: '127.0.0.1', port, baseUrl: `http://127.0.0.1:${port}` },
  ...{ mode: 'demo', version: 'bench', logLevel: 'silent', trustProxy: false, requestsPerMinute: 1e9, maxConnections: 4, namesStatements: true, runsJobs: false, listens: true },
});
try {
  const pool = server.kernel.database.system;
  const city = await buildSchool(pool);
  const base = `${server.url}/api/providers/${city.of.educationProviderId}`;
  const tokens = new Map<string, string>();
  const tokenOf = async (personId: string): Promise<string> => {
    const known = tokens.get(personId);
    if (known !== undefined) return known;
    const accountId = uuidv7();
    await pool.query('insert into access.account (account_id) values ($1)', [accountId]);
    await city.of.insert('access.account_identity', { person_id: personId, account_id: accountId, source: 'bench' });
    const { token } = await insertSession(pool, clock, { accountId, kind: 'token', hours: 1_000 });
    tokens.set(personId, token);
    return token;
  };
  console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, server, database and caller on one machine; load ${loadavg()[0]?.toFixed(1)} before`);
  console.log(`${city.learners} learners, ${city.groups} groups with plans of 5 units and 60 lessons`);

  /** Processor time of the database's connections so far. */
  const databaseSeconds = async (): Promise<number> => {
    const { rows } = await pool.query<{ pid: number }>('select pid from pg_stat_activity where datname = current_database()');
    return rows.reduce((sum, { pid }) => sum + cpuSeconds(pid, false), 0);
  };
  const read = async (path: string, personId: string, times: number): Promise<number[]> => {
    const took: number[] = [];
    const token = await tokenOf(personId);
    for (let nth = -2; nth < times; nth += 1) {
      const began = performance.now();
      const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
      if (nth >= 0) took.push(performance.now() - began);
    }
    return took;
  };
  const before = { node: process.cpuUsage(), database: await databaseSeconds() };
  const coverage = await read(`/schools/${city.school}/plan-coverage`, city.principal, 20);
  const node = process.cpuUsage(before.node);
  const times = coverage.length + 2;
  console.log(`coverage of the school: ${told(coverage)}; processor each: ${((node.user + node.system) / 1000 / times).toFixed(0)} ms server and caller, ${(((await databaseSeconds()) - before.database) * 1000 / times).toFixed(0)} ms database`);
  const [one] = city.lessons.filter((lesson) => lesson.weekday === weekday(TODAY));
  if (one === undefined) throw new Error('Nobody has a lesson today.');
  console.log(`lesson with its plan:   ${told(await read(`/lessons/${one.weeklyLessonId}/${TODAY}/entry`, one.teacher, 50))}`);

  // The last fourteen days: each lesson of each day once.
  const days = Array.from({ length: 14 }, (_, index) => addDays(TODAY, -index));
  const registers = days.flatMap((heldOn) => city.lessons.filter((lesson) => lesson.weekday === weekday(heldOn)).map((lesson) => ({ ...lesson, heldOn })));
  for (const teacher of new Set(registers.map((register) => register.teacher))) await tokenOf(teacher);
  let next = 0;
  const saveFor = async (seconds: number): Promise<number[]> => {
    const took: number[] = [];
    const until = performance.now() + seconds * 1000;
    await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let register = registers[next++]; register !== undefined && performance.now() < until; register = registers[next++]) {
        const [absent, late] = register.members;
        const body = { allPresent: true, marks: [{ learnerId: absent, mark: 'absent' }, { learnerId: late, mark: 'late', minutes: 5 }] };
        const asked = performance.now();
        const answer = await fetch(`${base}/lessons/${register.weeklyLessonId}/${register.heldOn}/register`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${tokens.get(register.teacher) ?? ''}`, 'content-type': 'application/json', 'if-match': '"v0"', 'idempotency-key': randomUUID() },
          body: JSON.stringify(body),
        });
        if (answer.status !== 200) throw new Error(`A register answered ${answer.status}: ${await answer.text()}`);
        await answer.text();
        took.push(performance.now() - asked);
      }
    }),
    );
    return took;
  };
  // The compiler and the plans of the database are warm after some hundred.
  await saveFor(SECONDS / 2);
  const [cpu, databaseCpu] = [process.cpuUsage(), await databaseSeconds()];
  const began = performance.now();
  const took = await saveFor(SECONDS);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const each = (used: number) => ((used * 1000) / took.length).toFixed(2);
  console.log(`registers of 25 saved:  ${(took.length / seconds).toFixed(0)} a second; ${told(took)}; processor each: ${each((user + system) / 1e6)} ms server and caller, ${each((await databaseSeconds()) - databaseCpu)} ms database; load ${loadavg()[0]?.toFixed(1)} after`);
} finally {
  await server.close();
  await database.drop();
  rmSync(blobFolder, { recursive: true, force: true });
}
