import { isLocalDate } from '@digione/local-date';
import { isObject, isText, type Json, type JsonObject } from '@digione/koski';
import { readAttainment, writeAttainment, type AttainmentColumns } from './attainment-fields.ts';
import { EDUCATION_FORMS, findForm, type EducationForm } from './forms.ts';
import { INFORMATION_KINDS, SINGLE_KINDS } from './information-kinds.ts';

export interface StudyPeriod {
  readonly startsOn: string;
  readonly state: string;
  readonly funding: string | null;
  readonly more: JsonObject;
}

export interface AdditionalInformation {
  readonly kind: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly more: JsonObject;
}

/** An attainment with those it is made of, in their order. `isTold` is false for what stays in the school: a subject one is freed from. */
export interface AttainmentTree extends AttainmentColumns {
  readonly parts: readonly AttainmentTree[];
  readonly isTold: boolean;
}

/** A study right with all that belongs to it, as the school keeps it. */
export interface StudyRightRecord {
  readonly educationForm: EducationForm;
  readonly oid: string | null;
  readonly schoolOid: string | null;
  readonly expectedEndOn: string | null;
  readonly periods: readonly StudyPeriod[];
  readonly information: readonly AdditionalInformation[];
  readonly attainments: readonly AttainmentTree[];
  readonly more: JsonObject;
  /** How the document stood that it was read from. */
  readonly received: JsonObject | null;
}

/** What only says how a document stood in the register: told by KOSKI, never told to it. */
const RECEIVED = ['alkamispäivä', 'päättymispäivä', 'versionumero', 'aikaleima', 'lähdejärjestelmänId'];

/** Forms whose expected end the register asks for; of the others it would refuse the very field. */
const EXPECTED_END: ReadonlySet<EducationForm> = new Set(['pre-primary', 'general-upper-secondary', 'preparatory-upper-secondary']);

const textOf = (value: Json | undefined): string | null => (isText(value) ? value : null);
const codeOf = (value: Json | undefined): string | null => (isObject(value) ? textOf(value['koodiarvo']) : null);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0;
const dayOf = (value: Json | undefined): string | undefined => (isText(value) && isLocalDate(value) ? value : undefined);

/** A code without what its place implies; `undefined` when it is nothing but that. */
function restOfCode(value: Json | undefined, set: string): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const { koodiarvo: _value, koodistoUri: uri, ...rest } = value;
  const kept = uri === set ? rest : { ...rest, ...(uri === undefined ? {} : { koodistoUri: uri }) };
  return isEmpty(kept) ? undefined : kept;
}

function readPeriod(json: Json): StudyPeriod | undefined {
  if (!isObject(json)) return undefined;
  const { alku, tila, opintojenRahoitus, ...rest } = json;
  const [startsOn, state] = [dayOf(alku), codeOf(tila)];
  if (startsOn === undefined || state === null) return undefined;
  const [stateRest, fundingRest] = [restOfCode(tila, 'koskiopiskeluoikeudentila'), restOfCode(opintojenRahoitus, 'opintojenrahoitus')];
  return { startsOn, state, funding: codeOf(opintojenRahoitus), more: { ...rest, ...(stateRest && { tila: stateRest }), ...(fundingRest && { opintojenRahoitus: fundingRest }) } };
}

function writePeriod({ startsOn, state, funding, more }: StudyPeriod): JsonObject {
  const code = (koodiarvo: string, koodistoUri: string, rest: Json | undefined): JsonObject => ({ koodiarvo, koodistoUri, ...(isObject(rest) ? rest : {}) });
  return {
    ...more,
    alku: startsOn,
    tila: code(state, 'koskiopiskeluoikeudentila', more['tila']),
    ...(funding === null ? {} : { opintojenRahoitus: code(funding, 'opintojenrahoitus', more['opintojenRahoitus']) }),
  };
}

function readEntry(kind: string, entry: Json): AdditionalInformation | undefined {
  if (!isObject(entry)) return undefined;
  const { alku, loppu, ...rest } = entry;
  const [startsOn, endsOn] = [dayOf(alku), dayOf(loppu)];
  if ((alku !== undefined && startsOn === undefined) || (loppu !== undefined && endsOn === undefined)) return undefined;
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) return undefined;
  return { kind, startsOn: startsOn ?? null, endsOn: endsOn ?? null, more: rest };
}

/** Periods become rows; flags and whatever is no period stay as they are. */
function readInformation(json: Json | undefined): { readonly information: readonly AdditionalInformation[]; readonly left: JsonObject | undefined } {
  if (!isObject(json)) return { information: [], left: undefined };
  const information: AdditionalInformation[] = [];
  const left: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(json)) {
    const kind = INFORMATION_KINDS.get(key);
    const isSingle = kind !== undefined && SINGLE_KINDS.has(kind);
    const entries = kind === undefined ? [] : isSingle ? [value] : listOf(value);
    const read = entries.flatMap((entry) => (kind === undefined ? [] : (readEntry(kind, entry) ?? [])));
    if (read.length > 0 && read.length === entries.length) information.push(...read);
    else left[key] = value;
  }
  return { information, left: isEmpty(left) && !isEmpty(json) ? undefined : left };
}

