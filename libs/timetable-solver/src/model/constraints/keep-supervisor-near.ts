import type { AppliesToEvents, ConstraintBase } from '../constraint-base.ts';

/**
 * Who supervises a break is at school around it. Supervision is an event at a time of its own. Deviation, per event resource of the
 * role: duration of the meets whose resource has no lesson at any time near their start. A start without times near is not judged.
 */
export interface KeepSupervisorNear extends ConstraintBase<'keepSupervisorNear'> {
  readonly appliesTo: AppliesToEvents;
  readonly role: string;
  /** Per start the times just before and after it. */
  readonly near: readonly { readonly time: number; readonly times: readonly number[] }[];
}
