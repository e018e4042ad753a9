const MOST_OCTETS = 75;

/** @returns a content line of RFC 5545 §3.1: at most 75 octets of UTF-8 a line, no letter cut in two, lines end in CRLF */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      // The space that begins the next line counts.
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** Text as a value (RFC 5545 §3.3.11); control characters have no place in it. */
export const escapeText = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
