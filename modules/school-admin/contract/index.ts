export * from './absence-types.ts';
export * from './absences.ts';
export * from './absence-notices.ts';
export * from './open-absences.ts';
export * from './arrival/newcomers.ts';
export * from './changes/learner-changes.ts';
export * from './study-records.ts';
export * from './certificates/index.ts';
