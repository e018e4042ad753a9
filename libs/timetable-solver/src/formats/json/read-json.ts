import { JsonError, type JsonFaultKey } from './faults.ts';

/** A value of a JSON file with the place it stands at. */
export interface JsonNode {
  /** Text, number, truth value or null; undefined for a list or an object. */
  readonly value?: string | number | boolean | null;
  /** Of a list. */
  readonly items?: readonly JsonNode[];
  /** Of an object; kept apart from the fields every object of a program has. */
  readonly fields?: ReadonlyMap<string, JsonNode>;
  /** 1-based. */
  readonly line: number;
  /** `courses[3].after`; empty for the whole file. */
  readonly path: string;
}

/** What a file may be at most. */
export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly values: number;
}

/** 64 MB. The tree of a file at the limits takes some hundred megabytes of memory. */
export const JSON_LIMITS: JsonLimits = { bytes: 64 * 1024 * 1024, depth: 16, values: 500_000 };

/**
 * Reads a JSON file into a tree whose values know their line.
 * @param source the file's bytes (UTF-8, or UTF-16 with its mark), or its text
 * @throws JsonError with line and path: not JSON, too large, too deep, a field twice
 */
export function readJson(source: Uint8Array | string, limits: JsonLimits = JSON_LIMITS): JsonNode {
  if (source.length > limits.bytes) throw new JsonError('too-large', { limit: Math.floor(limits.bytes / 1024 / 1024) }, 0, '');
  return new JsonReader(typeof source === 'string' ? source : decode(source), limits).readAll();
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new JsonError('bad-encoding', { encoding: encoding.toUpperCase() }, 0, '');
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Up to the next character that ends or interrupts a text. */
// oxlint-disable-next-line no-control-regex -- control characters are what ends it
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  readonly #text: string;
  readonly #limits: JsonLimits;
  #at = 0;
  #line = 1;
  #values = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text.replace(/^\ufeff/, '');
    this.#limits = limits;
  }

  readAll(): JsonNode {
    const node = this.#read('', 0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#refuseHere('');
    return node;
  }

  #fail(key: JsonFaultKey, values: JsonError['values'], path: string): never {
    throw new JsonError(key, values, this.#line, path);
  }

  /** Whatever stands here should not. */
  #refuseHere(path: string, wanted = '{ [ " 0–9'): never {
    const found = this.#text.codePointAt(this.#at);
    if (found === undefined) this.#fail('end', {}, path);
    this.#fail('syntax', { wanted, found: nameCharacter(found) }, path);
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 10) this.#line += 1;
      else if (code !== 32 && code !== 9 && code !== 13) return;
      this.#at += 1;
    }
  }

  #take(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #read(path: string, depth: number): JsonNode {
    this.#skipSpace();
    if (depth > this.#limits.depth) this.#fail('too-deep', { limit: this.#limits.depth }, path);
    this.#values += 1;
    if (this.#values > this.#limits.values) this.#fail('too-many-values', { limit: this.#limits.values }, path);
    const line = this.#line;
    if (this.#take('{')) return { fields: this.#readFields(path, depth), line, path };
    if (this.#take('[')) return { items: this.#readItems(path, depth), line, path };
    return { value: this.#readLeaf(path), line, path };
  }

  #readLeaf(path: string): string | number | boolean | null {
    if (this.#text[this.#at] === '"') return this.#readText(path);
    NUMBER.lastIndex = this.#at;
    const [number] = NUMBER.exec(this.#text) ?? [];
    if (number !== undefined) {
      this.#at += number.length;
      return Number(number);
    }
    const word = WORDS.find(([name]) => this.#text.startsWith(name, this.#at));
    if (word === undefined) this.#refuseHere(path);
    this.#at += word[0].length;
    return word[1];
  }

  #readItems(path: string, depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    if (this.#take(']')) return items;
    do items.push(this.#read(`${path}[${items.length}]`, depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) this.#refuseHere(path, ', ]');
    return items;
  }

  #readFields(path: string, depth: number): Map<string, JsonNode> {
    const fields = new Map<string, JsonNode>();
    if (this.#take('}')) return fields;
    do {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') this.#refuseHere(path, '"');
      const name = this.#readText(path);
      if (fields.has(name)) this.#fail('same-field', { name: shortenText(name) }, path);
      if (!this.#take(':')) this.#refuseHere(path, ':');
      fields.set(name, this.#read(path === '' ? shortenText(name) : `${path}.${shortenText(name)}`, depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) this.#refuseHere(path, ', }');
    return fields;
  }

  #readText(path: string): string {
    this.#at += 1;
    let text = '';
    for (;;) {
      PLAIN.lastIndex = this.#at;
      const [plain = ''] = PLAIN.exec(this.#text) ?? [];
      text += plain;
      this.#at += plain.length;
      const code = this.#text.codePointAt(this.#at);
      if (code === undefined) this.#fail('end', {}, path);
      this.#at += 1;
      if (code === 34) return text;
      if (code !== 92) this.#fail('bad-text', { found: nameCharacter(code) }, path);
      text += this.#readEscape(path);
    }
  }

  #readEscape(path: string): string {
    const letter = this.#text[this.#at] ?? '';
    this.#at += 1;
    const plain = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (plain !== undefined) return plain;
    const hex = letter === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0] : undefined;
    if (hex === undefined) this.#fail('bad-text', { found: `\\${letter}` }, path);
    this.#at += 4;
    // NUL ends a name in other programs.
    if (hex === '0000') this.#fail('bad-text', { found: 'U+0000' }, path);
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
}

const nameCharacter = (code: number): string => (code > 32 && code < 127 ? String.fromCodePoint(code) : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);

const MOST_SHOWN = 60;

/** What is quoted in a message stays short: files can be hostile. */
export const shortenText = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
