export * from './register.ts';
export * from './desk.ts';
export * from './today.ts';
