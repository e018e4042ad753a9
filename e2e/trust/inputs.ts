import fc from 'fast-check';
import type { z } from 'zod';
import { TODAY } from './city/facts.ts';

/** Where the values of a contract's ids come from, by the name of the field: `learnerId`, `absenceIds` … */
export type IdSource = (field: string) => readonly string[];

type Def = z.core.$ZodTypeDef & Record<string, unknown>;
type Check = { _zod: { def: Record<string, unknown> } };

const inner = (def: Record<string, unknown>, key = 'innerType') => def[key] as z.core.$ZodType;

/**
 * Values that fit a contract. Dates lie around today, words are search terms worth trying; everything generated is
 * parsed once more, so that a shape this function does not know shows itself instead of being refused with 400.
 */
export function arbitraryOf(schema: z.core.$ZodType, ids: IdSource, fill: 'all' | 'required' = 'all', field = ''): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  const part = (one: z.core.$ZodType, name = field) => arbitraryOf(one, ids, fill, name);
  switch (def.type) {
    case 'object': {
      const shape = def['shape'] as Record<string, z.core.$ZodType>;
      const isOptional = (name: string) => shape[name]?._zod.optin === 'optional';
      const names = Object.keys(shape).filter((name) => fill === 'all' || !isOptional(name));
      return fc.record(Object.fromEntries(names.map((name) => [name, part(inner(shape, name), name)])), { requiredKeys: names.filter((name) => !isOptional(name)) });
    }
    case 'array': {
      const { minimum, maximum } = boundsOf(def);
      return fc.array(part(inner(def, 'element')), { minLength: minimum ?? 0, maxLength: Math.min(maximum ?? 3, (minimum ?? 0) + 3) });
    }
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
      return part(inner(def));
    case 'nullable':
      return fc.option(part(inner(def)), { nil: null });
    case 'union':
      return fc.oneof(...(def['options'] as z.core.$ZodType[]).map((option) => part(option)));
    case 'literal':
      return fc.constantFrom(...(def['values'] as unknown[]));
    case 'enum':
      return fc.constantFrom(...Object.values(def['entries'] as Record<string, string>));
    case 'boolean':
      return fc.boolean();
    case 'undefined':
      return fc.constant(undefined);
    case 'null':
      return fc.constant(null);
    case 'record':
      return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), part(inner(def, 'valueType')), { maxKeys: 3 });
    case 'unknown':
    case 'any':
      return fc.constant('anything');
    case 'pipe':
      return part(inner(def, 'in'));
    case 'number':
    case 'int': {
      const { minimum, maximum } = boundsOf(def);
      const least = Math.ceil(minimum ?? 0);
      return fc.integer({ min: least, max: Math.max(least, Math.min(Math.floor(maximum ?? least + 50), 1_000_000)) });
    }
    case 'string':
      return stringOf(def, ids, field).filter((value) => isAccepted(schema, value));
    default:
      throw new Error(`No sample can be made of ${def.type} (${field}): add it to inputs.ts.`);
  }
}

/** One value, the same in every run; optional fields are left out. */
export const sampleOf = (schema: z.core.$ZodType, ids: IdSource, seed = 1): unknown => fc.sample(arbitraryOf(schema, ids, 'required'), { seed, numRuns: 1 })[0];

function stringOf(def: Def, ids: IdSource, field: string): fc.Arbitrary<string> {
  const format = formatOf(def);
  switch (format) {
    case 'uuid':
    case 'guid': {
      const known = ids(field);
      return known.length > 0 ? fc.constantFrom(...known) : fc.uuid();
    }
    case 'date':
      return fc.constantFrom(TODAY, '2026-11-23', '2026-11-30', '2026-12-01', '2026-10-13', '2027-05-03');
    case 'datetime':
      return fc.constantFrom(`${TODAY}T07:00:00.000Z`, '2026-11-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
    case 'email':
      return fc.constantFrom('uusi@example.org', 'posti55@example.org');
    case 'regex': {
      const pattern = patternOf(def);
      const source = pattern?.source ?? '';
      if (source.includes('[01]')) return fc.constantFrom('08:00', '09:15', '10:00');
      if (source.includes('0-9 ()-')) return fc.constantFrom('+358 50 1234567', '0501771010');
      // Free text forbids control characters and takes all others.
      if (source.startsWith('^[^')) return words(def, ids(field));
      return pattern === undefined ? words(def, ids(field)) : fc.stringMatching(pattern);
    }
    default:
      return words(def, ids(field));
  }
}

const TERMS = ['Pohjalainen', 'Nqa', '5a', 'koulu', 'matka ja syy siihen', '%', "o'hara\\_", 'ä', 'sairaus'];

/** Words of some length; what the source knows for the field (a cursor, a code) goes first. */
function words(def: Def, known: readonly string[]): fc.Arbitrary<string> {
  const { minimum, maximum } = boundsOf(def);
  const fit = (text: string) => text.padEnd(minimum ?? 0, ' syy').slice(0, maximum ?? 200);
  const some = fc.constantFrom(...TERMS.map(fit));
  return known.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, some) : some;
}

const checksOf = (def: Def): Record<string, unknown>[] => [def, ...((def['checks'] as Check[] | undefined) ?? []).map((check) => check._zod.def)];
const formatOf = (def: Def) => checksOf(def).find((check) => check['check'] === 'string_format')?.['format'] as string | undefined;
const patternOf = (def: Def) => checksOf(def).find((check) => check['format'] === 'regex')?.['pattern'] as RegExp | undefined;

function boundsOf(def: Def): { minimum: number | undefined; maximum: number | undefined } {
  const checks = checksOf(def);
  const bound = (names: string[], key: string) => checks.find((check) => names.includes(String(check['check'])))?.[key] as number | undefined;
  return {
    minimum: bound(['min_length'], 'minimum') ?? bound(['greater_than'], 'value') ?? bound(['length_equals'], 'length'),
    maximum: bound(['max_length'], 'maximum') ?? bound(['less_than'], 'value') ?? bound(['length_equals'], 'length'),
  };
}

function isAccepted(schema: z.core.$ZodType, value: string): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}
