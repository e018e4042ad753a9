export * from './register.ts';
export * from './city-day.ts';
export * from './desk.ts';
export * from './today.ts';
