/**
 * From KOSKI's whole schema (21 education forms) to the part this library knows: the seven forms of a school, without the prose,
 * with what the published types say elsewhere: which texts are dates and object identifiers, which lists may not be empty.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
export type Definitions = Record<string, JsonObject>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export const FORMS: Readonly<Record<string, string>> = {
  esiopetus: 'EsiopetuksenOpiskeluoikeus',
  perusopetus: 'PerusopetuksenOpiskeluoikeus',
  perusopetukseenvalmistavaopetus: 'PerusopetukseenValmistavanOpetuksenOpiskeluoikeus',
  perusopetuksenlisaopetus: 'PerusopetuksenLisäopetuksenOpiskeluoikeus',
  aikuistenperusopetus: 'AikuistenPerusopetuksenOpiskeluoikeus',
  luva: 'LukioonValmistavanKoulutuksenOpiskeluoikeus',
  lukiokoulutus: 'LukionOpiskeluoikeus',
};

/** Recognised studies may be of any of the 21 forms; what is inside them is the other form's business. */
const OPEN = 'Suoritus';

const DATES = new Set(['alku', 'loppu', 'päivä', 'muutospäivä', 'arviointipäivä', 'alkamispäivä', 'arvioituPäättymispäivä', 'päättymispäivä', 'syntymäaika']);
const NOT_EMPTY = new Set(['etunimet', 'sukunimi', 'kutsumanimi', 'perusteenDiaarinumero', 'koodiarvo']);

/** The definition that a pointer means. */
export const nameOf = (reference: Json | undefined): string => (typeof reference === 'string' ? decodeURIComponent(reference.replace('#/definitions/', '')) : '');

/** `Koodistokoodiviite<"kieli",("FI"|"SV")>` becomes `kieli:FI|SV`: shorter, and readable in a pointer. */
export function shortName(name: string): string {
  const [, set, values] = /^Koodistokoodiviite<"([^"]+)",\(?(.*?)\)?>$/.exec(name) ?? [];
  if (set === undefined || values === undefined) return name;
  return values === 'string' ? set : `${set}:${values.replaceAll('"', '')}`;
}

const pointer = (name: string): Json => `#/definitions/${encodeURIComponent(shortName(name))}`;

function oidOf(definition: string): string {
  if (definition.endsWith('Opiskeluoikeus')) return 'study-right-oid';
  return /[Hh]enkil/.test(definition) && definition !== 'Organisaatiohenkilö' ? 'learner-oid' : 'organisation-oid';
}

function property(definition: string, name: string, schema: JsonObject): JsonObject {
  if (schema['type'] === 'string' && schema['const'] === undefined && schema['enum'] === undefined) {
    if (DATES.has(name)) return { type: 'string', format: 'date' };
    if (name === 'oid') return { type: 'string', format: oidOf(definition) };
    if (NOT_EMPTY.has(name)) return { type: 'string', minLength: 1 };
  }
  if (name === 'arvo' && definition.startsWith('Laajuus')) return { type: 'number', exclusiveMinimum: 0 };
  if (name === 'opiskeluoikeusjaksot') return { ...schema, minItems: 1 };
  if (name === 'suoritukset') return { ...schema, minItems: 1, ...(definition === 'EsiopetuksenOpiskeluoikeus' ? { maxItems: 1 } : {}) };
  return schema;
}

const isRight = (definition: string): boolean => Object.values(FORMS).includes(definition);

/** The types leave out of "required" what has one value only; a document without it says nothing of what it is. */
const TELLING = ['tyyppi', 'koulutusmoduuli', 'tunniste'];

function required(definition: string, listed: Json | undefined, properties: JsonObject): readonly Json[] {
  const listedOrTelling = [...(Array.isArray(listed) ? listed : []), ...TELLING.filter((name) => name in properties)];
  const given = [...new Set(listedOrTelling)];
  if (isRight(definition)) return [...given, 'tila', 'suoritukset'];
  if (definition.endsWith('OpiskeluoikeudenTila')) return [...given, 'opiskeluoikeusjaksot'];
  return given;
}

function rewrite(value: Json): Json {
  if (Array.isArray(value)) return value.map(rewrite);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): Array<[string, Json]> => {
      if (key === '$ref') return [[key, pointer(nameOf(inner))]];
      // Property names may themselves be called "description".
      if (key === 'properties' && isObject(inner)) return [[key, Object.fromEntries(Object.entries(inner).map(([name, schema]) => [name, rewrite(schema)]))]];
      return key === 'description' ? [] : [[key, rewrite(inner)]];
    }),
  );
}

function clean(name: string, schema: JsonObject): JsonObject {
  if (name === OPEN) return { type: 'object' };
  const rewritten = rewrite(schema);
  if (!isObject(rewritten) || !isObject(rewritten['properties'])) return isObject(rewritten) ? rewritten : {};
  const properties = Object.fromEntries(Object.entries(rewritten['properties']).map(([key, inner]) => [key, isObject(inner) ? property(name, key, inner) : inner]));
  const { required: listed, ...rest } = rewritten;
  const needed = required(name, listed, properties);
  return { ...rest, properties, ...(needed.length > 0 ? { required: needed } : {}) };
}

function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [nameOf(inner)] : references(inner)));
}

/** @returns the definitions that a school's documents need, by their short names, in alphabetical order. */
export function reduceDefinitions(all: Readonly<Record<string, JsonObject>>): Definitions {
  const seen = new Map<string, JsonObject>();
  const waiting = [...Object.values(FORMS), 'Henkilö'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = all[name];
    if (seen.has(name)) continue;
    if (schema === undefined) throw new Error(`The schema has no definition ${name}`);
    seen.set(name, clean(name, schema));
    if (name !== OPEN) waiting.push(...references(schema));
  }
  return Object.fromEntries([...seen].map(([name, schema]): [string, JsonObject] => [shortName(name), schema]).sort(([a], [b]) => (a < b ? -1 : 1)));
}
