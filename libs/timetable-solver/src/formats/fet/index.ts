import { convertFetSchool, type FetConversion } from './convert/to-instance.ts';
import { readFetSchool } from './file/read-school.ts';

export { convertFetSchool, type FetConversion, type Untold } from './convert/to-instance.ts';
export { readFetSchool } from './file/read-school.ts';
export { readOwnTimetable } from './file/read-timetable.ts';
export type * from './file/school.ts';
export { writeFetTimetable } from './write-timetable.ts';

/**
 * Reads a .fet file of FET 5 or 6 into an instance of the model.
 * @throws XmlError with line and element where the file can't be read
 */
export const readFet = (source: string | Uint8Array): FetConversion => convertFetSchool(readFetSchool(source));
