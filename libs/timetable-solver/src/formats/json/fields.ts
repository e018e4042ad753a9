import { JsonError, type JsonFaultKey } from './faults.ts';
import { shortenText, type JsonNode } from './read-json.ts';

/** @returns the error, not thrown, with the node's place */
export const jsonFault = ({ line, path }: JsonNode, key: JsonFaultKey, values: JsonError['values'] = {}): JsonError => new JsonError(key, values, line, path);

/** The fields of an object by their names. */
export interface JsonFields<Required extends string, Optional extends string> {
  readonly get: (name: Required) => JsonNode;
  readonly find: (name: Optional) => JsonNode | undefined;
}

/**
 * Reads an object whose fields are known.
 * @throws JsonError where it is none, a required field is missing or an unknown one is there: a slip of the pen is not passed over
 */
export function readFields<Required extends string, Optional extends string = never>(node: JsonNode, required: readonly Required[], optional: readonly Optional[] = []): JsonFields<Required, Optional> {
  const { fields } = node;
  if (fields === undefined) throw jsonFault(node, 'not-object');
  const known: readonly string[] = [...required, ...optional];
  for (const [name, field] of fields) if (!known.includes(name)) throw jsonFault({ ...field, path: node.path }, 'unknown-field', { name: shortenText(name), known: known.join(', ') });
  const get = (name: Required): JsonNode => {
    const field = fields.get(name);
    if (field === undefined) throw jsonFault(node, 'missing', { name });
    return field;
  };
  for (const name of required) get(name);
  return { get, find: (name) => fields.get(name) };
}

/** @returns the items, none where there is no such field */
export function readList(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  if (node.items === undefined) throw jsonFault(node, 'not-list');
  return node.items;
}

const LONGEST = 200;

/**
 * @returns the text without the white space around it
 * @throws JsonError where it is none, empty, or longer than 200 characters
 */
export function readText(node: JsonNode): string {
  const text = typeof node.value === 'string' ? node.value.trim() : '';
  if (text === '' || text.length > LONGEST) throw jsonFault(node, 'not-text', { limit: LONGEST });
  return text;
}

/**
 * @param least inclusive, as `most`
 * @throws JsonError where it is no whole number between them
 */
export function readCount(node: JsonNode, least: number, most: number): number {
  const { value } = node;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw jsonFault(node, 'not-count', { least, most });
  return value;
}
