import type { Constraint, ConstraintBase, CostFunction, Instance, Solution } from '../model/index.ts';
import type { Language } from '../say.ts';
import type { Finding } from './finding.ts';
import { measure } from './measure.ts';
import { sayReason } from './reasons.ts';
import { Timetable } from './timetable.ts';

/** Compared in this order: a timetable with less infeasibility is better whatever its objective. */
export interface Cost {
  /** Sum over the required rules. */
  readonly infeasibility: number;
  /** Sum over the others. */
  readonly objective: number;
}

export interface Evaluation extends Cost {
  /** Every point at which a rule is not met, in the order of the rules. */
  readonly violations: readonly Violation[];
}

export interface Violation extends Finding {
  /** Index of the rule in the instance. */
  readonly constraint: number;
  /** weight × cost function (deviation). */
  readonly cost: number;
}

/** @returns f(deviation) */
export function applyCostFunction(costFunction: CostFunction, deviation: number): number {
  switch (costFunction) {
    case 'linear':
      return deviation;
    case 'quadratic':
      return deviation * deviation;
    case 'step':
      return deviation > 0 ? 1 : 0;
  }
}

/**
 * Computes the exact cost of a timetable by the rules of the XHSTT benchmark and those added to them.
 * @throws RangeError where the solution's shape is not the instance's
 */
export function evaluate(instance: Instance, solution: Solution): Evaluation {
  const timetable = new Timetable(instance, solution);
  const violations = instance.constraints.flatMap((constraint, index) => [...judge(constraint, index, timetable)]);
  let [infeasibility, objective] = [0, 0];
  for (const { constraint, cost } of violations) {
    if (instance.constraints[constraint]?.isRequired === true) infeasibility += cost;
    else objective += cost;
  }
  return { infeasibility, objective, violations };
}

function* judge(constraint: Constraint, index: number, timetable: Timetable): Generator<Violation> {
  for (const finding of measure(constraint, timetable)) {
    yield { ...finding, constraint: index, cost: constraint.weight * applyCostFunction(constraint.costFunction, finding.deviation) };
  }
}

/** @returns below 0 where one is better than other */
export const compareCosts = (one: Cost, other: Cost): number => one.infeasibility - other.infeasibility || one.objective - other.objective;

const WORDS = { fi: { weight: 'paino', once: 'kerran' }, sv: { weight: 'vikt', once: 'en gång' }, en: { weight: 'weight', once: 'once' } } as const satisfies Readonly<Record<Language, object>>;

/** @returns e.g. `8B has 7 lessons on Tuesday, at most 6 wanted: 1 × weight 10 = 10` */
export function sayViolation({ why, deviation, cost }: Violation, { weight, costFunction }: ConstraintBase<string>, language: Language = 'en'): string {
  const words = WORDS[language];
  const amount = costFunction === 'linear' ? String(deviation) : costFunction === 'quadratic' ? `${deviation}²` : words.once;
  const reasons = why().map((reason) => sayReason(reason, language));
  return `${reasons.join('; ')}: ${amount} × ${words.weight} ${weight} = ${cost}`;
}
