import { ImportRefused } from './refusal.ts';

/** One value of a JSON text: an item of the root array, an item of an array directly in the root object, or another value of the root object. */
export interface JsonElement {
  /** The root object's key; `null` in a root array. */
  readonly key: string | null;
  /** Physical line on which it begins. */
  readonly line: number;
  readonly value: unknown;
}

export interface JsonLimits {
  /** How deep brackets may nest inside one element. */
  readonly depth: number;
  readonly elementBytes: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
const isOpening = (byte: number): boolean => byte === OPEN_ARRAY || byte === OPEN_OBJECT;
const isClosing = (byte: number): boolean => byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;

/** What may come next, outside of an element. */
type Expected = 'root' | 'item-or-end' | 'item' | 'comma-or-end' | 'key-or-end' | 'key' | 'colon' | 'value' | 'comma-or-object-end' | 'nothing';

/**
 * Cuts a JSON text of any length into elements, byte by byte, holding no more than one of them: the text is never parsed as a whole, and
 * brackets that nest without end are refused before anything recurses.
 */
export class JsonSplitter {
  readonly #limits: JsonLimits;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #expected: Expected = 'root';
  #isRootArray = false;
  #line = 1;
  #key: string | null = null;
  // The element being gathered.
  #parts: Buffer[] = [];
  #bytes = 0;
  #startLine = 1;
  #depth = 0;
  #isGathering = false;
  #isKey = false;
  #isInString = false;
  #isEscaped = false;
  #isScalar = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** Gives the elements that end in this chunk. @throws ImportRefused */
  *feed(chunk: Buffer): Generator<JsonElement> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (!this.#isGathering) {
        if (byte === NEWLINE) this.#line += 1;
        if (isBlank(byte) || !this.#begin(byte)) continue;
        start = at;
        if (!this.#endsAt(byte)) continue;
      } else if (!this.#endsAt(byte)) {
        if (byte === NEWLINE) this.#line += 1;
        continue;
      }
      // A bare number or word ends before the sign that ends it, which is then read for itself.
      const end = this.#isScalar ? at : at + 1;
      this.#gather(chunk.subarray(start, end));
      const element = this.#finish();
      if (element !== undefined) yield element;
      at = end - 1;
    }
    if (this.#isGathering) this.#gather(chunk.subarray(start));
  }

  /** To be called when the text has ended. @throws ImportRefused when it ended too early */
  end(): void {
    if (this.#expected === 'root') throw new ImportRefused('empty');
    if (this.#isGathering || this.#expected !== 'nothing') throw new ImportRefused('truncated', { line: this.#line });
  }

  #gather(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#limits.elementBytes) throw new ImportRefused('element-too-large', { line: this.#startLine });
    // A copy: the stream uses its chunk again.
    if (part.length > 0) this.#parts.push(Buffer.from(part));
  }

  #wrong(): never {
    throw new ImportRefused('bad-json', { line: this.#line });
  }

  /** Reads a sign between elements. @returns whether an element begins with it */
  #begin(byte: number): boolean {
    switch (this.#expected) {
      case 'root':
        if (!isOpening(byte)) throw new ImportRefused('not-json', { line: this.#line });
        this.#isRootArray = byte === OPEN_ARRAY;
        this.#expected = this.#isRootArray ? 'item-or-end' : 'key-or-end';
        return false;
      case 'item-or-end':
        if (byte === CLOSE_ARRAY) return this.#closeArray();
        return this.#start(byte, false);
      case 'item':
        return this.#start(byte, false);
      case 'comma-or-end':
        if (byte === CLOSE_ARRAY) return this.#closeArray();
        if (byte !== COMMA) this.#wrong();
        this.#expected = 'item';
        return false;
      case 'key-or-end':
        if (byte === CLOSE_OBJECT) return this.#close();
        return this.#start(byte, true);
      case 'key':
        return this.#start(byte, true);
      case 'colon':
        if (byte !== COLON) this.#wrong();
        this.#expected = 'value';
        return false;
      case 'value':
        if (byte !== OPEN_ARRAY) return this.#start(byte, false);
        this.#expected = 'item-or-end';
        return false;
      case 'comma-or-object-end':
        if (byte === CLOSE_OBJECT) return this.#close();
        if (byte !== COMMA) this.#wrong();
        this.#expected = 'key';
        return false;
      case 'nothing':
        return this.#wrong();
    }
  }

  #close(): false {
    this.#expected = 'nothing';
    return false;
  }

  #closeArray(): false {
    this.#expected = this.#isRootArray ? 'nothing' : 'comma-or-object-end';
    return false;
  }

  #start(byte: number, isKey: boolean): true {
    if (isKey && byte !== QUOTE) this.#wrong();
    if (isClosing(byte) || byte === COMMA || byte === COLON) this.#wrong();
    this.#isGathering = true;
    this.#isKey = isKey;
    this.#isScalar = byte !== QUOTE && !isOpening(byte);
    this.#isInString = false;
    this.#isEscaped = false;
    this.#depth = 0;
    this.#bytes = 0;
    this.#parts = [];
    this.#startLine = this.#line;
    return true;
  }

  /** Takes the element's next byte. @returns whether the element ends with it (a scalar: before it) */
  #endsAt(byte: number): boolean {
    if (this.#isScalar) return byte === COMMA || isClosing(byte) || isBlank(byte);
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInString = false;
        return this.#depth === 0;
      }
      return false;
    }
    if (byte === QUOTE) this.#isInString = true;
    else if (isOpening(byte)) {
      this.#depth += 1;
      if (this.#depth > this.#limits.depth) throw new ImportRefused('too-deep', { line: this.#line, values: { depth: this.#limits.depth } });
    } else if (isClosing(byte)) {
      this.#depth -= 1;
      return this.#depth === 0;
    }
    return false;
  }

  #finish(): JsonElement | undefined {
    this.#isGathering = false;
    const value = this.#parse();
    this.#parts = [];
    if (this.#isKey) {
      if (typeof value !== 'string') this.#wrong();
      this.#key = value;
      this.#expected = 'colon';
      return undefined;
    }
    const isItem = this.#isRootArray || this.#expected !== 'value';
    this.#expected = isItem ? 'comma-or-end' : 'comma-or-object-end';
    return { key: this.#isRootArray ? null : this.#key, line: this.#startLine, value };
  }

  #parse(): unknown {
    let text: string;
    try {
      text = this.#decoder.decode(this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts));
    } catch (error) {
      throw new ImportRefused('not-utf8', { line: this.#startLine, cause: error });
    }
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new ImportRefused('bad-json', { line: this.#startLine, cause: error });
    }
  }
}
