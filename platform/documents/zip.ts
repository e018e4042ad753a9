import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Names are UTF-8; nothing is compressed: PDF already is. */
const UTF8 = 0x0800;
const VERSION = 20;
/** 1.1.1980, the earliest day a zip knows: when a file was made is said inside it, and the same files give the same zip. */
const NO_TIME = [0, 0x21] as const;

function header(signature: number, { nameBytes, content }: { nameBytes: Buffer; content: Uint8Array }, offset?: number): Buffer {
  const isCentral = offset !== undefined;
  const fixed = Buffer.alloc(isCentral ? 46 : 30);
  let at = fixed.writeUInt32LE(signature, 0);
  if (isCentral) at = fixed.writeUInt16LE(VERSION, at);
  for (const value of [VERSION, UTF8, 0, ...NO_TIME]) at = fixed.writeUInt16LE(value, at);
  for (const value of [crc32(content), content.length, content.length]) at = fixed.writeUInt32LE(value, at);
  fixed.writeUInt16LE(nameBytes.length, at);
  if (isCentral) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, nameBytes]);
}

/** A zip of files as they are (PKWARE APPNOTE 6.3, method "stored"). @throws RangeError beyond 65 535 files or 4 GB */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const file = { nameBytes: Buffer.from(name, 'utf8'), content };
    const local = header(0x04034b50, file);
    directory.push(header(0x02014b50, file, offset));
    parts.push(local, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    offset += local.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
