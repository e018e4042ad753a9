import { crc32, createDeflateRaw } from 'node:zlib';

/** A text file to pack. */
export interface ZipText {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

const BATCH = 2 ** 16;
const MAX = 2 ** 32 - 1;
/** 1 January 1980, the first day of the format: equal content gives equal archives. */
const DOS_DATE = 0x21;

async function* inBatches(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let batch = '';
  for await (const piece of text) {
    batch += piece;
    if (batch.length >= BATCH) {
      yield Buffer.from(batch);
      batch = '';
    }
  }
  if (batch !== '') yield Buffer.from(batch);
}

async function pack(text: AsyncIterable<string>): Promise<{ chunks: Buffer[]; crc: number; size: number; packedSize: number }> {
  const deflate = createDeflateRaw();
  let crc = 0;
  let size = 0;
  const feed = async (): Promise<void> => {
    try {
      for await (const batch of inBatches(text)) {
        crc = crc32(batch, crc);
        size += batch.length;
        if (!deflate.write(batch)) await new Promise((resolve) => deflate.once('drain', resolve));
      }
      deflate.end();
    } catch (error) {
      deflate.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const fed = feed();
  const chunks: Buffer[] = [];
  for await (const chunk of deflate) chunks.push(chunk);
  await fed;
  return { chunks, crc, size, packedSize: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

function header(signature: number, entry: Packed, isCentral: boolean): Buffer {
  const buffer = Buffer.alloc(isCentral ? 46 : 30);
  let at = buffer.writeUInt32LE(signature, 0);
  if (isCentral) at = buffer.writeUInt16LE(20, at);
  at = buffer.writeUInt16LE(20, at);
  // Bit 11: the name is UTF-8. Method 8: deflate.
  at = buffer.writeUInt16LE(0x0800, at);
  at = buffer.writeUInt16LE(8, at);
  at = buffer.writeUInt16LE(0, at);
  at = buffer.writeUInt16LE(DOS_DATE, at);
  at = buffer.writeUInt32LE(entry.crc, at);
  at = buffer.writeUInt32LE(entry.packedSize, at);
  at = buffer.writeUInt32LE(entry.size, at);
  buffer.writeUInt16LE(entry.name.length, at);
  if (isCentral) buffer.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([buffer, entry.name]);
}

/**
 * Packs text files into a zip archive as they come (PKWARE APPNOTE 6.3, deflate). Holds one packed file in memory at a time, because
 * its sizes stand before it: readers that stream do not accept sizes that follow.
 * @throws RangeError beyond 4 GiB
 */
export async function* zip(files: Iterable<ZipText>): AsyncGenerator<Buffer> {
  const entries: Packed[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const { chunks, crc, size, packedSize } = await pack(text);
    if (size > MAX || offset + packedSize > MAX) throw new RangeError('The archive would be larger than 4 GiB');
    const entry: Packed = { name: Buffer.from(name), crc, size, packedSize, offset };
    const local = header(0x04034b50, entry, false);
    yield local;
    yield* chunks;
    offset += local.length + packedSize;
    entries.push(entry);
  }
  const central = Buffer.concat(entries.map((entry) => header(0x02014b50, entry, true)));
  yield central;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}
