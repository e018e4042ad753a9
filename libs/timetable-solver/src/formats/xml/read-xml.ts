import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { decodeXml } from './decode.ts';
import { XmlError, type XmlElement } from './element.ts';

/** What a file may be at most. The tree takes about ten times the file's size in memory. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
}

export const XML_LIMITS: XmlLimits = { bytes: 128 * 1024 * 1024, depth: 32, elements: 4_000_000, attributes: 32 };

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
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

  constructor(limits: XmlLimits) {
    this.#limits = limits;
    this.#parser.on('error', ({ message }) => this.#refuse(message.replace(/^\d+:\d+: /, '')));
    this.#parser.on('doctype', () => this.#refuse('a document type (DOCTYPE, entities) is not accepted'));
    this.#parser.on('opentag', (tag) => this.#enter(tag));
    this.#parser.on('closetag', () => this.#leave());
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
  }

  write(text: string): void {
    this.#parser.write(text);
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
    if (Object.keys(attributes).length > this.#limits.attributes) this.#refuse(`there are more than ${this.#limits.attributes} attributes`);
    this.#open.push({ name, attributes, children: [], text: '', line: this.#parser.line });
  }

  #leave(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.text = element.text.trim();
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    // White space between elements is most of a file's text and nobody's.
    if (element !== undefined && (element.text !== '' || /\S/.test(text))) element.text += text;
  }
}
