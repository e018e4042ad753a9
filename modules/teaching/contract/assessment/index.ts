export * from './learning.ts';
export * from './rounds.ts';
export * from './rules.ts';
export * from './sheets.ts';
