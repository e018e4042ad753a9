export { UntisError } from './read-table.ts';
export type { UntisFiles } from './school.ts';
export { readUntis, type UntisGrid, type UntisInstance } from './to-instance.ts';
