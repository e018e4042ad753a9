export * from './actor.ts';
export * from './action.ts';
export * from './rules.ts';
export { conditionOf } from './capture.ts';
