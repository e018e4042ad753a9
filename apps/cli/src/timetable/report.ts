import type { Instance } from '@digione/timetable-solver';

/** What a check of a file found. */
export interface CheckReport {
  readonly lines: Iterable<string>;
  readonly json: object;
  /** The schools in the file, in the model’s terms. */
  readonly listInstances: () => readonly Instance[];
  /** Whether there is a timetable, and none that its format calls wrong. */
  readonly isRight: boolean;
}
