/** An element of an XML file as a tree, with the place it stands at. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, without the white space around it. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** What is wrong with a file and where: `line 12, <Event>: …`. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  /** 1-based; 0 where the fault is the whole file's. */
  readonly line: number;
  /** The element at fault or the one it stands in; empty outside all elements. */
  readonly element: string;
  /** What is wrong, without the place. */
  readonly fault: string;

  constructor(fault: string, line: number, element: string) {
    const place = [line > 0 ? `line ${line}` : '', element === '' ? '' : `<${element}>`].filter((part) => part !== '').join(', ');
    super(place === '' ? fault : `${place}: ${fault}`);
    this.line = line;
    this.element = element;
    this.fault = fault;
  }
}

/** @returns the error, not thrown, with the element's line and name */
export const faultAt = (element: XmlElement, fault: string): XmlError => new XmlError(fault, element.line, element.name);

/** @returns the first child of that name */
export const findChild = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((child) => child.name === name);

/** @throws XmlError where there is none */
export function getChild(element: XmlElement, name: string): XmlElement {
  const child = findChild(element, name);
  if (child === undefined) throw faultAt(element, `<${name}> is missing`);
  return child;
}

/** @returns the children of these names, all where none is named, none where there is no element */
export const listChildren = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  element === undefined ? [] : element.children.filter((child) => names.length === 0 || names.includes(child.name));

/** @returns the text of a child, undefined where there is no such child or no text in it */
export function findText(element: XmlElement, name: string): string | undefined {
  const text = findChild(element, name)?.text;
  return text === '' ? undefined : text;
}

/** @throws XmlError where it is missing or empty */
export function getText(element: XmlElement, name: string): string {
  const { text } = getChild(element, name);
  if (text === '') throw faultAt(element, `<${name}> is empty`);
  return text;
}

/** @throws XmlError where it is missing or empty */
export function getAttribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined || value.trim() === '') throw faultAt(element, `the attribute ${name} is missing`);
  return value;
}

/**
 * Reads a whole number of 0 or more.
 * @throws XmlError where the text is anything else
 */
export function readCount(element: XmlElement): number {
  const value = /^\d{1,9}$/.test(element.text) ? Number(element.text) : Number.NaN;
  if (Number.isNaN(value)) throw faultAt(element, `“${shorten(element.text)}” is not a whole number from 0 up`);
  return value;
}

/** What is quoted in a message stays short: files can be hostile. */
export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
