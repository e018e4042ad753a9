import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { JsonSplitter, type JsonElement, type JsonLimits } from './json-splitter.ts';
import { ImportRefused } from './refusal.ts';

/** One file at most; what is larger is no register extract but a mistake. */
export const MAX_FILE_BYTES = 150 * 2 ** 20;

/** As a person reads a size. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

const LIMITS: JsonLimits = { depth: 64, elementBytes: 16 * 2 ** 20 };

/** What people hand over by mistake, by its first bytes. */
const DISGUISES: readonly (readonly [string, Buffer])[] = [
  ['ZIP', Buffer.from('PK\u0003\u0004', 'latin1')],
  ['PDF', Buffer.from('%PDF')],
  ['XML', Buffer.from('<?xml')],
  ['HTML', Buffer.from('<!')],
  ['GZIP', Buffer.from([0x1f, 0x8b])],
];
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function checkBeginning(chunk: Buffer): Buffer {
  for (const [found, beginning] of DISGUISES) {
    if (chunk.subarray(0, beginning.length).equals(beginning)) throw new ImportRefused('not-json', { line: 1, values: { found } });
  }
  const [first, second] = chunk;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || second === 0) throw new ImportRefused('not-utf8', { line: 1 });
  return chunk.subarray(0, 3).equals(UTF8_MARK) ? chunk.subarray(3) : chunk;
}

/**
 * Streams a JSON file's elements in bounded memory; see {@link JsonSplitter} for what an element is.
 * @throws ImportRefused for anything that is no complete JSON text in UTF-8
 */
export async function* readJsonFile(path: string, fileName: string): AsyncGenerator<JsonElement> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw new ImportRefused('too-large', { file: fileName, values: { value: megabytes(size) } });
  const splitter = new JsonSplitter(LIMITS);
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 })) {
      const bytes = Buffer.from(chunk);
      yield* splitter.feed(isFirst ? checkBeginning(bytes) : bytes);
      isFirst = false;
    }
    splitter.end();
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new ImportRefused(error.code, { file: fileName, line: error.line, values: error.values, cause: error });
  }
}
