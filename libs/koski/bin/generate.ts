/**
 * Derives what this library knows of KOSKI's published data model and writes it to src/generated:
 *
 *   npx tsx libs/koski/bin/generate.ts FOLDER
 *
 * FOLDER holds `koski/schema/*.json` (the JSON schema of KOSKI's published types), `koodisto/*.json` (national code sets as the
 * code service returns them) and `eperusteet/lops2021-*.json` (the national core curriculum as ePerusteet returns it).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FORMS, isObject, reduceDefinitions, type Json, type JsonObject } from './definitions.ts';
import { dispatchByCode } from './dispatch.ts';
import { writeTypes } from './types.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder with koski/schema, koodisto and eperusteet');

const output = join(import.meta.dirname, '..', 'src', 'generated');
const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'));
const list = (path: string): string[] => readdirSync(path).filter((name) => name.endsWith('.json')).map((name) => join(path, name));
const linePerEntry = (value: JsonObject): string => `{\n${Object.entries(value).map(([key, inner]) => `  ${JSON.stringify(key)}: ${JSON.stringify(inner)}`).join(',\n')}\n}\n`;

function readDefinitions(root: string): Record<string, JsonObject> {
  const [path] = list(join(root, 'koski', 'schema'));
  const schema = path === undefined ? undefined : read(path);
  const definitions = isObject(schema) ? schema['definitions'] : undefined;
  if (!isObject(definitions)) throw new Error('The schema has no definitions');
  return Object.fromEntries(Object.entries(definitions).flatMap(([name, inner]) => (isObject(inner) ? [[name, inner]] : [])));
}

/** Sets that only name things, or are far larger than what a school's document can say. */
const LEFT_OUT = /^(oppilaitosnumero|osaamismerkit|oppilaitostyyppi|yhteystieto|valpas|tuva|koodisto_|lasnaolotila|opetusryhma|koulutuksenosattuva|oppilaitoksenopetuskieli)/;
/** Type codes of an earlier data model (2020) that KOSKI's example documents still carry. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  suorituksentyyppi: ['lukionoppimaara2019', 'lukionoppiaine2019', 'lukionvaltakunnallinenmoduuli2019', 'lukionpaikallinenopintojakso2019'],
};

function readCodes(root: string): Record<string, string> {
  const sets = list(join(root, 'koodisto')).map((path) => [basename(path, '.json'), read(path)] as const);
  return Object.fromEntries(
    sets.flatMap(([name, codes]) => {
      if (LEFT_OUT.test(name) || !Array.isArray(codes)) return [];
      const values = codes.flatMap((code) => (isObject(code) && typeof code['koodiArvo'] === 'string' ? [code['koodiArvo']] : []));
      return [[name, [...new Set([...values, ...(ALSO[name] ?? [])])].join(' ')]];
    }),
  );
}

const field = (value: Json | undefined, name: string): Json | undefined => (isObject(value) ? value[name] : undefined);
const items = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
function codeOf(value: Json): string {
  const code = field(field(value, 'koodi'), 'arvo');
  return typeof code === 'string' ? code : '';
}

/** National modules by the subject, and in mathematics by the syllabus, that they belong to: `{ "BI": "BI1 BI2", "MA/MAA": "MAA2 …" }`. */
function readModules(root: string): Record<string, string> {
  const path = list(join(root, 'eperusteet')).find((name) => basename(name).startsWith('lops2021-'));
  if (path === undefined) throw new Error('There is no core curriculum lops2021-*.json');
  const modules = (value: Json): string => items(field(value, 'moduulit')).map(codeOf).join(' ');
  const entries = items(field(field(read(path), 'lops2019'), 'oppiaineet')).flatMap((subject): Array<readonly [string, string]> => {
    const syllabuses = items(field(subject, 'oppimaarat'));
    if (codeOf(subject) === 'MA') return syllabuses.map((syllabus) => [`MA/${codeOf(syllabus)}`, modules(syllabus)]);
    return [[codeOf(subject), [modules(subject), ...syllabuses.map(modules)].filter((text) => text !== '').join(' ')]];
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

const definitions = reduceDefinitions(readDefinitions(folder));
writeFileSync(join(output, 'schema.json'), linePerEntry(dispatchByCode(definitions)));
writeFileSync(join(output, 'forms.json'), linePerEntry(FORMS));
writeFileSync(join(output, 'codes.json'), linePerEntry(readCodes(folder)));
writeFileSync(join(output, 'lops2021.json'), linePerEntry(readModules(folder)));
writeFileSync(join(output, 'document-types.ts'), writeTypes(definitions));
