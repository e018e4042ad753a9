import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { decodeXml } from './decode.ts';
import { XmlError, type XmlElement } from './element.ts';

/** What a file may be at most. The tree of a file at the limits takes about a gigabyte of memory. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
}

/** 64 MB: the published instances with all their timetables stay far below. */
export const XML_LIMITS: XmlLimits = { bytes: 64 * 1024 * 1024, depth: 32, elements: 2_500_000, attributes: 32 };

// Most elements are leaves: what they have not got is shared, so that a file of millions of them stays within memory.
const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/** Characters parsed at a time. */
const STEP = 1 << 16;
const MAX_PROLOG = 1 << 20;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

/**
 * Reads an XML file into a tree. Document types are refused, and with them every entity but XML's own five: a file can neither grow
 * while it is read nor name another file.
 * @param source the file's bytes, or its text
 * @throws XmlError with line and element
 */
export function readXml(source: Uint8Array | string, limits: XmlLimits = XML_LIMITS): XmlElement {
  const tree = new TreeBuilder(limits);
  if (source.length > limits.bytes) throw new XmlError(`the file is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MB`, 0, '');
  if (typeof source === 'string') tree.write(source);
  else for (const text of decodeXml(source)) tree.write(text);
  return tree.close();
}

class TreeBuilder {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #limits: XmlLimits;
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  /** Read so far, about. */
  #characters = 0;
  /** Attributes of the element that is being opened. */
  #attributes = 0;

  constructor(limits: XmlLimits) {
    this.#limits = limits;
    this.#parser.on('error', ({ message }) => {
      const fault = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      this.#refuse(this.#elements === 0 ? `this is not XML (${fault})` : fault);
    });
    this.#parser.on('doctype', () => this.#refuse('a document type (DOCTYPE, entities) is not accepted'));
    this.#parser.on('opentag', (tag) => this.#enter(tag));
    this.#parser.on('attribute', () => this.#countAttribute());
    this.#parser.on('closetag', () => this.#leave());
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
  }

  write(text: string): void {
    for (let at = 0; at < text.length; at += STEP) {
      this.#parser.write(text.slice(at, at + STEP));
      this.#characters += STEP;
      // The parser holds a document type whole before it tells of it.
      if (this.#elements === 0 && this.#characters > MAX_PROLOG) this.#refuse('no element begins in the first megabyte');
    }
  }

  close(): XmlElement {
    this.#parser.close();
    if (this.#root === undefined) this.#refuse('there is no element in the file');
    return this.#root;
  }

  #refuse(fault: string): never {
    throw new XmlError(fault, this.#parser.line, this.#open.at(-1)?.name ?? '');
  }

  #enter({ name, attributes }: SaxesTagPlain): void {
    this.#elements += 1;
    if (this.#elements > this.#limits.elements) this.#refuse(`there are more than ${this.#limits.elements} elements`);
    if (this.#open.length >= this.#limits.depth) this.#refuse(`elements are nested deeper than ${this.#limits.depth}`);
    this.#attributes = 0;
    this.#open.push({ name, attributes: Object.keys(attributes).length === 0 ? NO_ATTRIBUTES : attributes, children: [], text: '', line: this.#parser.line });
  }

  #countAttribute(): void {
    this.#attributes += 1;
    if (this.#attributes > this.#limits.attributes) this.#refuse(`there are more than ${this.#limits.attributes} attributes`);
  }

  #leave(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    const { name, attributes, children, line } = element;
    const closed = { name, attributes, children: children.length === 0 ? NO_CHILDREN : children, text: element.text.trim(), line };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = closed;
    else parent.children.push(closed);
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    // White space between elements is most of a file's text and nobody's.
    if (element !== undefined && (element.text !== '' || /\S/.test(text))) element.text += text;
  }
}
