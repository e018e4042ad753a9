export * from './family.ts';
export * from './notifications.ts';
