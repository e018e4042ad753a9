import { makeFinding, type Finding } from './finding.ts';
import { findJsonFault } from './json-fault.ts';

export interface ReadLimits {
  /** Largest file, in bytes. The largest known curriculum has 10 MB. */
  readonly bytes: number;
  /** Deepest nesting of objects and lists. Curricula stay below 30. */
  readonly depth: number;
  /** Most objects, each of which costs memory however small it is in the file. The largest known curriculum has about 30 000. */
  readonly objects: number;
}

export const DEFAULT_LIMITS: ReadLimits = { bytes: 64 * 2 ** 20, depth: 200, objects: 500_000 };

export type JsonResult = { readonly value: unknown; readonly findings: readonly Finding[] } | { readonly value?: never; readonly findings: readonly [Finding] };

/** Beginnings of files that are often chosen by mistake. */
const SIGNATURES: ReadonlyArray<readonly [start: string, what: string]> = [
  ['%pdf', 'PDF'],
  ['pk\u0003\u0004', 'ZIP'],
  ['\u001f\u008b', 'GZIP'],
  ['<!doctype html', 'HTML'],
  ['<html', 'HTML'],
  ['<?xml', 'XML'],
];

const error = (code: Finding['code'], value: string): { readonly findings: readonly [Finding] } => ({ findings: [makeFinding('error', code, '', value)] });

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isUtf8: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), isUtf8: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    // A file cut in the middle of a letter is still UTF-8: its last bytes are the ones at fault.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const firstFault = lenient.indexOf('\uFFFD');
    if (firstFault >= lenient.length - 4) return { text: lenient, isUtf8: true };
    return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false };
  }
}

/**
 * Walks over the text without building anything, so that what is hostile costs nothing.
 * @returns the limit that is broken, if one is
 */
function findBrokenLimit(text: string, limits: ReadLimits): 'depth' | 'objects' | undefined {
  let depth = 0;
  let objects = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 34) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at);
        if (inside === 92) at++;
        else if (inside === 34) break;
      }
    } else if (letter === 123 || letter === 91) {
      if (++depth > limits.depth) return 'depth';
      if (letter === 123 && ++objects > limits.objects) return 'objects';
    } else if (letter === 125 || letter === 93) depth--;
  }
  return undefined;
}

const countLines = (text: string, end: number): number => {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
};

// Signs that no text has and no database takes: control characters beside tab and line breaks, and halves of letters. They come as escapes,
// or in a text that was never UTF-8.
const SUSPICIOUS = /\\u(?:00[01]|007f|d[89a-f])|[\ud800-\udfff]/iu;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udfff]/gu;

/** The same data without such signs, in names of fields as well. Nesting has been measured before. */
function withoutUnprintable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(UNPRINTABLE, '');
  if (Array.isArray(value)) return value.map(withoutUnprintable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.replaceAll(UNPRINTABLE, ''), withoutUnprintable(inner)]));
}

/**
 * Turns a file into data, or says in one finding why it cannot be. Never throws.
 * @param input the file's bytes, or its text
 */
export function parseJson(input: Uint8Array | string, limits: ReadLimits): JsonResult {
  if (input.length > limits.bytes) return error('too-large', megabytes(input.length));
  const { text: decoded, isUtf8 } = typeof input === 'string' ? { text: input, isUtf8: true } : decode(input);
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (text.trim() === '') return error('empty', '');
  // Letter by letter as bytes: packed files are no text.
  const start = (typeof input === 'string' ? text.slice(0, 200) : String.fromCharCode(...input.subarray(0, 200))).trim().toLowerCase();
  const wrong = SIGNATURES.find(([beginning]) => start.startsWith(beginning));
  if (wrong) return error('not-a-curriculum', wrong[1]);
  const broken = findBrokenLimit(text, limits);
  if (broken === 'depth') return error('too-deep', `> ${limits.depth}`);
  if (broken === 'objects') return error('too-large', `> ${limits.objects} {}`);
  try {
    const value: unknown = JSON.parse(text);
    return { value: SUSPICIOUS.test(text) ? withoutUnprintable(value) : value, findings: isUtf8 ? [] : [makeFinding('warning', 'encoding')] };
  } catch {
    const position = findJsonFault(text);
    return error(position >= text.length && /^\s*[[{]/.test(text) ? 'cut-off' : 'not-json', String(countLines(text, position)));
  }
}
