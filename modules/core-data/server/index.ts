export * from './relations.queries.ts';
