import type { Constraint } from './constraint.ts';

/**
 * Everything a timetable is made of. Inside, things are known by their index in the lists of the instance; ids and names are for
 * people and files. The order of `times` is the order in which they pass: the time after index t is t + 1, also over a day's end
 * (whoever minds says so with a constraint).
 */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly about: About;
  readonly times: readonly Time[];
  readonly timeGroups: readonly TimeGroup[];
  readonly resourceTypes: readonly ResourceType[];
  readonly resources: readonly Resource[];
  readonly resourceGroups: readonly ResourceGroup[];
  readonly events: readonly TimetableEvent[];
  readonly eventGroups: readonly EventGroup[];
  readonly constraints: readonly Constraint[];
  /** Premises; a school in one building has none. */
  readonly sites: readonly Site[];
  /** What learners have chosen in an upper-secondary tray; each is met by a seat in one of several sections. */
  readonly choices?: readonly Choice[];
}

/**
 * A learner's choice of a course. The tray's bars are its times (period × bar), a section of a course is an event; who has a seat in
 * a section is busy when it goes on, as one who was given beforehand.
 */
export interface Choice {
  /** Index of the learner among the resources. */
  readonly resource: number;
  /** The sections that would meet it: indices of events, ascending, each once. */
  readonly events: readonly number[];
}

/** Where an instance comes from; free text, kept for round trips. */
export interface About {
  readonly contributor?: string;
  readonly date?: string;
  readonly country?: string;
  readonly description?: string;
  readonly remarks?: string;
}

/** The smallest piece of time a lesson can begin at. */
export interface Time {
  readonly id: string;
  readonly name: string;
}

/**
 * A set of times. A day is what idle times and “at most one a day” are counted in; weeks (A/B) and teaching periods (jaksot) are sets
 * of days: a timetable over five periods has five times as many times.
 */
export interface TimeGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'day' | 'week' | 'period' | 'group';
  /** Indices of times, ascending, each once. */
  readonly times: readonly number[];
}

/** Teacher, class, learner, room… */
export interface ResourceType {
  readonly id: string;
  readonly name: string;
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  /** Index of its type. */
  readonly type: number;
  /** Premises of a room: index into `sites`. */
  readonly site?: number;
  /** How many people a room holds, or how many learners a group has. */
  readonly size?: number;
}

export interface ResourceGroup {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  /** Indices of resources, ascending, each once. */
  readonly resources: readonly number[];
}

/** What is taught: `duration` times in all, in one or several meets. */
export interface TimetableEvent {
  readonly id: string;
  readonly name: string;
  /** Number of times, at least 1. */
  readonly duration: number;
  /** Start given beforehand. */
  readonly time?: number;
  /** In the unit of LimitWorkload; the duration where nothing is said. */
  readonly workload?: number;
  readonly color?: string;
  readonly resources: readonly EventResource[];
  /** Premises, where the room does not tell them. */
  readonly site?: number;
}

/** One who takes part in an event: given beforehand, or to be chosen from a type. */
export interface EventResource {
  /** What constraints about choosing call this place; given ones may have none. */
  readonly role?: string;
  readonly type: number;
  /** Index of the resource given beforehand. */
  readonly resource?: number;
  readonly workload?: number;
}

export interface EventGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'course' | 'group';
  /** Indices of events, ascending, each once. */
  readonly events: readonly number[];
}

export interface Site {
  readonly id: string;
  readonly name: string;
}
