export * from './me.ts';
export * from './roles.ts';
export * from './sessions.ts';
export * from './sign-in.ts';
