import type { FetConstraint, FetSchool, FetTimetable } from '../formats/fet/file/school.ts';
import { findRule } from './kinds.ts';
import { layOut } from './situation.ts';
import type { Shortfall } from './rule.ts';

export interface FetFinding extends Shortfall {
  /** FET's name of the constraint without the word Constraint. */
  readonly kind: string;
  /** Per cent. */
  readonly weight: number;
  /** Line of the constraint in the .fet file. */
  readonly line: number;
}

/** What a timetable is worth in FET's own terms. */
export interface FetReport {
  readonly activities: number;
  readonly placed: number;
  /** Constraints of 100 % that do not hold; empty for a timetable that is right. */
  readonly broken: readonly FetFinding[];
  /** Constraints of less that do not hold. */
  readonly soft: readonly FetFinding[];
  /** FET's “total soft conflicts”: over the soft findings, amount × weight ÷ 100. */
  readonly softConflicts: number;
  /** Kinds of constraints that could not be judged, with their number. */
  readonly unknown: ReadonlyMap<string, number>;
}

/**
 * Judges a timetable by the .fet file alone, not through this library's model or evaluator: the independent proof that a result is
 * right for FET.
 */
export function checkFetTimetable(school: FetSchool, timetable: FetTimetable): FetReport {
  const situation = layOut(school, timetable);
  const unknown = new Map<string, number>();
  const findings: FetFinding[] = [];
  for (const constraint of school.constraints) {
    const rule = findRule(constraint.kind);
    if (rule === undefined) unknown.set(constraint.kind, (unknown.get(constraint.kind) ?? 0) + 1);
    else for (const shortfall of rule(constraint, situation)) findings.push(toFinding(constraint, shortfall));
  }
  const soft = findings.filter(({ weight }) => weight < 100);
  return {
    activities: school.activities.length,
    placed: situation.placed.length,
    broken: findings.filter(({ weight }) => weight >= 100),
    soft,
    softConflicts: soft.reduce((sum, { amount, weight }) => sum + (amount * weight) / 100, 0),
    unknown,
  };
}

const toFinding = ({ kind, weight, element }: FetConstraint, shortfall: Shortfall): FetFinding => ({ ...shortfall, kind, weight, line: element.line });
