import type { Constraint } from '../model/index.ts';
import type { SearchState } from './state.ts';

/**
 * An instance as the search sees it: flat typed arrays. “No time” is the index after the last time, “no resource” the index after
 * the last resource, so that every table has an entry for them. What an array's index means stands in brackets.
 *
 * A *point* is one point of application of one constraint. The search keeps a whole number for it (its raw value: idle times, busy
 * days, lessons misplaced…); its cost is a table look-up of that number. What can be told from one lesson alone (a forbidden start,
 * a missing room) is no point but a static cost.
 */
export interface Compiled {
  readonly timeCount: number;
  readonly resourceCount: number;
  readonly eventCount: number;
  readonly meetCount: number;
  readonly taskCount: number;
  readonly layout: Layout;
  readonly points: Points;
  readonly starts: Starts;
  readonly roles: Roles;
  readonly spreads: Spreads;
  readonly links: Links;
  readonly orders: Orders;
  readonly shapes: Shapes;
  readonly busy: BusyRules;
  readonly observers: Observers;
  /** [event] those that are to go on or begin with it. */
  readonly partners: Rows;
}

/** A list per key, end to end: key k owns `items[begin[k]] … items[begin[k + 1] - 1]`. */
export interface Rows {
  readonly begin: Int32Array;
  readonly items: Int32Array;
}

/** An event of duration d that may be split owns several meets, of which those with duration 0 sleep; a task is one resource place of one meet. */
export interface Layout {
  readonly eventDuration: Int32Array; // [event]
  readonly eventMeets: Int32Array; // [event + 1] first meet
  readonly meetEvent: Int32Array; // [meet]
  readonly meetTasks: Int32Array; // [meet + 1] first task
  readonly taskMeet: Int32Array; // [task]
  readonly taskPlace: Int32Array; // [task] place: an event resource, numbered over all events
  readonly eventPlaces: Int32Array; // [event + 1] first place
  readonly placeGiven: Int32Array; // [place] resource given beforehand, or “no resource”
  readonly placeType: Int32Array; // [place]
  readonly givenTime: Int32Array; // [event] or “no time”
  readonly typeResources: Rows; // [resource type] resources
}

export interface Points {
  readonly count: number;
  readonly isHard: Uint8Array; // [point]
  readonly table: Int32Array; // [point] where its table begins in `cost`
  readonly length: Int32Array; // [point] length of its table
  readonly initial: Int32Array; // [point] raw value of an empty timetable
  readonly cost: Float64Array; // weight × f(deviation)
  readonly constraint: Int32Array; // [point] index of the constraint
  readonly kind: readonly Constraint['kind'][]; // [point]
  readonly minimum: Float64Array; // [point] raw values below it cost
  readonly maximum: Float64Array; // [point] raw values above it cost
}

/** What a meet of an event costs by its duration and start alone; row of a duration: base + (duration - 1) × (timeCount + 1). */
export interface Starts {
  readonly base: Int32Array; // [event]
  readonly hard: Float64Array;
  readonly soft: Float64Array;
  /** Where the sum over the meets is not the cost (quadratic, step): points and their raw values per duration and start. */
  readonly rows: Rows; // [event] entry
  readonly point: Int32Array; // [entry]
  readonly rawBase: Int32Array; // [entry]
  readonly raw: Int32Array;
}

export interface Roles {
  /** Cost per unit of duration at base + resource (or “no resource”); -1 where nothing is asked. */
  readonly base: Int32Array; // [place]
  readonly hard: Float64Array;
  readonly soft: Float64Array;
  readonly rows: Rows; // [place] entry: points whose cost is not linear
  readonly point: Int32Array; // [entry]
  readonly rawBase: Int32Array; // [entry]
  readonly raw: Int32Array;
  /** Avoid split assignments: counters of tasks per (entry, resource). */
  readonly split: Rows; // [place] split group
  readonly splitPoint: Int32Array; // [split group]
  /** Work load, a whole number of `workloadUnit`ths per unit of duration. */
  readonly workload: Float64Array; // [place]
  readonly workloadPoints: Rows; // [resource] points
  readonly workloadMinimum: Float64Array; // [point]; in units
  readonly workloadMaximum: Float64Array; // [point]
  readonly workloadUnit: number;
}

/** Lessons of a course counted per day (time group) they begin in. */
export interface Spreads {
  readonly rows: Rows; // [event] part
  readonly point: Int32Array; // [part]
  readonly counters: Int32Array; // [part] first counter
  readonly map: Int32Array; // [part] base in groupOf
  readonly groupOf: Int32Array; // [map + time] counter from the part's first, or -1
  readonly minimum: Int32Array; // [counter]
  readonly maximum: Int32Array; // [counter]
}

export interface Links {
  readonly count: number;
  readonly rows: Rows; // [event] membership
  readonly link: Int32Array; // [membership]
  readonly point: Int32Array; // [link]
  readonly size: Int32Array; // [link] number of events
  readonly membershipCount: number;
}

export interface Orders {
  readonly rows: Rows; // [event] pair
  readonly point: Int32Array; // [pair]
  readonly first: Int32Array; // [pair] event
  readonly second: Int32Array;
  readonly minimum: Int32Array;
  readonly maximum: Int32Array;
}

/** Rules on how an event falls into meets. */
export interface Shapes {
  readonly rows: Rows; // [event] rule
  readonly point: Int32Array; // [rule]
  readonly isDistribute: Uint8Array; // [rule]: counts the meets of length `minimumDuration`
  readonly minimumDuration: Int32Array;
  readonly maximumDuration: Int32Array;
  readonly minimumAmount: Int32Array;
  readonly maximumAmount: Int32Array;
}

/** Rules on when a resource is busy. */
export interface BusyRules {
  /** Cost of being busy at all, per (resource × timeCount + time). */
  readonly awayHard: Float64Array;
  readonly awaySoft: Float64Array;
  /** Cost of each lesson too many at a time. */
  readonly clashHard: Float64Array; // [resource]
  readonly clashSoft: Float64Array; // [resource]
  readonly clashPoints: Rows; // [resource] points of clash rules that are not linear
  /** A frame is a set of time groups (cells) without a time in common. */
  readonly cellOf: Int32Array; // [frame × timeCount + time] cell or -1
  readonly bitOf: Int32Array; // [frame × timeCount + time] the time's bit in its cell's mask; 0 in cells of over 31 times
  readonly frames: Rows; // [resource] view: one frame of one resource
  readonly viewFrame: Int32Array; // [view]
  readonly viewCells: Int32Array; // [view] first cell, over all views
  readonly cellCount: number;
  readonly parts: Rows; // [view] part: one point looking at the cells of this view
  readonly partPoint: Int32Array; // [part]
  /** Whether the point has parts in other views of the resource. */
  readonly partShared: Uint8Array; // [part]
  readonly partCells: Int32Array; // [part] base in cellTable
  /** What a cell adds to the raw value: -1 nothing, -2 its idle times, c < -2 the table at -3 - c of maskTable, else base in countTable, indexed by its busy times. */
  readonly cellTable: Int32Array; // [base + cell of the frame]
  readonly countTable: Int32Array;
  readonly maskTable: Int32Array;
}

/** A rule whose raw value is counted anew after each change of an event it looks at: exact, but not fast. */
export interface Observer {
  readonly point: number;
  /** @returns the raw value */
  readonly measure: (state: SearchState) => number;
}

export interface Observers {
  readonly rows: Rows; // [event] observer
  readonly list: readonly Observer[];
}
