/**
 * Solves schools of FET with the library and with fet-cl, proves both by the check in FET's own terms and writes results-fet.md and
 * results-fet.json: `npx tsx bench/timetable/fet.ts --schools puris_12-const7,GYR --seconds 60 --threads 1 --seeds 1,2,3`; `--schools all`
 * takes all of them. The schools are the package fet-data's (FET_EXAMPLES, or where that package puts them). Rows of other runs are
 * kept; `--new` leaves out what has a row, `--alone` leaves out fet-cl.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFetTimetable, readFet, readFetSchool, readOwnTimetable, solve, type FetSchool, type FetTimetable } from '@digione/timetable-solver';
import { writeFetTable, type Attempt, type FetRow } from './fet-table.ts';

const FOLDER = process.env['FET_EXAMPLES'] ?? '/usr/share/doc/fet-data/examples';
const RESULTS = join(import.meta.dirname, 'results-fet.json');
/** A shared machine may give a process a quarter of a core, and at times less. */
const WALL_PER_CPU = 4;
const NAMED = ['puris_2020-2021_9_01', 'puris_12-const7', 'puris_12-const78_01', 'German_subact_constr', 'Bethlen-2008-2009', 'GYR', 'SPAIN_20-21'];

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: NAMED.join(',') },
    seconds: { type: 'string', default: '60' },
    threads: { type: 'string', default: '2' },
    seeds: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
    new: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
});

function judge(school: FetSchool, timetable: FetTimetable, time: { wallSeconds: number; cpuSeconds: number }): Attempt {
  const { broken, placed, softConflicts } = checkFetTimetable(school, timetable);
  return { ...time, placed, softConflicts, broken: [...new Set(broken.filter(({ text }) => !text.includes('have no time')).map(({ kind }) => kind))] };
}

const cpuSince = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const nameOf = (path: string): string => join(dirname(path), basename(path, '.fet'));

async function measure(path: string, seed: number): Promise<FetRow> {
  const seconds = Number(values.seconds);
  const threads = Number(values.threads);
  const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
  const { school, instance, untold, toFetTimetable } = readFet(readFileSync(join(FOLDER, path)));
  const read = cpuSince(cpuBefore);
  const handle = solve(instance, { seconds: seconds * WALL_PER_CPU, threads, seed, isForFeasibility: !values.whole });
  const watch = setInterval(() => {
    if (cpuSince(cpuBefore) > seconds * threads) handle.cancel();
  }, 100);
  const { solution, cpuSeconds } = await handle.result.finally(() => clearInterval(watch));
  return {
    school: nameOf(path),
    lessons: school.activities.length,
    seed,
    secondsAllowed: seconds,
    threads,
    ours: judge(school, toFetTimetable(solution), { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: read + cpuSeconds }),
    fet: values.alone ? undefined : runFet(path, school, seconds, seed),
    untold: untold.filter(({ isRequired }) => isRequired).map(({ kind, why }) => `${kind}: ${why}`),
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  };
}

/** Runs fet-cl with the same limit of processor time; its result is read from the .fet file it writes. */
function runFet(path: string, school: FetSchool, seconds: number, seed: number): Attempt | undefined {
  if (spawnSync('fet-cl', ['--version']).error !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'fet-'));
  try {
    const seeds = [10, 11, 12, 20, 21, 22].map((name) => `--randomseeds${name}=${name * seed}`);
    const options = [`--inputfile=${join(FOLDER, path)}`, `--outputdir=${folder}`, `--timelimitseconds=${3 * seconds * WALL_PER_CPU}`, '--htmllevel=0', ...seeds];
    const began = performance.now();
    const { stderr } = spawnSync('bash', ['-c', 'ulimit -t "$1"; shift; TIMEFORMAT="%U %S"; time fet-cl "$@" >/dev/null 2>&1', 'fet-cl', String(seconds), ...options], { env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' }, encoding: 'utf8' });
    const time = { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: (/[\d.]+ [\d.]+$/.exec(stderr.trim())?.[0] ?? '').split(' ').reduce((sum, text) => sum + Number(text), 0) };
    const name = basename(path, '.fet');
    const result = join(folder, 'timetables', name, `${name}_data_and_timetable.fet`);
    return judge(school, existsSync(result) ? readOwnTimetable(readFetSchool(readFileSync(result))) : new Map(), time);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const readRows = (): FetRow[] => (existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : []);

const isSame = (row: FetRow, school: string, seed: number): boolean => row.school === school && row.seed === seed && row.secondsAllowed === Number(values.seconds) && row.threads === Number(values.threads);

function keep(row: FetRow): void {
  const rows = [...readRows().filter((other) => !isSame(other, row.school, row.seed)), row];
  writeFileSync(RESULTS, `${JSON.stringify(rows, undefined, 1)}\n`);
  writeFileSync(join(import.meta.dirname, 'results-fet.md'), writeFetTable(rows));
}

if (!existsSync(FOLDER)) {
  console.log(`FET's example schools are not in ${FOLDER}: nothing is measured.`);
} else {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.fet')).sort();
  const chosen = values.schools === 'all' ? paths : values.schools.split(',').map((name) => {
    // Some schools lie there twice, in the form of FET 5 and of FET 6: the later one.
    const path = paths.findLast((one) => one === `${name}.fet` || basename(one) === `${name}.fet`);
    if (path === undefined) throw new Error(`there is no school ${name} in ${FOLDER}`);
    return path;
  });
  for (const path of chosen) {
    for (const seed of values.seeds.split(',').map(Number)) {
      if (values.new && readRows().some((row) => isSame(row, nameOf(path), seed))) continue;
      try {
        const row = await measure(path, seed);
        keep(row);
        const say = ({ placed, broken, cpuSeconds, softConflicts }: Attempt): string => `${placed} placed, ${broken.length} kinds broken, soft ${softConflicts.toFixed(1)}, ${cpuSeconds.toFixed(1)} CPU-s`;
        console.log(`${row.school} seed ${seed}, ${row.lessons} lessons: ours ${say(row.ours)}; fet-cl ${row.fet === undefined ? 'not run' : say(row.fet)}`);
      } catch (error) {
        console.log(`${nameOf(path)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
