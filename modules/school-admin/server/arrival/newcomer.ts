import type { Hindrance } from '../../contract/index.ts';

/** Compulsory education begins in the year of the seventh birthday (Compulsory Education Act 1214/2020, 2 §). */
const STARTING_AGE = 7;
const LAST_GRADE = 9;

/**
 * The grade by age in the school year that began on the given day: the year of the seventh birthday is the first.
 * @returns 0 for the year of pre-primary; null for those younger or older than the comprehensive school's pupils
 */
export function gradeLevelByAge(bornOn: string, schoolYearStartsOn: string): number | null {
  const level = Number(schoolYearStartsOn.slice(0, 4)) - Number(bornOn.slice(0, 4)) - STARTING_AGE + 1;
  return level < 0 || level > LAST_GRADE ? null : level;
}

/** A study right the person already has, ended or to come. */
export interface HeldStudyRight {
  readonly schoolId: string;
  readonly educationForm: string;
  readonly from: string;
  /** First day without it. */
  readonly until: string | null;
}

/**
 * Why the person can't become a learner of the school from the day on. Two study rights at once exist (upper secondary beside a course
 * elsewhere), but a pupil of the comprehensive school changes school, and is not admitted twice.
 */
export function findHindrance(held: readonly HeldStudyRight[], diedOn: string | null, schoolId: string, educationForm: string, today: string, startsOn: string): Hindrance | null {
  if (diedOn !== null) return 'died';
  const overlapping = held.filter((right) => right.educationForm === educationForm && (right.until === null || right.until > startsOn));
  const here = overlapping.find((right) => right.schoolId === schoolId);
  if (here !== undefined) return here.from > today ? 'coming-here' : 'already-here';
  return overlapping.length > 0 ? 'at-another-school' : null;
}

/** What a person calls themself until they say otherwise: the first of the first names. */
export const callNameOf = (firstNames: string): string => firstNames.trim().split(/\s+/)[0] ?? firstNames;
