import type { AppliesToResources, ConstraintBase, NamedTimes } from '../constraint-base.ts';

/** A team can meet: at enough of the times named all of them are free. One point; deviation: common free times missing. */
export interface KeepCommonTime extends ConstraintBase<'keepCommonTime'> {
  readonly appliesTo: AppliesToResources;
  readonly among: NamedTimes;
  /** How many common free times at least. */
  readonly amount: number;
}
