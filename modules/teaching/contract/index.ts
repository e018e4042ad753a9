export * from './register.ts';
export * from './city-day.ts';
export * from './desk.ts';
export * from './today.ts';
export * from './gradebook/index.ts';
export * from './lesson-entry.ts';
export * from './exams.ts';
export * from './schoolwork.ts';
