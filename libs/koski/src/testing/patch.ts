import { isObject, type Json, type JsonObject } from '../json.ts';

/** One step of RFC 6902, as far as it is used here. */
export interface Step {
  readonly op: 'add' | 'replace' | 'remove' | 'copy';
  readonly path: string;
  readonly from?: string;
  readonly value?: Json;
}

const steps = (pointer: string): string[] => pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

function valueAt(document: Json, pointer: string): Json {
  return steps(pointer).reduce<Json>((value, key) => {
    const inner = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
    if (inner === undefined) throw new Error(`There is nothing at ${pointer}`);
    return inner;
  }, document);
}

function change(document: Json, [key, ...inner]: readonly string[], { op, value, path }: Step): Json {
  if (key === undefined) return value ?? null;
  const isLast = inner.length === 0;
  if (Array.isArray(document)) {
    const at = key === '-' ? document.length : Number(key);
    if (isLast && op === 'remove') return document.toSpliced(at, 1);
    if (isLast && op === 'add') return document.toSpliced(at, 0, value ?? null);
    if (document[at] === undefined) throw new Error(`There is nothing at ${path}`);
    return document.with(at, isLast ? (value ?? null) : change(document[at], inner, { op, path, ...(value === undefined ? {} : { value }) }));
  }
  if (!isObject(document)) throw new Error(`There is nothing at ${path}`);
  if (isLast && op === 'remove') return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
  return { ...document, [key]: isLast ? (value ?? null) : change(document[key] ?? null, inner, { op, path, ...(value === undefined ? {} : { value }) }) };
}

/** The document after the steps; the one given stays as it is. */
export function applyPatch(document: Json, patch: readonly Step[]): Json {
  return patch.reduce<Json>((current, step) => {
    const { path } = step;
    if (step.op !== 'copy') return change(current, steps(path), step);
    return change(current, steps(path), { op: 'add', path, value: valueAt(current, step.from ?? '') });
  }, document);
}

/** A study right with some places changed: pointer → new value, `null` takes away, `/-` at the end adds to a list. */
export function withChanges(right: JsonObject, changes: Readonly<Record<string, Json>>): JsonObject {
  const changed = applyPatch(right, Object.entries(changes).map(([path, value]): Step => (value === null ? { op: 'remove', path } : { op: path.endsWith('/-') ? 'add' : 'replace', path, value })));
  if (!isObject(changed)) throw new Error('A study right is an object');
  return changed;
}