function writeInformation(information: readonly AdditionalInformation[], left: Json | undefined): JsonObject | undefined {
  const written: { [key: string]: Json } = isObject(left) ? { ...left } : {};
  for (const [key, kind] of INFORMATION_KINDS) {
    const entries = information.filter((one) => one.kind === kind).map(({ startsOn, endsOn, more }): JsonObject => ({ ...more, ...(startsOn === null ? {} : { alku: startsOn }), ...(endsOn === null ? {} : { loppu: endsOn }) }));
    const [first] = entries;
    if (first !== undefined) written[key] = SINGLE_KINDS.has(kind) ? first : entries;
  }
  return left === undefined && isEmpty(written) ? undefined : written;
}

function readTree(json: Json): readonly AttainmentTree[] {
  if (!isObject(json)) return [];
  const { osasuoritukset, ...own } = json;
  const parts = listOf(osasuoritukset);
  const columns = readAttainment(own);
  const isKept = osasuoritukset !== undefined && parts.length === 0;
  return [{ ...columns, ...(isKept ? { more: { ...columns.more, osasuoritukset } } : {}), parts: parts.flatMap(readTree), isTold: true }];
}

const writeTree = ({ parts, ...columns }: AttainmentTree): JsonObject => {
  const told = parts.filter(({ isTold }) => isTold);
  return { ...writeAttainment(columns), ...(told.length === 0 ? {} : { osasuoritukset: told.map(writeTree) }) };
};

/** The form of education that the document's study right is of; `undefined` for forms the platform does not keep. */
export const formOf = (json: Json): EducationForm | undefined => (isObject(json) ? findForm(codeOf(json['tyyppi']) ?? '') : undefined);

/** The institution of a study right; bought pre-primary education names only the place. */
export function institutionOf(json: JsonObject): JsonObject | undefined {
  const { oppilaitos, suoritukset } = json;
  if (isObject(oppilaitos)) return oppilaitos;
  const [first] = listOf(suoritukset);
  const site = isObject(first) ? first['toimipiste'] : undefined;
  return isObject(site) ? site : undefined;
}

/**
 * A study right (opiskeluoikeus) of a document as the school keeps it. Nothing is lost: {@link writeStudyRight} gives it back.
 * @returns undefined when it is of a form the platform does not keep
 */
export function readStudyRight(json: JsonObject): StudyRightRecord | undefined {
  const educationForm = formOf(json);
  if (educationForm === undefined) return undefined;
  const { oid, oppilaitos, tyyppi, arvioituPäättymispäivä, tila, suoritukset, lisätiedot, ...others } = json;
  const received = Object.fromEntries(RECEIVED.flatMap((key) => (others[key] === undefined ? [] : [[key, others[key]]])));
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => !RECEIVED.includes(key)));
  const { information, left } = readInformation(lisätiedot);
  const { oid: schoolOid, ...school } = isObject(oppilaitos) ? oppilaitos : {};
  const kind = restOfCode(tyyppi, 'opiskeluoikeudentyyppi');
  return {
    educationForm,
    oid: textOf(oid),
    schoolOid: textOf(schoolOid),
    expectedEndOn: dayOf(arvioituPäättymispäivä) ?? null,
    periods: listOf(isObject(tila) ? tila['opiskeluoikeusjaksot'] : undefined).flatMap((one) => readPeriod(one) ?? []),
    information,
    attainments: listOf(suoritukset).flatMap(readTree),
    more: { ...rest, ...(isEmpty(school) ? {} : { oppilaitos: school }), ...(left === undefined ? {} : { lisätiedot: left }), ...(kind === undefined ? {} : { tyyppi: kind }) },
    received: { ...received, namesSchool: isObject(oppilaitos) },
  };
}

/**
 * The study right as a document tells it.
 * @param how `sent`: as this platform's own, with its source id; `received`: as the document stood that it was read from
 */
export function writeStudyRight(record: StudyRightRecord, how: 'sent' | 'received', studyRightId: string): JsonObject {
  const { more, received, oid, schoolOid, expectedEndOn } = record;
  const { namesSchool, learner: _learner, ...stood } = received ?? {};
  const { lisätiedot: left, oppilaitos: school, tyyppi: kind, ...others } = more;
  const information = writeInformation(record.information, left);
  const sourceId: JsonObject = { id: studyRightId, lähdejärjestelmä: { koodiarvo: 'DigiOne', koodistoUri: 'lahdejarjestelma' } };
  return {
    ...others,
    ...(how === 'received' ? stood : { lähdejärjestelmänId: sourceId }),
    ...(oid === null ? {} : { oid }),
    ...(schoolOid === null || namesSchool === false ? {} : { oppilaitos: { ...(isObject(school) ? school : {}), oid: schoolOid } }),
    tyyppi: { koodiarvo: EDUCATION_FORMS[record.educationForm], koodistoUri: 'opiskeluoikeudentyyppi', ...(isObject(kind) ? kind : {}) },
    ...(expectedEndOn === null || (how === 'sent' && !EXPECTED_END.has(record.educationForm)) ? {} : { arvioituPäättymispäivä: expectedEndOn }),
    tila: { opiskeluoikeusjaksot: record.periods.map(writePeriod) },
    suoritukset: record.attainments.filter(({ isTold }) => isTold).map((whole) => writeTree(whole.siteOid === null && how === 'sent' ? { ...whole, siteOid: schoolOid } : whole)),
    ...(information === undefined ? {} : { lisätiedot: information }),
  };
}
