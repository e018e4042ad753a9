import { UsageError, type Typed } from '../command.ts';
import { checkFet } from './check-fet.ts';
import { checkXhstt } from './check-xhstt.ts';
import { detectFormat, readTimetableFile } from './file.ts';

/** `digione check timetable FILE`: what the timetables in a file cost, and why. */
export async function checkTimetable(typed: Typed): Promise<number> {
  const [path, ...more] = typed.words.slice(1);
  if (path === undefined || more.length > 0) throw new UsageError('Give one file: "check timetable FILE".');
  const bytes = await readTimetableFile(path);
  const options = { wantsJson: typed.has('json'), wantsAll: typed.has('all') };
  return detectFormat(path, bytes) === 'fet' ? checkFet(path, bytes, options) : checkXhstt(path, bytes, options);
}
