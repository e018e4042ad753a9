/** How a deviation becomes a cost: d, d², or 1 as soon as d > 0. */
export type CostFunction = 'linear' | 'quadratic' | 'step';

export interface ConstraintBase<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** A broken required rule makes a timetable unusable (infeasibility); others make it worse (objective). */
  readonly isRequired: boolean;
  /** Cost = weight × cost function (deviation), per point of application. */
  readonly weight: number;
  readonly costFunction: CostFunction;
}

/**
 * Whom a constraint binds. What is named twice (itself and through a group, or through two groups) counts twice, as the XHSTT
 * archive's costs do.
 */
export interface AppliesToEvents {
  readonly events: readonly number[];
  readonly eventGroups: readonly number[];
}

export interface AppliesToEventGroups {
  readonly eventGroups: readonly number[];
}

export interface AppliesToResources {
  readonly resources: readonly number[];
  readonly resourceGroups: readonly number[];
}

/** A set of times, named one by one and by group; a time counts once. */
export interface NamedTimes {
  readonly times: readonly number[];
  readonly timeGroups: readonly number[];
}

/** Both inclusive. */
export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}
