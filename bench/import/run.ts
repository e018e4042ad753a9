/**
 * `npm run bench:import [-- --learners 100000 --groups 3]`: a city's people from OneRoster CSV into an empty database, then the same again.
 * DATABASE_URL names a migrated PostgreSQL to use; else one is started for the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runImport } from '@digione/exchange/server';
import { createTestDatabase } from '@digione/platform/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ProcessorTime } from './processor-time.ts';
import { writeRoster } from './roster.ts';

const { values } = parseArgs({ options: { learners: { type: 'string', default: '100000' }, groups: { type: 'string', default: '3' } } });
const size = { learners: Number(values.learners), groupsPerLearner: Number(values.groups) };

const folder = mkdtempSync(join(tmpdir(), 'digione-bench-'));
const own = process.env['DATABASE_URL'];
const database = own === undefined ? await createTestDatabase() : { url: own, drop: () => Promise.resolve() };
try {
  const roster = await writeRoster(join(folder, 'roster'), size);
  const key = `bench-${Date.now()}`;
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, $2, '{"fi":"Bench"}', 'bench')`, [uuidv7(), key]);
  const { rows } = await client.query<{ version: string; fsync: string }>(`select current_setting('server_version') as version, current_setting('fsync') as fsync`);
  const { rows: backends } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL ${rows[0]?.version} (fsync ${rows[0]?.fsync}), one database on the same machine; load ${loadavg()[0]?.toFixed(1)} before`);
  console.log(`roster: ${roster.rows.toLocaleString('en-GB')} rows (${Object.entries(roster.byFile).map(([file, count]) => `${file} ${count.toLocaleString('en-GB')}`).join(', ')})`);
  for (const round of ['first import', 'same again', 'dry run']) {
    let peak = 0;
    const server = new ProcessorTime(backends[0]?.pid ?? 0);
    const before = process.cpuUsage();
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
      server.look();
    }, 100);
    const started = performance.now();
    const report = await runImport({ databaseUrl: database.url, auditKey: Buffer.alloc(32, 1), kind: 'people', path: roster.folder, providerKey: key, dryRun: round === 'dry run', onProgress: (line) => console.error(`  ${((performance.now() - started) / 1000).toFixed(1)} s ${line}`) });
    clearInterval(watch);
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    if (!report.isAccepted) throw new Error(`The import was refused: ${report.reason ?? ''} ${JSON.stringify(report.rows.slice(0, 3))}`);
    const { created, changed, unchanged, ended } = report.counts;
    console.log(`${round}: ${seconds.toFixed(1)} s, ${Math.round(roster.rows / seconds).toLocaleString('en-GB')} rows/s, processor ${((user + system) / 1e6).toFixed(1)} s here, ${server.seconds?.toFixed(1) ?? '?'} s in PostgreSQL, peak RSS ${Math.round(peak / 2 ** 20)} MiB of this process, load ${loadavg()[0]?.toFixed(1)}; created ${created}, changed ${changed}, ended ${ended}, unchanged ${unchanged}`);
  }
  await client.end();
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
