import { open } from 'node:fs/promises';
import { OperatorError } from '@digione/platform/config';
import { XML_LIMITS } from '@digione/timetable-solver';

/**
 * Reads a timetable file whole, unless it is larger than any reader takes.
 * @throws OperatorError with what to do
 */
export async function readTimetableFile(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > XML_LIMITS.bytes) throw new OperatorError(`${path} is larger than ${XML_LIMITS.bytes / 1024 / 1024} MB; give a file with one school.`);
    return await file.readFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new OperatorError(`There is no file ${path}.`, { cause: error });
    if (code === 'EISDIR') throw new OperatorError(`${path} is a folder; give a file.`, { cause: error });
    if (code === 'EACCES') throw new OperatorError(`${path} may not be read.`, { cause: error });
    throw error;
  }
}

/**
 * Runs a reader of the library.
 * @throws OperatorError that names the file, the line and the element at fault
 */
export function readFormat<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === 'XmlError') throw new OperatorError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
