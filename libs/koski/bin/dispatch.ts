import { isObject, nameOf, type Definitions, type JsonObject } from './definitions.ts';

/**
 * "One of these eight" says nothing useful when it fails. Where the alternatives carry different codes, the code decides which of them
 * applies, and what is wrong is told about that one alone (as KOSKI itself does).
 */
type Guard = ReadonlyMap<string, ReadonlySet<string>>;

const DEPTH = 3;

function codesOf(schema: JsonObject): ReadonlySet<string> | undefined {
  if (typeof schema['const'] === 'string') return new Set([schema['const']]);
  const listed = schema['enum'];
  return Array.isArray(listed) ? new Set(listed.map(String)) : undefined;
}

/** Which texts may stand at which path, as far as the alternative names them. */
function guardOf(definitions: Definitions, schema: JsonObject, depth = 0): Guard {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return guardOf(definitions, definitions[nameOf(reference)] ?? {}, depth);
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

/** The fewer codes decide, the more is told of the rest: a wrong subject under the right type is a wrong subject, not a wrong type. */
const TELLING = ['tyyppi/koodiarvo', 'koodiarvo', 'koodistoUri', 'tunniste/koodistoUri', 'tunniste/koodiarvo', 'arvosana/koodiarvo', 'yksikkö/koodiarvo', 'koulutusmoduuli/tunniste/koodistoUri', 'koulutusmoduuli/tunniste/koodiarvo'];

/** A local code names no set: what names a national one is not meant to be local. */
function isApartAt(path: string, a: Guard, b: Guard): boolean {
  const codes = b.get(path);
  return codes === undefined ? path.endsWith('koodistoUri') : ![...(a.get(path) ?? [])].some((code) => codes.has(code));
}

/** The one path that tells this alternative from all others, else all paths if together they do. */
function sufficient(guard: Guard, others: readonly Guard[]): Guard | undefined {
  const named = TELLING.filter((path) => guard.has(path));
  const single = named.find((path) => others.every((other) => isApartAt(path, guard, other)));
  const chosen = single === undefined ? named : [single];
  const isEnough = others.every((other) => chosen.some((path) => isApartAt(path, guard, other)));
  return isEnough && chosen.length > 0 ? new Map(chosen.flatMap((path) => [...guard].filter(([name]) => name === path))) : undefined;
}

function condition(guard: Guard): JsonObject {
  const one = (path: string, codes: ReadonlySet<string>): JsonObject =>
    path.split('/').reduceRight<JsonObject>((inner, name) => ({ type: 'object', properties: { [name]: inner }, required: [name] }), { enum: [...codes] });
  return { allOf: [...guard].map(([path, codes]) => one(path, codes)) };
}

/** JSON Schema's `if`, `then`, `else`. */
function choice(test: JsonObject, yes: JsonObject, no: JsonObject): JsonObject {
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word, in an object that is written to a file and never awaited
  return { if: test, then: yes, else: no };
}

function dispatch(definitions: Definitions, alternatives: readonly JsonObject[]): JsonObject {
  const whole: JsonObject = { anyOf: alternatives };
  const guards = alternatives.map((alternative) => guardOf(definitions, alternative));
  const alone = alternatives.flatMap((alternative, index) => {
    const guard = sufficient(guards[index] ?? new Map(), guards.filter((_, at) => at !== index));
    return guard === undefined ? [] : [{ alternative, guard }];
  });
  return alone.toReversed().reduce<JsonObject>((otherwise, { alternative, guard }) => choice(condition(guard), alternative, otherwise), whole);
}

/** Upper secondary has two models under one type code; the core curriculum's number says which is meant. */
const LOPS2021: Guard = new Map([['koulutusmoduuli/perusteenDiaarinumero', new Set(['OPH-2263-2019', 'OPH-2267-2019'])]]);

function dispatchByCurriculum(definitions: Definitions, alternatives: readonly JsonObject[]): JsonObject {
  const isNew = (alternative: JsonObject): boolean => nameOf(alternative['$ref']).endsWith('2019');
  const [now, before] = [alternatives.filter(isNew), alternatives.filter((alternative) => !isNew(alternative))];
  const isWhole = condition(new Map([['tyyppi/koodiarvo', new Set(['lukionoppimaara'])]]));
  return choice(condition(LOPS2021), dispatch(definitions, now), choice(isWhole, dispatch(definitions, before), dispatch(definitions, alternatives)));
}

/** Replaces every "one of" whose alternatives their codes tell apart. The last resort stays the plain "one of". */
export function dispatchByCode(definitions: Definitions): Definitions {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => {
      const alternatives = schema['anyOf'];
      if (!Array.isArray(alternatives)) return [name, schema];
      const replace = name === 'LukionPäätasonSuoritus' ? dispatchByCurriculum : dispatch;
      return [name, replace(definitions, alternatives.filter(isObject))];
    }),
  );
}
