import { isObject, isSame, type Json } from '../json.ts';
import { koskiRecord } from './codecs.ts';
import type { KoskiRecord } from './record.ts';

/**
 * Reads a document (one learner with study rights) into the neutral record. What the record has no name for is kept in `rest`,
 * so that {@link writeDocument} gives back everything.
 * @throws TypeError when the text is no JSON object
 */
export function readDocument(document: Json): KoskiRecord {
  const record = koskiRecord.read(document);
  if (record === undefined) throw new TypeError('A KOSKI document is a JSON object');
  return record;
}

/** The document of a record, ready to be sent. */
export const writeDocument = (record: KoskiRecord): Json => koskiRecord.write(record);

/** Where two documents differ: a pointer, and what stands there in each (`undefined`: nothing). */
export interface Difference {
  readonly path: string;
  readonly left: Json | undefined;
  readonly right: Json | undefined;
}

/** What differs between two documents as data, the order of keys aside; empty when they say the same. */
export function listDifferences(left: Json | undefined, right: Json | undefined, path = ''): readonly Difference[] {
  if (isSame(left, right)) return [];
  if (isObject(left) && isObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => listDifferences(left[key], right[key], `${path}/${key}`));
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) => listDifferences(left[index], right[index], `${path}/${index}`)).flat();
  }
  return [{ path, left, right }];
}
