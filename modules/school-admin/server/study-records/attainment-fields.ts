import { isLocalDate } from '@digione/local-date';
import { isObject, isText, type Json, type JsonObject } from '@digione/koski';

/** A suoritus as the school keeps it: what people look at and change by name, the rest in `more` under the register's own names. */
export interface AttainmentColumns {
  readonly kind: string | null;
  readonly code: string | null;
  readonly codeSet: string | null;
  readonly name: JsonObject | null;
  readonly extent: number | null;
  readonly extentUnit: string | null;
  readonly isCompulsory: boolean | null;
  readonly language: string | null;
  readonly languageSet: string | null;
  readonly syllabus: string | null;
  readonly curriculum: string | null;
  readonly mark: string | null;
  readonly markSet: string | null;
  readonly assessedOn: string | null;
  readonly startsOn: string | null;
  readonly confirmedOn: string | null;
  readonly teachingLanguage: string | null;
  readonly homeroom: string | null;
  readonly recognition: JsonObject | null;
  readonly siteOid: string | null;
  readonly more: JsonObject;
}

type Name = Exclude<keyof AttainmentColumns, 'more'>;
type Draft = { [key: string]: Json };
interface Field {
  readonly name: Name;
  readonly path: readonly string[];
  readonly accepts: (value: Json) => boolean;
}

const text = (value: Json): boolean => isText(value) && value !== '';
const date = (value: Json): boolean => isText(value) && isLocalDate(value);
const positive = (value: Json): boolean => typeof value === 'number' && value > 0;
const flag = (value: Json): boolean => typeof value === 'boolean';

/** Where each column stands in KOSKI's JSON. A code takes two: its value, and its set where there is more than one. */
const FIELDS: readonly Field[] = [
  { name: 'kind', path: ['tyyppi', 'koodiarvo'], accepts: text },
  { name: 'code', path: ['koulutusmoduuli', 'tunniste', 'koodiarvo'], accepts: text },
  { name: 'codeSet', path: ['koulutusmoduuli', 'tunniste', 'koodistoUri'], accepts: text },
  { name: 'extent', path: ['koulutusmoduuli', 'laajuus', 'arvo'], accepts: positive },
  { name: 'extentUnit', path: ['koulutusmoduuli', 'laajuus', 'yksikkö', 'koodiarvo'], accepts: text },
  { name: 'isCompulsory', path: ['koulutusmoduuli', 'pakollinen'], accepts: flag },
  { name: 'language', path: ['koulutusmoduuli', 'kieli', 'koodiarvo'], accepts: text },
  { name: 'languageSet', path: ['koulutusmoduuli', 'kieli', 'koodistoUri'], accepts: text },
  { name: 'syllabus', path: ['koulutusmoduuli', 'oppimäärä', 'koodiarvo'], accepts: text },
  { name: 'curriculum', path: ['koulutusmoduuli', 'perusteenDiaarinumero'], accepts: text },
  { name: 'startsOn', path: ['alkamispäivä'], accepts: date },
  { name: 'confirmedOn', path: ['vahvistus', 'päivä'], accepts: date },
  { name: 'teachingLanguage', path: ['suorituskieli', 'koodiarvo'], accepts: text },
  { name: 'homeroom', path: ['luokka'], accepts: text },
  { name: 'recognition', path: ['tunnustettu'], accepts: isObject },
  { name: 'siteOid', path: ['toimipiste', 'oid'], accepts: text },
];
const MARK_FIELDS: readonly Field[] = [
  { name: 'mark', path: ['arvosana', 'koodiarvo'], accepts: text },
  { name: 'markSet', path: ['arvosana', 'koodistoUri'], accepts: text },
  { name: 'assessedOn', path: ['päivä'], accepts: date },
];

/** Code sets that follow from the place: not kept where they are these. */
const IMPLIED: readonly { readonly path: readonly string[]; readonly set: string; readonly of: Name }[] = [
  { path: ['tyyppi', 'koodistoUri'], set: 'suorituksentyyppi', of: 'kind' },
  { path: ['koulutusmoduuli', 'laajuus', 'yksikkö', 'koodistoUri'], set: 'opintojenlaajuusyksikko', of: 'extentUnit' },
  { path: ['koulutusmoduuli', 'oppimäärä', 'koodistoUri'], set: 'oppiainematematiikka', of: 'syllabus' },
  { path: ['suorituskieli', 'koodistoUri'], set: 'kieli', of: 'teachingLanguage' },
];

