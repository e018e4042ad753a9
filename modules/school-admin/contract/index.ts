export * from './absence-types.ts';
export * from './absences.ts';
export * from './absence-notices.ts';
export * from './open-absences.ts';
