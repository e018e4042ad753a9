import type { AppliesToResources, ConstraintBase } from '../constraint-base.ts';

/** Learners get the courses they chose. Deviation, per resource: its choices without a seat. */
export interface MeetChoices extends ConstraintBase<'meetChoices'> {
  readonly appliesTo: AppliesToResources;
}
