export * from './gradebook.ts';
export * from './values.ts';
