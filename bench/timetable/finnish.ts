/**
 * Measures the solver on generated Finnish schools and writes results-finnish.json and results-finnish.md beside itself:
 * `npx tsx bench/timetable/finnish.ts [--only comprehensive,tray] [--seconds 60] [--threads 1] [--seeds 1,2,3] [--bars 8,7,6]`.
 * Results of other cases or seeds that stand in the file are kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundChoices, evaluate, findImpossible, solveTray } from '@digione/timetable-solver';
import { solve } from '@digione/timetable-solver/solve';
import { COMPREHENSIVE, makeComprehensive } from './cases/comprehensive.ts';
import { makeTray, TRAY } from './cases/tray.ts';
import { updateReadme } from './readme.ts';
import { writeFinnishTable, type ComprehensiveRow, type FinnishResults, type TrayRow } from './finnish-table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: 'comprehensive,tray' }, seconds: { type: 'string', default: '60' }, threads: { type: 'string', default: '1' }, seeds: { type: 'string', default: '1' }, bars: { type: 'string', default: '8,7,6' } },
});
const [seconds, threads, seeds] = [Number(values.seconds), Number(values.threads), values.seeds.split(',').map(Number)];
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`;
const RESULTS = join(import.meta.dirname, 'results-finnish.json');

async function measureComprehensive(isPlain: boolean, seed: number): Promise<ComprehensiveRow> {
  const instance = makeComprehensive({ ...COMPREHENSIVE, isPlain });
  // A generator's mistake would be taken for the solver's.
  const [impossible] = findImpossible(instance);
  if (impossible !== undefined) throw new Error(`the generated school cannot be: ${impossible.key}`);
  const { solution, secondsToFeasible, moves, wallSeconds, cpuSeconds } = await solve(instance, { seconds, threads, seed }).result;
  const { infeasibility, objective } = evaluate(instance, solution);
  return { hasHallAndPremises: !isPlain, events: instance.events.length, resources: instance.resources.length, seed, seconds, threads, infeasibility, objective, secondsToFeasible: secondsToFeasible ?? null, moves, wallSeconds, cpuSeconds, machine };
}

function measureTray(bars: number, seed: number): TrayRow {
  const size = { ...TRAY, bars };
  const instance = makeTray(size, seed);
  const began = process.cpuUsage();
  const { met, choices, curve, cost, moves, seconds: wallSeconds } = solveTray(instance, { seconds, seed });
  const { user, system } = process.cpuUsage(began);
  const firstMet = choices - (curve[0]?.open ?? choices);
  const { learners, choices: each, periods } = size;
  return { learners, each, periods, bars, sections: instance.events.length, choices, bound: boundChoices(instance), firstMet, met, seed, seconds, infeasibility: cost.infeasibility, moves, wallSeconds, cpuSeconds: (user + system) / 1e6, machine };
}

function readResults(): FinnishResults {
  if (!existsSync(RESULTS)) return { comprehensive: [], tray: [] };
  const results: FinnishResults = JSON.parse(readFileSync(RESULTS, 'utf8'));
  return results;
}

function save(results: FinnishResults): void {
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 1)}\n`);
  writeFileSync(join(import.meta.dirname, 'results-finnish.md'), writeFinnishTable(results));
  updateReadme();
}

for (const seed of seeds) {
  for (const isPlain of values.only.includes('comprehensive') ? [true, false] : []) {
    const row = await measureComprehensive(isPlain, seed);
    const { comprehensive, tray } = readResults();
    const kept = comprehensive.filter((one) => one.hasHallAndPremises !== row.hasHallAndPremises || one.seed !== row.seed || one.threads !== row.threads);
    save({ comprehensive: [...kept, row], tray });
    console.log(`comprehensive, ${isPlain ? 'without' : 'with'} hall and premises, seed ${seed}: (${row.infeasibility}, ${row.objective}), feasible after ${row.secondsToFeasible?.toFixed(1) ?? '–'} s, ${row.cpuSeconds.toFixed(0)} CPU-s`);
  }
  for (const bars of values.only.includes('tray') ? values.bars.split(',').map(Number) : []) {
    const row = measureTray(bars, seed);
    const { comprehensive, tray } = readResults();
    save({ comprehensive, tray: [...tray.filter((one) => one.bars !== row.bars || one.seed !== row.seed), row] });
    console.log(`tray ${row.periods} × ${bars}, seed ${seed}: ${row.met} of ${row.choices} choices, bound ${row.bound}, ${row.cpuSeconds.toFixed(1)} CPU-s`);
  }
}
