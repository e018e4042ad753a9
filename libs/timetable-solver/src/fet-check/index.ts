import { findRule } from './kinds.ts';

export { checkFetTimetable, type FetFinding, type FetReport } from './check.ts';

/** @param kind FET's name of a constraint without the word Constraint */
export const canJudgeFet = (kind: string): boolean => findRule(kind) !== undefined;
