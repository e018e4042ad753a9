export { checkFetTimetable, type FetFinding, type FetReport } from './check.ts';
export { findRule } from './kinds.ts';
