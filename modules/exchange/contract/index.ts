export * from './imports.ts';
export * from './desk.ts';
export * from './koski.ts';
export * from './registers/feeds.ts';
