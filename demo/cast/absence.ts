import type { AbsenceTypeCode } from '../city/context.ts';

/** Something that has happened to a learner written by hand. */
export interface CastAbsence {
  readonly learner: string;
  /** 1: the last school day before today. */
  readonly schoolDaysAgo: number;
  /** Counted from 0; all lessons of the day when left out. */
  readonly onlyLesson?: number;
  readonly kind?: 'late' | 'left-early';
  readonly minutes?: number;
  /** Left out: still to be explained. */
  readonly type?: AbsenceTypeCode;
  readonly text?: string;
  readonly isToldBeforehand?: boolean;
}
