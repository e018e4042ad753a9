import type { Readable } from 'node:stream';
import { SlashEvidence, type SlashOrder } from './dates.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What one pass over a file's bytes tells, before any row is read. */
export interface Inspection {
  /** `null`: not a text file. */
  readonly encoding: Encoding | null;
  /** The line of the first byte that is not UTF-8; 0 when all are. */
  readonly firstForeignLine: number;
  readonly isArchive: boolean;
  readonly endsWithNewline: boolean;
  /** UTF-8 or UTF-16 that stops within a character. */
  readonly endsWithinCharacter: boolean;
  readonly slashes: SlashOrder;
  /** The first 64 KiB, decoded. */
  readonly beginning: string;
  readonly bytes: number;
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UNASSIGNED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '');
}

function byteOrderMark(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const isArchiveStart = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** The line within a chunk on which UTF-8 first breaks. */
function lineOfFirstForeignByte(chunk: Buffer): number {
  const broken = chunk.toString('utf8').indexOf('\uFFFD');
  return broken === -1 ? 0 : countNewlines(Buffer.from(chunk.toString('utf8').slice(0, broken)));
}

const HEAD = 2 ** 16;

/** Reads a file once, in bounded memory, to learn its encoding and habits. UTF-8 is told from Windows-1252 only by all its bytes. */
export async function inspect(stream: Readable): Promise<Inspection> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const evidence = new SlashEvidence();
  const head: Buffer[] = [];
  let headBytes = 0;
  let bytes = 0;
  let line = 1;
  let firstForeignLine = 0;
  let hasNul = false;
  let has1252Gap = false;
  let last = 0;
  let beforeLast = 0;
  for await (const piece of stream) {
    const chunk: Buffer = piece;
    if (chunk.length === 0) continue;
    bytes += chunk.length;
    if (headBytes < HEAD) {
      head.push(chunk);
      headBytes += chunk.length;
    }
    if (firstForeignLine === 0) {
      try {
        utf8.decode(chunk, { stream: true });
      } catch {
        firstForeignLine = line + lineOfFirstForeignByte(chunk);
      }
    }
    if (chunk.includes(0)) hasNul = true;
    const text = chunk.toString('latin1');
    has1252Gap ||= UNASSIGNED_1252.test(text);
    // UTF-16 shows its ASCII through NULs.
    evidence.add(hasNul ? text.replaceAll('\u0000', '') : text);
    line += countNewlines(chunk);
    beforeLast = chunk.length > 1 ? (chunk.at(-2) ?? 0) : last;
    last = chunk.at(-1) ?? 0;
  }
  const first = Buffer.concat(head).subarray(0, HEAD);
  const mark = byteOrderMark(first);
  const isWide = mark === 'utf-16le' || mark === 'utf-16be';
  let endsWithinCharacter = isWide && bytes % 2 === 1;
  if (firstForeignLine === 0 && !isWide) {
    try {
      utf8.decode();
    } catch {
      endsWithinCharacter = true;
    }
  }
  const encoding = decideEncoding(mark, isWide, { firstForeignLine, hasNul, has1252Gap });
  return {
    encoding,
    firstForeignLine: isWide ? 0 : firstForeignLine,
    isArchive: isArchiveStart(first),
    endsWithNewline: [10, 13].includes(last) || (isWide && last === 0 && [10, 13].includes(beforeLast)),
    endsWithinCharacter,
    slashes: evidence.order,
    beginning: encoding === null ? '' : decodeAll(first, encoding),
    bytes,
  };
}

function decideEncoding(
  mark: Encoding | undefined,
  isWide: boolean,
  seen: { firstForeignLine: number; hasNul: boolean; has1252Gap: boolean },
): Encoding | null {
  if (isWide) return mark ?? null;
  if (seen.hasNul) return null;
  if (seen.firstForeignLine === 0) return 'utf-8';
  return seen.has1252Gap || mark !== undefined ? null : 'windows-1252';
}

function decodeAll(bytes: Buffer, encoding: Encoding): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Decodes a stream of bytes as it comes; a byte order mark is left out. */
export async function* decode(stream: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of stream) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
