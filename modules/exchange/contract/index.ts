export * from './imports.ts';
export * from './desk.ts';
