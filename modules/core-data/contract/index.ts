export * from './people.ts';
export * from './learners.ts';
export * from './schools.ts';
export * from './search.ts';
export * from './overview.ts';
