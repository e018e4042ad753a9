import { isObject, isText, type Json, type JsonObject } from '../json.ts';

/** How a value stands in KOSKI's JSON. `read` gives `undefined` for what it does not understand; that is kept as it was. */
export interface Codec<T> {
  read(value: Json | undefined): T | undefined;
  write(value: T): Json;
}

/** Whatever a shape does not name stays here, so that nothing is lost on the way through. */
export interface Kept {
  readonly rest?: JsonObject;
}

interface Field<T> {
  readonly key: string;
  readonly read: (into: T, value: Json | undefined) => boolean;
  readonly write: (from: T) => Json | undefined;
  /** The very object that stands for "not said". */
  readonly isAsIn: (without: T, from: T) => boolean;
}

const identity = <T extends Json>(is: (value: unknown) => value is T): Codec<T> => ({ read: (value) => (is(value) ? value : undefined), write: (value) => value });

export const text = identity(isText);
export const number = identity((value): value is number => typeof value === 'number');
export const flag = identity((value): value is boolean => typeof value === 'boolean');

export const listOf = <T>(item: Codec<T>): Codec<readonly T[]> => ({
  read(value) {
    if (!Array.isArray(value)) return undefined;
    const read = value.flatMap((each) => item.read(each) ?? []);
    return read.length === value.length ? read : undefined;
  },
  write: (values) => values.map((value) => item.write(value)),
});

/** Declares one field: KOSKI's key, our name, how the value is written. */
export type Declare<T> = <K extends keyof T & string>(key: string, name: K, codec: Codec<NonNullable<T[K]>>) => Field<T>;

function declare<T>(): Declare<T> {
  return (key, name, codec) => ({
    key,
    read(into, value) {
      const read = codec.read(value);
      if (read === undefined) return false;
      into[name] = read;
      return true;
    },
    write(from) {
      const value = from[name];
      return value === undefined || value === null ? undefined : codec.write(value);
    },
    isAsIn: (without, from) => typeof from[name] === 'object' && from[name] === without[name],
  });
}

const isScalar = (value: unknown): boolean => typeof value !== 'object';

/**
 * An object with named fields. Reading and writing come from one list, so they cannot disagree.
 * @param empty what required fields hold before they are read: an object without one of its required texts, numbers or flags is not
 *   of this shape; a required object that the document lacks stays the given one and is not written
 */
export function shape<T extends Kept>(empty: () => T, fieldsOf: (declare: Declare<T>) => readonly Field<T>[]): Codec<T> {
  const fields = fieldsOf(declare<T>());
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const without = empty();
  const unsaid = new Map(fields.map(({ key, write }) => [key, write(without)]));
  const required = [...unsaid].filter(([, value]) => value !== undefined && isScalar(value)).map(([key]) => key);
  const isLeftOut = new Map(fields.map(({ key, isAsIn }) => [key, (from: T): boolean => isAsIn(without, from)]));
  return {
    read(value) {
      if (!isObject(value) || required.some((key) => !(key in value))) return undefined;
      const into = empty();
      const rest: Record<string, Json> = {};
      let hasRest = false;
      for (const key in value) {
        const inner = value[key];
        if (inner === undefined || byKey.get(key)?.read(into, inner) === true) continue;
        if (required.includes(key)) return undefined;
        rest[key] = inner;
        hasRest = true;
      }
      return hasRest ? { ...into, rest } : into;
    },
    write(from) {
      const written: Record<string, Json> = {};
      for (const { key, write } of fields) {
        const value = isLeftOut.get(key)?.(from) === true ? undefined : write(from);
        if (value !== undefined) written[key] = value;
      }
      return { ...written, ...from.rest };
    },
  };
}
