import type { Cost, Instance, Language, Solution } from '@digione/timetable-solver';
import { readFetInput } from './input-fet.ts';
import { readTrayInput } from './input-tray.ts';
import { readXhsttInput } from './input-xhstt.ts';
import type { Format } from './file.ts';
import type { SearchOptions } from './search.ts';

/** What is to be solved, and how its result is told. */
export interface SolveInput {
  readonly format: Format;
  readonly instance: Instance;
  /** A timetable to begin from. */
  readonly start?: Solution;
  /** One line about the task. */
  readonly sayTask: (options: SearchOptions) => string;
  /** What the file asks for and the search is not held to, and where it begins, a sentence each. */
  readonly notices: readonly string[];
  /** A cost in the words of the format. */
  readonly sayCost: (cost: Cost) => string;
  /** The result as a file, with the words of who made it. */
  readonly write: (solution: Solution, remarks: string) => string;
  /** The result judged by the file's own terms, where there are such. */
  readonly prove?: (solution: Solution) => { readonly broken: number; readonly softConflicts: number; readonly lines: readonly string[] };
  /** What the format tells of a result besides, for programs. */
  readonly toJson?: (cost: Cost) => Readonly<Record<string, number>>;
}

/** A file that was read. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SolveChoice {
  readonly language: Language;
  /** Id of the instance, where the file has several. */
  readonly instance?: string | undefined;
  /** Solution group to begin from. */
  readonly start?: string | undefined;
  /** A file with a timetable to begin from, as written before. */
  readonly from?: Source | undefined;
  readonly out?: string | undefined;
}

const READERS: Readonly<Record<Format, (source: Source, choice: SolveChoice) => SolveInput>> = { xhstt: readXhsttInput, fet: readFetInput, tray: readTrayInput };

/** @throws UsageError where the choice does not fit the file, OperatorError where the file cannot be read */
export const readSolveInput = (format: Format, source: Source, choice: SolveChoice): SolveInput => READERS[format](source, choice);
