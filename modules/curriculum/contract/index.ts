export * from './editions.ts';
export * from './reading.ts';
export * from './text.ts';
