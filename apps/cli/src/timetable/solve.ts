import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { OperatorError } from '@digione/platform/config';
import { evaluate, type Cost } from '@digione/timetable-solver';
import { solve, type SolveHandle, type SolveOptions, type SolveProgress, type SolveResult } from '@digione/timetable-solver/solve';
import { UsageError, type Typed } from '../command.ts';
import { stopWished } from '../signals.ts';
import { detectFormat, FORMATS, readTimetableFile, type Format } from './file.ts';
import { readSolveInput, type SolveInput } from './input.ts';

const DAY_SECONDS = 86_400;

/** `digione solve INPUT`: searches, tells how the cost falls, writes the timetable. */
export async function runSolve(typed: Typed): Promise<number> {
  const [path, ...more] = typed.words;
  if (path === undefined || more.length > 0) throw new UsageError('Give one file: "solve INPUT".');
  const options = readOptions(typed);
  const out = typed.text('out');
  const wanted = readFormatOption(typed);
  const bytes = await readTimetableFile(path);
  const input = readSolveInput(wanted ?? detectFormat(path, bytes), path, bytes, { instance: typed.text('instance'), start: typed.text('start'), out });
  const speak = typed.has('json') ? undefined : (line: string) => process.stdout.write(`${line}\n`);
  for (const line of [sayTask(input, options), ...input.notices]) speak?.(line);

  const result = await search(input, options, speak);
  const cost = evaluate(input.instance, result.solution);
  const proof = input.prove?.(result.solution);
  if (out !== undefined) await save(out, input.write(result.solution, `seed ${result.seed}, ${result.threads} threads, ${result.wallSeconds.toFixed(1)} s`));
  if (typed.has('json')) process.stdout.write(`${JSON.stringify(toJson(input, result, cost, proof, out))}\n`);
  for (const line of [sayResult(result, cost), ...(proof?.lines ?? []), ...(out === undefined ? [] : [`written to ${out}`])]) speak?.(line);
  return 0;
}

type Options = Required<Pick<SolveOptions, 'threads' | 'seed'>> & Pick<SolveOptions, 'seconds' | 'iterations'>;

function readOptions(typed: Typed): Options {
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
  if (known === undefined && word !== 'auto') throw new UsageError(`--format is auto, ${FORMATS.join(' or ')}, not "${word}".`);
  return known;
}

/** Better timetables come by the dozen in the first second. */
const SPOKEN_EVERY_SECONDS = 1;

async function search({ instance, start }: SolveInput, options: Options, speak?: (line: string) => void): Promise<SolveResult> {
  let spoken: SolveProgress | undefined;
  const onProgress = (progress: SolveProgress): void => {
    const isBetter = spoken === undefined || progress.infeasibility !== spoken.infeasibility || progress.objective !== spoken.objective;
    const isNews = spoken === undefined || progress.seconds - spoken.seconds >= SPOKEN_EVERY_SECONDS || (progress.infeasibility === 0 && spoken.infeasibility > 0);
    if (!isBetter || !isNews) return;
    spoken = progress;
    speak?.(`${progress.seconds.toFixed(1).padStart(8)} s  ${sayCost(progress)}  ${(progress.movesPerSecond / 1e6).toFixed(2)} M moves/s`);
  };
  const handle = begin(() => solve(instance, { ...options, onProgress, ...(start === undefined ? {} : { warmStart: start }) }));
  void stopWished().then(handle.cancel);
  return handle.result;
}

/** A rule the search cannot optimise is refused by name before it begins. */
function begin(start: () => SolveHandle): SolveHandle {
  try {
    return start();
  } catch (error) {
    throw error instanceof Error ? new OperatorError(`This cannot be solved: ${error.message}`, { cause: error }) : error;
  }
}

async function save(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new OperatorError(`The timetable could not be written to ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const sayCost = ({ infeasibility, objective }: Cost): string => `infeasibility ${infeasibility}, objective ${objective}`;

function sayTask({ instance }: SolveInput, { seconds, iterations, threads, seed }: Options): string {
  const { id, events, times, resources, constraints } = instance;
  const budget = seconds === undefined ? `${iterations ?? 0} moves per thread` : `${seconds} s`;
  return `${id}: ${events.length} events, ${times.length} times, ${resources.length} resources, ${constraints.length} rules; ${budget}, ${threads} threads, seed ${seed}`;
}

function sayResult({ secondsToFeasible, moves, wallSeconds, cpuSeconds, wasCancelled }: SolveResult, cost: Cost): string {
  const feasible = secondsToFeasible === undefined ? 'never feasible' : `feasible after ${secondsToFeasible.toFixed(2)} s`;
  const effort = `${(moves / 1e6).toFixed(1)} M moves, ${wallSeconds.toFixed(1)} s wall, ${cpuSeconds.toFixed(1)} s CPU`;
  return `${wasCancelled ? 'ended early' : 'final'}: ${sayCost(cost)} (${feasible}; ${effort})`;
}

function toJson({ instance, notices }: SolveInput, result: SolveResult, { infeasibility, objective }: Cost, proof: ReturnType<NonNullable<SolveInput['prove']>> | undefined, out: string | undefined): object {
  const { curve, moves, wallSeconds, cpuSeconds, secondsToFeasible, seed, threads, wasCancelled } = result;
  return {
    instance: instance.id,
    infeasibility,
    objective,
    curve,
    moves,
    wallSeconds,
    cpuSeconds,
    secondsToFeasible: secondsToFeasible ?? null,
    seed,
    threads,
    wasCancelled,
    notHeldTo: notices,
    fet: proof === undefined ? null : { broken: proof.broken, softConflicts: proof.softConflicts },
    out: out ?? null,
  };
}
