/**
 * Measures the timetable solver on the XHSTT archive's instances and writes results.md and results.json beside itself:
 * `npm run bench:timetable -- --instances FinlandCollege,ItalyInstance4 --seconds 60 --threads 2 --seeds 1,2,3`.
 * Results of other instances, times or threads that stand in results.json are kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readXhstt, solve } from '@digione/timetable-solver';
import { readManifest, type BestKnown } from './manifest.ts';
import { updateReadme } from './readme.ts';
import { writeTable, type Row } from './table.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'xhstt');
const RESULTS = join(import.meta.dirname, 'results.json');

const { values } = parseArgs({
  options: { instances: { type: 'string' }, seconds: { type: 'string', default: '60' }, threads: { type: 'string', default: '2' }, seeds: { type: 'string', default: '1' } },
});

async function measure(known: BestKnown, seconds: number, threads: number, seed: number): Promise<Row> {
  const [instance] = readXhstt(readFileSync(join(FOLDER, known.file))).instances;
  if (instance === undefined) throw new Error(`${known.file} has no instance`);
  const result = await solve(instance, { seconds, threads, seed }).result;
  return {
    instance: known.file.replace(/\.xml$/, ''),
    best: known.cost,
    holder: known.holder,
    seconds,
    threads,
    seed,
    ours: result.cost,
    secondsToFeasible: result.secondsToFeasible,
    millionMovesPerCpuSecond: result.moves / result.cpuSeconds / 1e6,
    wallSeconds: result.wallSeconds,
    cpuSeconds: result.cpuSeconds,
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  };
}

const isSame = (one: Row, other: Row): boolean => one.instance === other.instance && one.seconds === other.seconds && one.threads === other.threads && one.seed === other.seed;

function keep(row: Row): void {
  const rows: Row[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const all = [...rows.filter((one) => !isSame(one, row)), row];
  writeFileSync(RESULTS, `${JSON.stringify(all, undefined, 1)}\n`);
  writeFileSync(join(import.meta.dirname, 'results.md'), writeTable(all));
  updateReadme();
}

if (!existsSync(FOLDER)) {
  console.log(`The archive's instances are not in ${FOLDER}: nothing is measured.`);
} else {
  const names = values.instances?.split(',');
  for (const known of readManifest(join(FOLDER, 'MANIFEST.tsv'))) {
    if (names !== undefined && !names.includes(known.file.replace(/\.xml$/, ''))) continue;
    for (const seed of values.seeds.split(',')) {
      const row = await measure(known, Number(values.seconds), Number(values.threads), Number(seed));
      keep(row);
      const { infeasibility, objective } = row.ours;
      console.log(`${row.instance} seed ${seed}: (${infeasibility}, ${objective}), best known (${row.best.infeasibility}, ${row.best.objective}), ${row.cpuSeconds.toFixed(0)} CPU-s`);
    }
  }
}
