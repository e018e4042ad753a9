import type { ConstraintBase } from '../constraint-base.ts';

/** What a person has locked stays. Deviation, per event: locks that no meet of the event fulfils. */
export interface KeepLocks extends ConstraintBase<'keepLocks'> {
  readonly locks: readonly Lock[];
}

export interface Lock {
  readonly event: number;
  readonly time: number;
  readonly duration: number;
  /** Per event resource the one who stays; undefined where anyone may. Left out, nobody is locked. */
  readonly resources?: readonly (number | undefined)[];
}
