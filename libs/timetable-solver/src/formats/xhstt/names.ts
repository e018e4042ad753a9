import { faultAt, getAttribute, shorten, type XmlElement } from '../xml/index.ts';

/** The things of one kind by the id they have in the file. */
export class NameList<Item extends { readonly id: string }> {
  readonly items: Item[] = [];
  readonly #what: string;
  readonly #indexOf = new Map<string, number>();

  /** @param what how messages call one of these, e.g. `time` */
  constructor(what: string) {
    this.#what = what;
  }

  /** @throws XmlError where the id is taken */
  add(element: XmlElement, item: Item): void {
    if (this.#indexOf.has(item.id)) throw faultAt(element, `there are two ${this.#what}s “${shorten(item.id)}”`);
    this.#indexOf.set(item.id, this.items.length);
    this.items.push(item);
  }

  /**
   * @returns the index of the one that an element's Reference names
   * @throws XmlError where there is none
   */
  refer(element: XmlElement): number {
    const id = getAttribute(element, 'Reference');
    const index = this.#indexOf.get(id);
    if (index === undefined) throw faultAt(element, `there is no ${this.#what} “${shorten(id)}”`);
    return index;
  }
}
