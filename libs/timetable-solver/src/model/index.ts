export type * from './constraint-base.ts';
export type * from './constraint.ts';
export type * from './constraints/events.ts';
export type * from './constraints/resources.ts';
export type * from './instance.ts';
export { UNASSIGNED } from './solution.ts';
export type { Meet, Solution, SolutionAbout } from './solution.ts';
export { listEventPoints, listNamedResources, listNamedTimes, listResourcePoints } from './points.ts';
