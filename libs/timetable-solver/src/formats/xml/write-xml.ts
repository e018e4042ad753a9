/** What is written as an element: name, attributes, and text or children. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
}

export const node = (name: string, content: string | readonly (XmlNode | undefined)[] = [], attributes: Readonly<Record<string, string>> = {}): XmlNode => ({
  name,
  attributes,
  content: typeof content === 'string' ? content : content.filter((child) => child !== undefined),
});

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters cannot stand in XML at all, not even escaped. */
const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

function* writeNode({ name, attributes, content }: XmlNode, depth: number): Generator<string> {
  const indent = '  '.repeat(depth);
  const open = `${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`).join('')}`;
  if (content.length === 0) yield `${indent}<${open}/>\n`;
  else if (typeof content === 'string') yield `${indent}<${open}>${escapeText(content)}</${name}>\n`;
  else {
    yield `${indent}<${open}>\n`;
    for (const child of content) yield* writeNode(child, depth + 1);
    yield `${indent}</${name}>\n`;
  }
}

/** @returns an element alone, to be put into a file, each line ending with a line break */
export const writeElement = (element: XmlNode): string => [...writeNode(element, 0)].join('');

/** @returns the file as UTF-8 text, with declaration */
export const writeXml = (root: XmlNode): string => `<?xml version="1.0" encoding="UTF-8"?>\n${[...writeNode(root, 0)].join('')}`;
