import { addDays } from '@digione/local-date';
import type { NewLearnerChange } from '../../contract/index.ts';

/** Where a learner stands at a school when a step is recorded. */
export interface Standing {
  readonly educationForm: string;
  readonly from: string;
  /** First day without the study right. */
  readonly until: string | null;
  /** Steps with a time, that are in force. */
  readonly periods: readonly { readonly kind: string; readonly from: string; readonly until: string | null }[];
}

export interface Fault {
  readonly path: string;
  readonly key: string;
}

/** A fixed-term dismissal lasts three months at most in basic education (Basic Education Act 36 §), a year in upper secondary (Act on General Upper Secondary Education 41 §). */
const LONGEST_SUSPENSION_DAYS: Readonly<Record<string, number>> = { 'basic-education': 92, 'general-upper-secondary': 366 };
/** So far ahead a step is planned, not recorded. */
const FARTHEST_DAYS = 400;

const PERIODS = new Set(['leave', 'abroad', 'home-schooling', 'suspended']);

/** Steps that are decisions by law, open to appeal: without a decision they are not in force. */
const needsDecision = (change: NewLearnerChange): boolean => change.kind === 'suspended' || (change.kind === 'ended' && (change.endReason === 'considered-resigned' || change.endReason === 'dismissed'));

/** What is wrong with a step, the first thing; undefined when it can be recorded. */
export function findFault(change: NewLearnerChange, standing: Standing, today: string): Fault | undefined {
  const until = 'until' in change ? (change.until ?? null) : null;
  const fault = (path: string, key: string): Fault => ({ path, key: `schoolAdmin.change.problem.${key}` });
  if (change.from < standing.from || (standing.until !== null && change.from >= standing.until)) return fault('from', 'outsideStudyRight');
  // A study right that ends on its first day never was: that is taken back, not ended.
  if ((change.kind === 'ended' || change.kind === 'school-changed') && change.from <= standing.from) return fault('from', 'endsAtStart');
  if (change.from > addDays(today, FARTHEST_DAYS)) return fault('from', 'tooFarAhead');
  if (until !== null && until < change.from) return fault('until', 'endsBeforeStart');
  if (until !== null && standing.until !== null && until >= standing.until) return fault('until', 'outsideStudyRight');
  if (needsDecision(change) && !('decision' in change && change.decision !== undefined)) return fault('decision', 'needsDecision');
  if ('decision' in change && change.decision !== undefined && change.decision.decidedOn > today) return fault('decision.decidedOn', 'decidedLater');
  if (change.kind === 'suspended' && until !== null && addDays(change.from, LONGEST_SUSPENSION_DAYS[standing.educationForm] ?? 92) <= until) return fault('until', 'suspendedTooLong');
  // A pupil of compulsory school age can't resign: they move, graduate, or go on learning at home under the municipality's eye.
  if (change.kind === 'ended' && standing.educationForm === 'basic-education' && (change.endReason === 'considered-resigned' || change.endReason === 'dismissed')) return fault('endReason', 'notInBasicEducation');
  if (PERIODS.has(change.kind) && standing.periods.some((one) => one.kind === change.kind && one.from <= (until ?? '9999-12-31') && (one.until ?? '9999-12-31') >= change.from)) return fault('from', 'overlaps');
  return undefined;
}

/** How the study right stands after it has ended. */
export const stateAfter = (reason: Extract<NewLearnerChange, { kind: 'ended' }>['endReason']): 'graduated' | 'moved' | 'resigned' => (reason === 'graduated' ? 'graduated' : reason === 'moved' ? 'moved' : 'resigned');
