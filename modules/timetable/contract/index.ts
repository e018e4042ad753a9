export * from './lesson.ts';
export * from './week.ts';
