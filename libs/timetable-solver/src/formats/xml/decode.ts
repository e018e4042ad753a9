import { XmlError, shorten } from './element.ts';

/** Characters decoded at a time; bounds what is held twice. */
const STEP = 1 << 16;

/**
 * Reads bytes as text by their mark or by what the XML declaration says, UTF-8 where neither speaks.
 * @throws XmlError (line 0) where the encoding is unknown or the bytes are not of it
 */
export function* decodeXml(bytes: Uint8Array): Generator<string> {
  const decoder = openDecoder(findEncoding(bytes));
  try {
    for (let at = 0; at < bytes.length; at += STEP) yield decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new XmlError(`the file is not valid ${decoder.encoding}`, 0, '');
  }
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = String.fromCodePoint(...bytes.subarray(0, 200));
  return /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
}

function openDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new XmlError(`the encoding “${shorten(encoding)}” is not known`, 0, '');
  }
}
