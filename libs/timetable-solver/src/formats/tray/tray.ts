/** An upper-secondary tray as people write it down: everything is named by its id. */
export interface Tray {
  readonly id: string;
  readonly name: string;
  /** Teaching periods in the order they pass, each with its bars. */
  readonly periods: readonly { readonly id: string; readonly bars: readonly string[] }[];
  /** Scarce rooms: kinds, and how many there are of each. */
  readonly rooms: readonly { readonly id: string; readonly count: number }[];
  readonly teachers: readonly TrayPerson[];
  readonly courses: readonly TrayCourse[];
  readonly learners: readonly TrayLearner[];
}

export interface TrayPerson {
  readonly id: string;
  readonly name: string;
  /** Ids of bars without lessons. */
  readonly away: readonly string[];
}

export interface TrayLearner extends TrayPerson {
  /** Ids of courses. */
  readonly choices: readonly string[];
}

export interface TrayCourse {
  readonly id: string;
  readonly name: string;
  /** Ids of courses this one builds on. */
  readonly after: readonly string[];
  readonly sections: readonly TraySection[];
}

export interface TraySection {
  readonly id: string;
  /** Ids of teachers. */
  readonly teachers: readonly string[];
  /** Most learners. */
  readonly seats: number;
  /** Kinds of rooms it needs one of each. */
  readonly rooms: readonly string[];
  /** Ids of the bars it may be in; all where none is named. */
  readonly bars: readonly string[];
}
