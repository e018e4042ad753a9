import type { FindingList } from './finding.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (word: string): boolean => UUID.test(word);

/** What may tell a part apart from others, the most lasting first. */
export interface KeySources {
  /** The part's own UUID. */
  readonly uuid?: string | null;
  /** URI of its code in a code set. */
  readonly uri?: string | null;
  /** UUID of its text, which survives edits of the text. */
  readonly textUuid?: string | null;
  /** The service's number of the part. */
  readonly id?: string | null;
  /** Where it stands, when there is nothing else: the parent's key and a place. */
  readonly place: string;
}

/** Gives every part of one curriculum a key of its own. */
export class KeyRing {
  readonly #taken = new Set<string>();
  readonly #findings: FindingList;

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  /** @param suffix sets apart what appears once per grade level under the same UUID */
  take({ uuid, uri, textUuid, id, place }: KeySources, path: string, suffix = ''): string {
    const base = uuid?.toLowerCase() ?? uri ?? textUuid?.toLowerCase() ?? (typeof id === 'string' ? `id:${id}` : place);
    const wanted = `${base}${suffix}`;
    let key = wanted;
    if (this.#taken.has(key)) {
      key = place.startsWith(`${wanted}/`) ? place : `${wanted}@${place}`;
      for (let count = 2; this.#taken.has(key); count++) key = `${wanted}@${place}#${count}`;
      this.#findings.add('warning', 'duplicate-key', path, wanted);
    }
    this.#taken.add(key);
    return key;
  }
}
