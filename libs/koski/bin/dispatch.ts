import { isObject, type Definitions, type Json, type JsonObject } from './definitions.ts';

/**
 * "One of these eight" says nothing useful when it fails. Where the alternatives carry different codes, the code decides which of them
 * applies, and what is wrong is told about that one alone (as KOSKI itself does).
 */
type Guard = ReadonlyMap<string, ReadonlySet<string>>;

const DEPTH = 3;
const target = (reference: Json): string => decodeURIComponent(String(reference).replace('#/definitions/', ''));

function codesOf(schema: JsonObject): ReadonlySet<string> | undefined {
  if (typeof schema['const'] === 'string') return new Set([schema['const']]);
  const listed = schema['enum'];
  return Array.isArray(listed) ? new Set(listed.map(String)) : undefined;
}

/** Which texts may stand at which path, as far as the alternative names them. */
function guardOf(definitions: Definitions, schema: JsonObject, depth = 0): Guard {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return guardOf(definitions, definitions[target(reference)] ?? {}, depth);
  if (Array.isArray(schema['anyOf'])) {
    const guards = schema['anyOf'].filter(isObject).map((inner) => guardOf(definitions, inner, depth));
    const [first, ...others] = guards;
    const shared = [...(first ?? new Map<string, ReadonlySet<string>>())].filter(([path]) => others.every((other) => other.has(path)));
    return new Map(shared.map(([path]) => [path, new Set(guards.flatMap((guard) => [...(guard.get(path) ?? [])]))]));
  }
  const properties = schema['properties'];
  if (!isObject(properties) || depth === DEPTH) return new Map();
  return new Map(
    Object.entries(properties).flatMap(([name, inner]): Array<[string, ReadonlySet<string>]> => {
      if (!isObject(inner) || inner['type'] === 'array') return [];
      const codes = codesOf(inner);
      if (codes !== undefined) return [[name, codes]];
      return [...guardOf(definitions, inner, depth + 1)].map(([path, set]) => [`${name}/${path}`, set]);
    }),
  );
}

const TELLING = /^(tyyppi|koulutusmoduuli\/tunniste|tunniste|tila|arvosana|yksikkö|oppimäärä)\/(koodiarvo|koodistoUri)$|^(koodiarvo|koodistoUri)$/;
const telling = (guard: Guard): Guard => new Map([...guard].filter(([path]) => TELLING.test(path)));

const areApart = (a: Guard, b: Guard): boolean => [...a].some(([path, codes]) => b.has(path) && ![...codes].some((code) => b.get(path)?.has(code)));

function condition(guard: Guard): JsonObject {
  const one = (path: string, codes: ReadonlySet<string>): JsonObject =>
    path.split('/').reduceRight<JsonObject>((inner, name) => ({ type: 'object', properties: { [name]: inner }, required: [name] }), { enum: [...codes] });
  return { allOf: [...guard].map(([path, codes]) => one(path, codes)) };
}

function dispatch(definitions: Definitions, alternatives: readonly JsonObject[]): JsonObject {
  const whole: JsonObject = { anyOf: alternatives };
  const guarded = alternatives.map((alternative) => ({ alternative, guard: telling(guardOf(definitions, alternative)) })).filter(({ guard }) => guard.size > 0);
  const alone = guarded.filter(({ guard }, index) => guarded.every((other, at) => at === index || areApart(guard, other.guard)));
  return alone.toReversed().reduce<JsonObject>((otherwise, { alternative, guard }) => ({ if: condition(guard), then: alternative, else: otherwise }), whole);
}

/** Replaces every "one of" whose alternatives their codes tell apart. The last resort stays the plain "one of". */
export function dispatchByCode(definitions: Definitions): Definitions {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => {
      const alternatives = schema['anyOf'];
      return [name, Array.isArray(alternatives) ? dispatch(definitions, alternatives.filter(isObject)) : schema];
    }),
  );
}
