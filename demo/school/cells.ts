import { basicTimeslots, SCHOOL_WEEK } from './timeslots.ts';

/** Lessons of a day. */
export const SLOTS = basicTimeslots.length;
/** Places of a week. */
export const CELLS = SCHOOL_WEEK * SLOTS;

/** Something that happens so many times a week and keeps its homerooms and teachers busy. */
export interface Activity {
  /** Indexes of the homerooms that are all there. */
  readonly homerooms: readonly number[];
  /** Indexes of the teachers, each with a group of their own. */
  readonly teachers: readonly number[];
  readonly lessons: number;
  /** How many gyms it fills. */
  readonly gyms: number;
  /** Weekdays 0–4 whose second lesson this must be. */
  readonly secondLessonOn: readonly number[];
}

export interface TimetableInput {
  readonly activities: readonly Activity[];
  readonly homeroomCount: number;
  readonly teacherCount: number;
  readonly gymCount: number;
}

export const cellWeekday = (cell: number): number => Math.floor(cell / SLOTS);
export const cellSlot = (cell: number): number => cell % SLOTS;
