import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from '@digione/timetable-solver';
import type { FinnishResults } from './finnish-table.ts';
import type { Row } from './table.ts';

/** The library's README, whose table of results is written here from the measurements. */
export const README = join(import.meta.dirname, '..', '..', 'libs', 'timetable-solver', 'README.md');
const [BEGIN, END] = ['<!-- results: written by bench/timetable/readme.ts -->', '<!-- end of results -->'];

export interface Measured {
  readonly xhstt: readonly Row[];
  readonly finnish: FinnishResults;
}

export function readMeasured(): Measured {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
  const [xhstt, finnish]: [readonly Row[], FinnishResults] = [JSON.parse(read('results.json')), JSON.parse(read('results-finnish.json'))];
  return { xhstt, finnish };
}

const say = ({ infeasibility, objective }: Cost): string => (infeasibility === 0 ? String(objective) : `(${infeasibility}, ${objective})`);
const compare = (one: Cost, other: Cost): number => one.infeasibility - other.infeasibility || one.objective - other.objective;

/** A row per instance, of its longest budget. */
function* listXhstt(rows: readonly Row[]): Generator<string> {
  for (const name of [...new Set(rows.map(({ instance }) => instance))].sort()) {
    const own = rows.filter(({ instance }) => instance === name);
    const effort = Math.max(...own.map(({ seconds, threads }) => seconds * threads));
    const longest = own.filter(({ seconds, threads }) => seconds * threads === effort).toSorted((one, other) => compare(one.ours, other.ours));
    const [first, median] = [longest[0], longest[Math.floor((longest.length - 1) / 2)]];
    if (first === undefined || median === undefined) continue;
    yield `| ${[name, say(first.best), first.holder, say(median.ours), say(first.ours), `${first.seconds} × ${first.threads}`, longest.length].join(' | ')} |`;
  }
}

function* listFinnish({ comprehensive, tray }: FinnishResults): Generator<string> {
  for (const row of comprehensive.toSorted((one, other) => Number(one.hasHallAndPremises) - Number(other.hasHallAndPremises) || one.seed - other.seed)) {
    const what = `comprehensive school of 900, ${row.hasHallAndPremises ? 'with' : 'without'} dining hall and premises, seed ${row.seed}`;
    yield `| ${what} | ${say(row)} | ${row.secondsToFeasible === null ? 'never feasible' : `feasible after ${row.secondsToFeasible.toFixed(1)} s`} | ${row.cpuSeconds.toFixed(0)} |`;
  }
  for (const row of tray.toSorted((one, other) => other.bars - one.bars || one.seed - other.seed)) {
    const share = (Math.floor((10_000 * row.met) / row.bound) / 100).toFixed(2);
    yield `| tray of ${row.learners} learners × ${row.each} choices, ${row.periods} × ${row.bars} bars, seed ${row.seed} | ${row.met} of ${row.choices} choices | ${share} % of the bound ${row.bound} | ${row.cpuSeconds.toFixed(0)} |`;
  }
}

/** @returns the README with the measurements between its marks */
export function renderReadme(readme: string, { xhstt, finnish }: Measured): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the README has no ${BEGIN} … ${END}`);
  const text = `${BEGIN}
| XHSTT instance | best known | by | ours, median | ours, best | seconds × threads | seeds |
|---|---|---|---|---|---|---|
${[...listXhstt(xhstt)].join('\n')}

| generated case | result | | CPU s |
|---|---|---|---|
${[...listFinnish(finnish)].join('\n')}
`;
  return readme.slice(0, begin) + text + readme.slice(end);
}

export function updateReadme(): void {
  writeFileSync(README, renderReadme(readFileSync(README, 'utf8'), readMeasured()));
}