const EMPTY: AttainmentColumns = {
  kind: null, code: null, codeSet: null, name: null, extent: null, extentUnit: null, isCompulsory: null, language: null, languageSet: null, syllabus: null, curriculum: null,
  mark: null, markSet: null, assessedOn: null, startsOn: null, confirmedOn: null, teachingLanguage: null, homeroom: null, recognition: null, siteOid: null, more: {},
};

/** Takes the value at a path out of a tree, and what became empty by that. */
function take(tree: JsonObject, [key = '', ...deeper]: readonly string[], accepts: (value: Json) => boolean): { readonly taken: Json | undefined; readonly left: JsonObject } {
  const inner = tree[key];
  if (inner === undefined) return { taken: undefined, left: tree };
  const { [key]: _moved, ...others } = tree;
  if (deeper.length === 0) return accepts(inner) ? { taken: inner, left: others } : { taken: undefined, left: tree };
  if (!isObject(inner)) return { taken: undefined, left: tree };
  const { taken, left } = take(inner, deeper, accepts);
  if (taken === undefined) return { taken, left: tree };
  return { taken, left: Object.keys(left).length === 0 ? others : { ...tree, [key]: left } };
}

/** Puts a value at a path of a tree; what stands beside it stays. */
function put(tree: JsonObject, [key = '', ...deeper]: readonly string[], value: Json): JsonObject {
  if (deeper.length === 0) return { ...tree, [key]: value };
  const inner = tree[key];
  return { ...tree, [key]: put(isObject(inner) ? inner : {}, deeper, value) };
}

function has(tree: JsonObject, path: readonly string[]): boolean {
  let at: Json | undefined = tree;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return at !== undefined;
}

function takeAll(tree: JsonObject, fields: readonly Field[]): { readonly found: Draft; readonly left: JsonObject } {
  const found: Draft = {};
  let left = tree;
  for (const { name, path, accepts } of fields) {
    const step = take(left, path, accepts);
    left = step.left;
    if (step.taken !== undefined) found[name] = step.taken;
  }
  return { found, left };
}

/** The latest assessment is the mark in force; what else is known of it, and those before it, stay where they were. */
function takeMark(tree: JsonObject): { readonly found: Draft; readonly left: JsonObject } {
  const { arviointi: assessments, ...others } = tree;
  if (!Array.isArray(assessments)) return { found: {}, left: tree };
  const list: readonly Json[] = assessments;
  const last = list.at(-1);
  if (!isObject(last)) return { found: {}, left: tree };
  const { found, left } = takeAll(last, MARK_FIELDS);
  if (found['mark'] === undefined) return { found: {}, left: tree };
  const isWhole = list.length === 1 && Object.keys(left).length === 0;
  return { found, left: isWhole ? others : { ...others, arviointi: [...list.slice(0, -1), left] } };
}

/** Columns of an attainment as KOSKI writes it, the attainments it is made of aside. */
export function readAttainment(suoritus: JsonObject): AttainmentColumns {
  const marked = takeMark(suoritus);
  const { found, left } = takeAll(marked.left, FIELDS);
  let more = left;
  for (const { path, set, of } of IMPLIED) if (found[of] !== undefined) more = take(more, path, (value) => value === set).left;
  // The name of a local code is part of what it is; those of national codes are told by their set.
  const named = found['codeSet'] === undefined ? take(more, ['koulutusmoduuli', 'tunniste', 'nimi'], isObject) : { taken: undefined, left: more };
  return { ...EMPTY, ...found, ...marked.found, ...(isObject(named.taken) ? { name: named.taken } : {}), more: named.left };
}

/** The reverse of {@link readAttainment}. */
export function writeAttainment(columns: AttainmentColumns): JsonObject {
  let tree: JsonObject = columns.more;
  for (const { name, path } of FIELDS) {
    const value = columns[name];
    if (value !== null) tree = put(tree, path, value);
  }
  for (const { path, set, of } of IMPLIED) if (columns[of] !== null && !has(tree, path)) tree = put(tree, path, set);
  if (columns.name !== null && columns.codeSet === null) tree = put(tree, ['koulutusmoduuli', 'tunniste', 'nimi'], columns.name);
  return columns.mark === null ? tree : { ...tree, arviointi: writeMarks(columns) };
}

function writeMarks(columns: AttainmentColumns): Json {
  const { arviointi: kept } = columns.more;
  const list: readonly Json[] = Array.isArray(kept) ? kept : [{}];
  const last = list.at(-1);
  let mark: JsonObject = isObject(last) ? last : {};
  for (const { name, path } of MARK_FIELDS) {
    const value = columns[name];
    if (value !== null) mark = put(mark, path, value);
  }
  return [...list.slice(0, -1), mark];
}
