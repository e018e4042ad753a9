const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/iy;
const BLANKS = /[ \t\r\n]*/y;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-f]{4})/iy;

/** End of the string that begins at the quotation mark; the fault's position with a minus when it has one or never ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 34) return at + 1;
    if (letter < 32) return -at;
    if (letter !== 92) continue;
    ESCAPE.lastIndex = at;
    // The last letters of a cut file may be half an escape.
    if (!ESCAPE.test(text)) return text.length - at < 6 ? -text.length : -at;
    at = ESCAPE.lastIndex - 1;
  }
  return -text.length;
}

/** Nothing but blanks between here and the opening bracket. */
const isJustOpened = (text: string, at: number): boolean => /[[{]\s*$/.test(text.slice(Math.max(0, at - 200), at));

/**
 * Where a text stops being JSON. Engines tell it in words of their own, and some not at all; this is asked only after they refused.
 * @returns the position; the text's length when it ends too early
 */
export function findJsonFault(text: string): number {
  const open: string[] = [];
  // What may come next: a value, a name, a colon, or a comma or closing bracket.
  let wants: 'value' | 'name' | 'colon' | 'end' = 'value';
  for (let at = 0; ; ) {
    BLANKS.lastIndex = at;
    BLANKS.test(text);
    at = BLANKS.lastIndex;
    if (at >= text.length) return text.length;
    const letter = text[at] ?? '';
    if (letter === '"' && (wants === 'value' || wants === 'name')) {
      const end = endOfString(text, at);
      if (end < 0) return -end;
      at = end;
      wants = wants === 'name' ? 'colon' : 'end';
    } else if ((letter === '{' || letter === '[') && wants === 'value') {
      open.push(letter);
      wants = letter === '{' ? 'name' : 'value';
      at++;
    } else if ((letter === '}' || letter === ']') && (wants === 'end' || isJustOpened(text, at)) && open.at(-1) === (letter === '}' ? '{' : '[')) {
      open.pop();
      wants = 'end';
      at++;
    } else if (letter === ':' && wants === 'colon') {
      wants = 'value';
      at++;
    } else if (letter === ',' && wants === 'end' && open.length > 0) {
      wants = open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (wants === 'value') {
      WORD.lastIndex = at;
      // A literal cut in half (`tru`) is at fault where the text ends.
      if (!WORD.test(text)) return /^[a-z-]{1,5}$/.test(text.slice(at).trimEnd()) ? text.length : at;
      at = WORD.lastIndex;
      wants = 'end';
    } else return at;
  }
}
