import { FORMS, isObject, nameOf, type Definitions, type Json, type JsonObject } from './definitions.ts';

const isCode = (definitions: Definitions, name: string): boolean => isObject(definitions[name]?.['properties']) && 'koodistoVersio' in definitions[name]['properties'];

const literal = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function codeType(name: string): string {
  const [set = '', values] = name.split(':');
  return values === undefined ? `CodeIn<${literal(set)}>` : `CodeIn<${literal(set)}, ${values.split('|').map(literal).join(' | ')}>`;
}

function typeOf(definitions: Definitions, schema: Json): string {
  if (!isObject(schema)) return 'unknown';
  const { $ref: reference, type, items, anyOf } = schema;
  if (reference !== undefined) return isCode(definitions, nameOf(reference)) ? codeType(nameOf(reference)) : nameOf(reference);
  if (Array.isArray(anyOf)) return anyOf.map((inner) => typeOf(definitions, inner)).join(' | ');
  if (typeof schema['const'] === 'string') return literal(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => literal(String(value))).join(' | ');
  if (type === 'array') return `ReadonlyArray<${typeOf(definitions, items ?? {})}>`;
  return typeof type === 'string' && type !== 'object' ? type : 'Readonly<Record<string, unknown>>';
}

function declaration(definitions: Definitions, name: string, schema: JsonObject): string {
  const properties = schema['properties'];
  if (!isObject(properties)) return `export type ${name} = ${typeOf(definitions, schema)};`;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const lines = Object.entries(properties).map(([key, inner]) => `  readonly ${key}${required.includes(key) ? '' : '?'}: ${typeOf(definitions, inner)};`);
  return [`export interface ${name} {`, ...lines, '}'].join('\n');
}

/** @returns the text of a file with one type per definition, under KOSKI's own names. */
export function writeTypes(definitions: Definitions): string {
  const head = [
    '// Written by libs/koski/bin/generate.ts: do not edit. The names are KOSKI’s.',
    '',
    '/** A code of a national code set; `koodiarvo` is the code, `koodistoUri` the set. */',
    'export interface CodeIn<Set extends string, Value extends string = string> {',
    '  readonly koodiarvo: Value;',
    '  readonly koodistoUri: Set;',
    '  readonly koodistoVersio?: number;',
    '  readonly nimi?: LocalizedString;',
    '  readonly lyhytNimi?: LocalizedString;',
    '}',
    '',
    '/** What is sent to KOSKI and comes back from it: one learner with study rights. */',
    'export interface KoskiDocument {',
    '  readonly henkilö: Henkilö;',
    `  readonly opiskeluoikeudet: ReadonlyArray<${Object.values(FORMS).join(' | ')}>;`,
    '}',
  ];
  const bodies = Object.entries(definitions).filter(([name]) => !isCode(definitions, name)).map(([name, schema]) => declaration(definitions, name, schema));
  return `${[head.join('\n'), ...bodies].join('\n\n')}\n`;
}
