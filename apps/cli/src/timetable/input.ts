import { basename } from 'node:path';
import { readFet, readXhstt, writeFetTimetable, writeXhstt, checkFetTimetable, type Instance, type Solution } from '@digione/timetable-solver';
import { UsageError } from '../command.ts';
import { sayFetReport } from './check-fet.ts';
import { readFormat, type Format } from './file.ts';

/** What is to be solved, and how its result is told. */
export interface SolveInput {
  readonly instance: Instance;
  /** A timetable to begin from. */
  readonly start?: Solution;
  /** What the file asks for and the search is not held to, a sentence each. */
  readonly notices: readonly string[];
  /** The result as a file, with the words of who made it. */
  readonly write: (solution: Solution, remarks: string) => string;
  /** The result judged by the file's own terms, where there are such. */
  readonly prove?: (solution: Solution) => { readonly broken: number; readonly softConflicts: number; readonly lines: readonly string[] };
}

export interface SolveChoice {
  /** Id of the instance, where the file has several. */
  readonly instance?: string | undefined;
  /** Solution group to begin from. */
  readonly start?: string | undefined;
  readonly out?: string | undefined;
}

/** @throws UsageError where the choice does not fit the file, OperatorError where the file cannot be read */
export function readSolveInput(format: Format, path: string, bytes: Uint8Array, choice: SolveChoice): SolveInput {
  return format === 'fet' ? readFetInput(path, bytes, choice) : readXhsttInput(path, bytes, choice);
}

function readXhsttInput(path: string, bytes: Uint8Array, choice: SolveChoice): SolveInput {
  const { instances, solutions } = readFormat(path, () => readXhstt(bytes));
  const ids = instances.map(({ id }) => id).join(', ');
  if (choice.instance === undefined && instances.length > 1) throw new UsageError(`The file has several instances; choose one with --instance: ${ids}.`);
  const index = choice.instance === undefined ? 0 : instances.findIndex(({ id }) => id === choice.instance);
  const instance = instances[index];
  if (instance === undefined) throw new UsageError(`There is no instance "${choice.instance ?? ''}" in the file, only: ${ids}.`);
  const start = solutions.find((one) => one.instance === index && one.group === choice.start);
  if (choice.start !== undefined && start === undefined) throw new UsageError(`There is no timetable "${choice.start}" of ${instance.id} in the file.`);
  return {
    instance,
    ...(start === undefined ? {} : { start: start.solution }),
    notices: [],
    write: (solution, remarks) => writeXhstt({ instances: [instance], solutions: [{ group: 'DigiOne', contributor: 'DigiOne timetable solver', remarks, instance: 0, solution }] }),
  };
}

function readFetInput(path: string, bytes: Uint8Array, { instance: id, start, out }: SolveChoice): SolveInput {
  if (id !== undefined || start !== undefined) throw new UsageError('--instance and --start are for XHSTT files.');
  if (out !== undefined && !out.endsWith('.fet')) throw new UsageError('The timetable of a FET file is written as a FET file: give --out a name that ends in .fet.');
  const { school, instance, untold, toFetTimetable } = readFormat(path, () => readFet(bytes));
  const source = new TextDecoder().decode(bytes);
  return {
    instance,
    notices: untold.map(({ kind, count, isRequired, why }) => `${isRequired ? 'not held to, though it must be' : 'not held to'}: ${kind} (${count}), ${why}`),
    write: (solution) => writeFetTimetable(source, school, toFetTimetable(solution)),
    prove: (solution) => {
      const report = checkFetTimetable(school, toFetTimetable(solution));
      return { broken: report.broken.length, softConflicts: report.softConflicts, lines: [...sayFetReport(`in FET’s terms, ${basename(path)}`, report, false)] };
    },
  };
}
