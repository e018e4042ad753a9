import { open } from 'node:fs/promises';
import { OperatorError } from '@digione/platform/config';
import { XML_LIMITS } from '@digione/timetable-solver';

/** How many of the dearest faults of a timetable are shown where not all are asked for. */
export const SHOWN = 10;

export interface CheckOptions {
  readonly wantsJson: boolean;
  readonly wantsAll: boolean;
}

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

export const FORMATS = ['xhstt', 'fet'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Tells the format by the file's first element.
 * @throws OperatorError where it is none of those known
 */
export function detectFormat(path: string, bytes: Uint8Array): Format {
  // Every other byte of UTF-16 is zero here; the names looked for are plain ASCII in any encoding.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
  if (/<HighSchoolTimetableArchive[\s>]/.test(head)) return 'xhstt';
  if (/<fet[\s>]/i.test(head)) return 'fet';
  throw new OperatorError(`${path} is neither an XHSTT file (HighSchoolTimetableArchive) nor a FET file (fet).`);
}
