export * from './drafts.ts';
export * from './editions.ts';
export * from './lesson-hours.ts';
export * from './reading.ts';
export * from './text.ts';
