import { open } from 'node:fs/promises';
import { OperatorError } from '@digione/platform/config';
import { JsonError, sayJsonError, TRAY_FORMAT, XML_LIMITS, type Language } from '@digione/timetable-solver';
import { sayIn } from './texts.ts';

/** How many of the dearest faults of a timetable are shown where not all are asked for. */
export const SHOWN = 10;

export interface CheckOptions {
  readonly language: Language;
  readonly wantsJson: boolean;
  readonly wantsAll: boolean;
}

/**
 * Reads a timetable file whole, unless it is larger than any reader takes.
 * @throws OperatorError with what to do
 */
export async function readTimetableFile(path: string, language: Language): Promise<Uint8Array> {
  const say = sayIn(language);
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > XML_LIMITS.bytes) throw new OperatorError(say('too-large', { path, limit: XML_LIMITS.bytes / 1024 / 1024 }));
    return await file.readFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new OperatorError(say('no-file', { path }), { cause: error });
    if (code === 'EISDIR') throw new OperatorError(say('is-folder', { path }), { cause: error });
    if (code === 'EACCES') throw new OperatorError(say('may-not-read', { path }), { cause: error });
    throw error;
  }
}

/**
 * Runs a reader of the library.
 * @throws OperatorError that names the file, the line and the element at fault
 */
export function readFormat<Result>(path: string, language: Language, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const fault = error instanceof JsonError ? sayJsonError(error, language) : error instanceof Error && error.name === 'XmlError' ? error.message : undefined;
    if (fault !== undefined) throw new OperatorError(sayIn(language)('file-fault', { path, fault }), { cause: error });
    throw error;
  }
}

export const FORMATS = ['xhstt', 'fet', 'tray'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Tells the format by the file's first element.
 * @throws OperatorError where it is none of those known
 */
export function detectFormat(path: string, bytes: Uint8Array, language: Language): Format {
  // Every other byte of UTF-16 is zero here; the names looked for are plain ASCII in any encoding.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
  if (/<HighSchoolTimetableArchive[\s>]/.test(head)) return 'xhstt';
  if (/<fet[\s>]/i.test(head)) return 'fet';
  if (/^[^\w<]*\{/.test(head) && head.includes(`"${TRAY_FORMAT}"`)) return 'tray';
  throw new OperatorError(sayIn(language)('unknown-format', { path }));
}
