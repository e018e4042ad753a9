export { applyCostFunction, compareCosts, evaluate, sayViolation, type Cost, type Evaluation, type Violation } from './evaluate.ts';
export type { Finding, Point } from './finding.ts';
export { sayReason, SENTENCES, type Reason, type ReasonKey } from './reasons.ts';
export { Timetable } from './timetable.ts';
