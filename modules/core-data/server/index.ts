export * from './relations.queries.ts';
export { coreDataModule } from './module.ts';
export { readPerson } from './actions.ts';
