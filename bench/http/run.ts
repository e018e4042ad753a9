import { spawn, type ChildProcess } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { seedDemo, type DemoSize } from '@digione/demo';
import { migrate } from '@digione/platform/db';
import { findFreePort, startEmbeddedPostgres } from '@digione/platform/db/embedded';
import pg from 'pg';
import { cpuSeconds } from './cpu.ts';
import { closedLoop, openLoop, percentile, type LoadResult, type Target } from './load.ts';
import { makeTargets } from './people.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'seven-cities' },
    seconds: { type: 'string', default: '15' },
    connections: { type: 'string', default: '32' },
    rate: { type: 'string', default: '200' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
/** A Tuesday in term time, in the middle of the second lesson. */
const NOW = '2026-11-24T09:20';
const NOW_INSTANT = '2026-11-24T07:20:00.000Z';
const log = (line: string) => process.stderr.write(`${line}\n`);

interface Row {
  page: string;
  loop: 'closed' | 'open';
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  errors: number;
  nodeCpuMs: number;
  databaseCpuMs: number;
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer.`);
}

async function measure(name: string, loop: Row['loop'], server: number, postgres: number, run: () => Promise<LoadResult>): Promise<Row> {
  const before = { node: cpuSeconds(server, false), database: cpuSeconds(postgres, true) };
  const result = await run();
  const perRequest = (seconds: number) => (seconds * 1000) / Math.max(1, result.requests);
  const row: Row = {
    page: name,
    loop,
    perSecond: result.requests / result.seconds,
    p50: percentile(result.latencies, 0.5),
    p99: percentile(result.latencies, 0.99),
    worst: percentile(result.latencies, 1),
    errors: result.errors,
    nodeCpuMs: perRequest(cpuSeconds(server, false) - before.node),
    databaseCpuMs: perRequest(cpuSeconds(postgres, true) - before.database),
  };
  log(render(row));
  return row;
}

const render = (row: Row) =>
  [
    row.page.padEnd(10),
    row.loop.padEnd(7),
    `${row.perSecond.toFixed(0).padStart(6)} req/s`,
    `p50 ${row.p50.toFixed(1).padStart(6)} ms`,
    `p99 ${row.p99.toFixed(1).padStart(6)} ms`,
    `worst ${row.worst.toFixed(0).padStart(5)} ms`,
    `cpu ${(row.nodeCpuMs + row.databaseCpuMs).toFixed(2)} ms (server ${row.nodeCpuMs.toFixed(2)}, database ${row.databaseCpuMs.toFixed(2)})`,
    `errors ${row.errors}`,
  ].join('  ');

function startProcess(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function benchPages(databaseUrl: string, postgres: number, seconds: number): Promise<Row[]> {
  const port = await findFreePort();
  // The same clock as the data; production settings otherwise.
  const server = startProcess(['dist/digione.mjs', 'start', '--port', String(port), '--demo', 'none', '--now', NOW], {
    DATABASE_URL: databaseUrl,
    DIGIONE_LOG_LEVEL: 'silent',
    DIGIONE_REQUESTS_PER_MINUTE: '100000000',
    UV_THREADPOOL_SIZE: '2',
  });
  try {
    await waitFor(`http://127.0.0.1:${port}/readyz`);
    const wanted = options.only?.split(',');
    const targets = (await makeTargets(databaseUrl, NOW_INSTANT)).filter((target) => wanted === undefined || wanted.includes(target.name));
    const rows: Row[] = [];
    for (const target of targets) {
      await closedLoop(port, target, 8, 3); // warms caches and the compiler
      rows.push(await measure(target.name, 'closed', server.pid ?? 0, postgres, () => closedLoop(port, target, Number(options.connections), seconds)));
      rows.push(await measure(target.name, 'open', server.pid ?? 0, postgres, () => openLoop(port, target, Number(options.rate), seconds)));
    }
    return rows;
  } finally {
    await stop(server);
  }
}

async function benchBaseline(databaseUrl: string, postgres: number, seconds: number): Promise<Row[]> {
  const port = await findFreePort();
  const server = startProcess(['--import', 'tsx', 'bench/http/baseline.ts'], { DATABASE_URL: databaseUrl, PORT: String(port) });
  try {
    await waitFor(`http://127.0.0.1:${port}/baseline`);
    const target: Target = { name: 'baseline', next: () => ({ path: '/baseline', token: '' }) };
    await closedLoop(port, target, 8, 3);
    return [await measure('baseline', 'closed', server.pid ?? 0, postgres, () => closedLoop(port, target, Number(options.connections), seconds))];
  } finally {
    await stop(server);
  }
}

async function postmasterPid(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as line`);
  await client.end();
  return Number(rows[0]?.line);
}

const size = options.size as DemoSize;
const postgres = await startEmbeddedPostgres({ dataDir: `.data/bench-${size}`, log });
try {
  await migrate({ url: postgres.url, log });
  const seeded = await seedDemo({ databaseUrl: postgres.url, size, now: NOW_INSTANT, log });
  const pid = await postmasterPid(postgres.url);
  const seconds = Number(options.seconds);
  log(`\n${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; ${size}: ${JSON.stringify(seeded)}`);
  log(`closed loop: ${options.connections} connections; open loop: ${options.rate} requests/s; ${seconds} s each; load generator on the same machine\n`);
  const baseline = await benchBaseline(postgres.url, pid, seconds);
  const pages = await benchPages(postgres.url, pid, seconds);
  const yardstick = baseline[0]?.perSecond ?? 1;
  log('\nratio to the bare server, closed loop:');
  for (const row of pages.filter(({ loop }) => loop === 'closed')) log(`  ${row.page.padEnd(10)} ${(row.perSecond / yardstick).toFixed(2)}`);
  if (options.json) process.stdout.write(`${JSON.stringify({ size, seconds, rows: [...baseline, ...pages] })}\n`);
} finally {
  await postgres.stop();
}
