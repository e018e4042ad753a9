import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { OperatorError } from '@digione/platform/config';
import { evaluate, type Cost, type Language } from '@digione/timetable-solver';
import { UsageError, type Typed } from '../command.ts';
import { stopWished } from '../signals.ts';
import { detectFormat, FORMATS, readTimetableFile, type Format } from './file.ts';
import { readSolveInput, type SolveInput } from './input.ts';
import { searchSchool, searchTray, type Found, type Search, type SearchOptions, type SearchProgress } from './search.ts';
import { languageOf, sayIn, type Say } from './texts.ts';

const DAY_SECONDS = 86_400;

/** `digione solve INPUT`: searches, tells how the cost falls, writes the timetable. */
export async function runSolve(typed: Typed): Promise<number> {
  const [path, ...more] = typed.words;
  if (path === undefined || more.length > 0) throw new UsageError('Give one file: "solve INPUT".');
  const language = languageOf(typed);
  const say = sayIn(language);
  const [input, options] = await readTask(path, typed, language, say);
  const out = typed.text('out');
  const speak = typed.has('json') ? undefined : (line: string) => process.stdout.write(`${line}\n`);
  for (const line of [input.sayTask(options), ...input.notices]) speak?.(line);

  const result = await search(input, options, say, speak);
  const cost = evaluate(input.instance, result.solution);
  const proof = input.prove?.(result.solution);
  if (out !== undefined) await save(out, input.write(result.solution, `seed ${options.seed}, ${options.threads} threads, ${result.wallSeconds.toFixed(1)} s`), say);
  if (typed.has('json')) process.stdout.write(`${JSON.stringify(toJson(input, options, result, cost, proof, out))}\n`);
  for (const line of [sayResult(input, result, cost, say), ...(proof?.lines ?? []), ...(out === undefined ? [] : [say('written', { path: out })])]) speak?.(line);
  return 0;
}

async function readTask(path: string, typed: Typed, language: Language, say: Say): Promise<[SolveInput, SearchOptions]> {
  const options = readOptions(typed);
  const wanted = readFormatOption(typed);
  const bytes = await readTimetableFile(path, language);
  const format = wanted ?? detectFormat(path, bytes, language);
  if (format === 'tray' && typed.text('threads') !== undefined && options.threads > 1) throw new UsageError(say('tray-threads'));
  const source = typed.text('from');
  const from = source === undefined ? undefined : { path: source, bytes: await readTimetableFile(source, language) };
  if (from !== undefined && detectFormat(from.path, from.bytes, language) !== format) throw new OperatorError(say('other-format', { path: from.path, format }));
  const input = readSolveInput(format, { path, bytes }, { language, instance: typed.text('instance'), start: typed.text('start'), from, out: typed.text('out') });
  return [input, format === 'tray' ? { ...options, threads: 1 } : options];
}

function readOptions(typed: Typed): SearchOptions {
  const [seconds, iterations] = [readNumber(typed, 'seconds', 0.1, DAY_SECONDS), readNumber(typed, 'iterations', 1, Number.MAX_SAFE_INTEGER)];
  if (seconds !== undefined && iterations !== undefined) throw new UsageError('Give either --seconds or --iterations.');
  return {
    threads: readWhole(typed, 'threads', 1, 64) ?? Math.min(availableParallelism(), 8),
    seed: readWhole(typed, 'seed', 0, 2 ** 31 - 1) ?? 1,
    ...(iterations === undefined ? { seconds: seconds ?? 60 } : { iterations: Math.round(iterations) }),
  };
}

function readNumber(typed: Typed, name: string, least: number, most: number): number | undefined {
  const text = typed.text(name);
  if (text === undefined) return undefined;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`--${name} is a number from ${least} to ${most}, not "${text}".`);
  return value;
}

function readWhole(typed: Typed, name: string, least: number, most: number): number | undefined {
  const value = readNumber(typed, name, least, most);
  if (value !== undefined && !Number.isInteger(value)) throw new UsageError(`--${name} is a whole number.`);
  return value;
}

function readFormatOption(typed: Typed): Format | undefined {
  const word = typed.text('format') ?? 'auto';
  const known = FORMATS.find((format) => format === word);
  if (known === undefined && word !== 'auto') throw new UsageError(`--format is auto, ${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1) ?? ''}, not "${word}".`);
  return known;
}

/** Better timetables come by the dozen in the first second. */
const SPOKEN_EVERY_SECONDS = 1;

async function search(input: SolveInput, options: SearchOptions, say: Say, speak?: (line: string) => void): Promise<Found> {
  let spoken: SearchProgress | undefined;
  const onProgress = (progress: SearchProgress): void => {
    const isBetter = spoken === undefined || progress.infeasibility !== spoken.infeasibility || progress.objective !== spoken.objective;
    const isNews = spoken === undefined || progress.seconds - spoken.seconds >= SPOKEN_EVERY_SECONDS || (progress.infeasibility === 0 && spoken.infeasibility > 0);
    if (!isBetter || !isNews) return;
    spoken = progress;
    const speed = progress.movesPerSecond === undefined ? '' : `  ${say('speed', { millions: (progress.movesPerSecond / 1e6).toFixed(2) })}`;
    speak?.(`${progress.seconds.toFixed(1).padStart(8)} s  ${input.sayCost(progress)}${speed}`);
  };
  // Heard from the start on: a tray's first plan is made while it is being begun.
  const wish = stopWished();
  const handle = begin(() => (input.format === 'tray' ? searchTray : searchSchool)(input, options, onProgress), say);
  void wish.then(handle.cancel);
  return handle.result;
}

/** A rule the search cannot optimise is refused by name before it begins. */
function begin(start: () => Search, say: Say): Search {
  try {
    return start();
  } catch (error) {
    throw error instanceof Error ? new OperatorError(say('cannot-solve', { fault: error.message }), { cause: error }) : error;
  }
}

async function save(path: string, text: string, say: Say): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new OperatorError(say('cannot-write', { path, fault: error instanceof Error ? error.message : String(error) }), { cause: error });
  }
}

function sayResult({ sayCost }: SolveInput, { secondsToFeasible, moves, wallSeconds, cpuSeconds, wasCancelled }: Found, cost: Cost, say: Say): string {
  const feasible = secondsToFeasible === undefined ? say('never-feasible') : say('feasible-after', { seconds: secondsToFeasible.toFixed(2) });
  const effort = say('effort', { moves: moves < 100_000 ? moves : say('millions', { count: (moves / 1e6).toFixed(1) }), wall: wallSeconds.toFixed(1), cpu: cpuSeconds.toFixed(1) });
  return `${say(wasCancelled ? 'ended-early' : 'final')}: ${sayCost(cost)} (${feasible}; ${effort})`;
}

function toJson(
  { format, instance, notices, toJson: tellMore }: SolveInput,
  { seed, threads }: SearchOptions,
  { curve, moves, wallSeconds, cpuSeconds, secondsToFeasible, wasCancelled }: Found,
  cost: Cost,
  proof: ReturnType<NonNullable<SolveInput['prove']>> | undefined,
  out: string | undefined,
): object {
  return {
    format,
    instance: instance.id,
    infeasibility: cost.infeasibility,
    objective: cost.objective,
    ...tellMore?.(cost),
    curve,
    moves,
    wallSeconds,
    cpuSeconds,
    secondsToFeasible: secondsToFeasible ?? null,
    seed,
    threads,
    wasCancelled,
    notices,
    fet: proof === undefined ? null : { broken: proof.broken, softConflicts: proof.softConflicts },
    out: out ?? null,
  };
}
