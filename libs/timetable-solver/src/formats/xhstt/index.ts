export { readXhstt, type Archive, type ArchiveSolution } from './read-archive.ts';
export { writeXhstt } from './write-archive.ts';
