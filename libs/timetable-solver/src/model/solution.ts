/** Stands for “no time yet” and “no resource yet”. */
export const UNASSIGNED = -1;

/** A timetable. */
export interface Solution {
  /** Per event of the instance its meets; their durations add up to the event's. */
  readonly events: readonly (readonly Meet[])[];
  /** Per choice of the instance the event it has a seat in, or `UNASSIGNED`; left out, nobody has one. */
  readonly seats?: readonly number[];
  readonly about?: SolutionAbout;
}

/** One piece of an event: takes place at `duration` times in a row. */
export interface Meet {
  readonly duration: number;
  /** Index of the first time, or `UNASSIGNED`. */
  readonly time: number;
  /** Per event resource (same order) the index of the resource, or `UNASSIGNED`; given ones repeat what is given. */
  readonly resources: readonly number[];
}

export interface SolutionAbout {
  readonly contributor?: string;
  readonly description?: string;
  readonly runningTimeSeconds?: number;
}
