import { isObject, type Json } from './json.ts';

/**
 * KOSKI publishes its example documents with notes to its own tests: `ignoreKoskiValidator` (only the structure must be right: the rules have
 * changed since) and `ignoreJsonEquality`. They are no part of the document and would be refused as unknown fields.
 * @returns the document itself, and whether only its structure is meant to be right
 */
export function readExample(json: Json): { readonly document: Json; readonly isStructureOnly: boolean } {
  if (!isObject(json)) return { document: json, isStructureOnly: false };
  const { ignoreKoskiValidator, ignoreJsonEquality: _equality, ...document } = json;
  return { document, isStructureOnly: ignoreKoskiValidator === true };
}
