import { HttpProblem, forbidden, invalid, notFound, type ProviderContext } from '@digione/platform/http';
import { isObject, type JsonObject } from '@digione/koski';
import { isKeptBy } from './visible.queries.ts';
import { attainmentOf } from './opening.ts';
import { recordOf, type KeptAttainment } from './record.ts';
import { listStudyRights, lockStudyRight, ofStudyRight, type StudyRightRow } from './records.queries.ts';
import { insertAttainments, saveCoreStudyRight, saveHead, saveInformation, savePeriods, touchRecord, type NewAttainment } from './write.queries.ts';

type Where = { readonly learnerId: string; readonly studyRightId: string };

/** The study right that is about to be changed, locked; of another learner or school there is none to change. */
export async function getStudyRightToChange({ tx, actor }: ProviderContext, { learnerId, studyRightId }: Where): Promise<StudyRightRow> {
  await lockStudyRight(tx, studyRightId);
  const [row] = await listStudyRights(tx, ofStudyRight(studyRightId));
  if (row === undefined || row.learnerId !== learnerId) throw notFound();
  if (!isKeptBy(actor, row.schoolId)) throw forbidden();
  return row;
}

/** Writes down what so far only followed from core data, so that there is something to change. */
export async function openRecord({ tx }: Pick<ProviderContext, 'tx'>, row: StudyRightRow): Promise<void> {
  if (row.version > 0) return;
  const record = recordOf(row);
  const { studyRightId, learnerId } = row;
  await saveHead(tx, { studyRightId, learnerId, expectedEndOn: null, more: {}, received: null });
  await savePeriods(tx, studyRightId, record.periods);
  await saveInformation(tx, studyRightId, record.information);
  await insertAttainments(tx, studyRightId, record.attainments);
}

export function assertVersion(row: { readonly version: number }, ifMatch: number): void {
  if (row.version !== ifMatch) throw new HttpProblem(412);
}

/** Whom the change concerns, for who keeps the register informed and for open pages. */
export async function announce({ emit, about }: ProviderContext, row: StudyRightRow): Promise<void> {
  about(row.learnerId);
  await emit({
    name: 'study-record.changed',
    payload: { learnerId: row.learnerId, studyRightId: row.studyRightId },
    live: { topics: ['study-record', 'person', 'koski'], schoolIds: [row.schoolId] },
  });
}

const FINAL = ['valmistunut', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity'];

interface PeriodInput {
  readonly startsOn: string;
  readonly state: string;
  readonly funding: string | null;
}

/** Periods follow one another, and nothing follows an end but a cancellation. */
function assertInOrder(periods: readonly PeriodInput[]): void {
  for (const [index, period] of periods.entries()) {
    const before = periods[index - 1];
    if (before === undefined) continue;
    const isCancelled = period.state === 'mitatoity';
    if (period.startsOn < before.startsOn || (period.startsOn === before.startsOn && !isCancelled)) throw invalid({ path: `periods.${index}.startsOn`, key: 'schoolAdmin.record.notInOrder' });
    if (FINAL.includes(before.state) && !isCancelled) throw invalid({ path: `periods.${index}.state`, key: 'schoolAdmin.record.afterEnd' });
  }
}

export async function changePeriods(context: ProviderContext, row: StudyRightRow, periods: readonly PeriodInput[], expectedEndOn: string | null): Promise<void> {
  assertInOrder(periods);
  const { tx } = context;
  await openRecord(context, row);
  const kept = recordOf(row).periods;
  // What the register had said of a period stays with it as long as it is the same period.
  const moreOf = (period: PeriodInput): JsonObject => kept.find(({ startsOn, state }) => startsOn === period.startsOn && state === period.state)?.more ?? {};
  const saved = periods.map((period) => ({ ...period, more: moreOf(period) }));
  await savePeriods(tx, row.studyRightId, saved);
  await saveCoreStudyRight(tx, row.studyRightId, saved);
  await saveHead(tx, { studyRightId: row.studyRightId, learnerId: row.learnerId, expectedEndOn, more: row.more ?? {}, received: row.received });
}

export async function changeInformation(context: ProviderContext, row: StudyRightRow, given: readonly { readonly kind: string; readonly startsOn: string; readonly endsOn: string | null }[], editable: ReadonlySet<string>): Promise<void> {
  for (const [index, { startsOn, endsOn }] of given.entries()) if (endsOn !== null && endsOn < startsOn) throw invalid({ path: `information.${index}.endsOn`, key: 'schoolAdmin.record.endsBeforeStart' });
  await openRecord(context, row);
  const kept = recordOf(row).information;
  const moreOf = (kind: string, startsOn: string): JsonObject => kept.find((one) => one.kind === kind && one.startsOn === startsOn)?.more ?? DEFAULTS[kind] ?? {};
  const untouched = kept.filter(({ kind }) => !editable.has(kind));
  await saveInformation(context.tx, row.studyRightId, [...untouched, ...given.map((one) => ({ ...one, more: moreOf(one.kind, one.startsOn) }))]);
  await touchRecord(context.tx, row.studyRightId);
}
const DEFAULTS: Readonly<Record<string, JsonObject>> = { 'free-education': { maksuton: true }, 'special-support-decision': { opiskeleeToimintaAlueittain: false } };

export interface AttainmentInput {
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
  readonly codeSet?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly extent?: number | null | undefined;
  readonly extentUnit?: string | null | undefined;
  readonly isCompulsory?: boolean | null | undefined;
  readonly language?: string | null | undefined;
  readonly syllabus?: string | null | undefined;
  readonly mark?: string | null | undefined;
  readonly assessedOn?: string | null | undefined;
  readonly startsOn?: string | null | undefined;
  readonly confirmedOn?: string | null | undefined;
  readonly confirmedBy?: { readonly name: string; readonly title: string } | null | undefined;
  readonly homeroom?: string | null | undefined;
  readonly recognition?: string | null | undefined;
  readonly exemptedOn?: string | null | undefined;
  readonly exemptionReason?: string | null | undefined;
}

const GENERAL_SCALE = 'arviointiasteikkoyleissivistava';
const language = (code: string): string => (code === 'AI' ? 'oppiaineaidinkielijakirjallisuus' : 'kielivalikoima');
const pick = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);
const orNull = (text: string | null): string | null => (text === '' ? null : text);

/** Who confirmed stands under the certificate's name and place. */
function confirmationOf(row: StudyRightRow, by: { readonly name: string; readonly title: string }, teachingLanguage: string): JsonObject {
  const organisation = row.schoolOid === null ? {} : { oid: row.schoolOid };
  return {
    ...(row.municipalityCode === null ? {} : { paikkakunta: { koodiarvo: row.municipalityCode, koodistoUri: 'kunta' } }),
    myöntäjäOrganisaatio: organisation,
    myöntäjäHenkilöt: [{ nimi: by.name, titteli: { [teachingLanguage]: by.title }, organisaatio: organisation }],
  };
}

function withConfirmation(more: JsonObject, row: StudyRightRow, confirmedOn: string | null, by: { readonly name: string; readonly title: string } | null | undefined): JsonObject {
  const { vahvistus: before, ...others } = more;
  if (confirmedOn === null) return others;
  if (by !== null && by !== undefined) return { ...others, vahvistus: confirmationOf(row, by, row.teachingLanguage) };
  return before === undefined ? { ...others, vahvistus: confirmationOf(row, { name: '', title: '' }, row.teachingLanguage) } : more;
}

/** The register wants these said of a subject of basic education; nothing of it is true unless somebody says so. */
const SUBJECT_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  perusopetuksenoppiaine: { yksilöllistettyOppimäärä: false, rajattuOppimäärä: false, painotettuOpetus: false },
  perusopetuksenvuosiluokka: { jääLuokalle: false },
  lukionoppiaine: { suoritettuErityisenäTutkintona: false },
};

/** What an attainment becomes by what was said of it. */
export function applyInput(before: KeptAttainment | undefined, given: AttainmentInput, row: StudyRightRow): NewAttainment {
  const old: NewAttainment = before ?? attainmentOf({ kind: given.kind ?? null, more: SUBJECT_DEFAULTS[given.kind ?? ''] ?? {} });
  const code = pick(given.code, old.code ?? undefined) ?? null;
  const codeSet = pick(given.codeSet, old.codeSet);
  const mark = pick(given.mark, old.mark);
  const confirmedOn = pick(given.confirmedOn, old.confirmedOn);
  const exemptedOn = pick(given.exemptedOn, old.exemptedOn ?? null);
  const reason = orNull(pick(given.exemptionReason, old.exemptionReason ?? null) ?? '');
  if ((exemptedOn === null) !== (reason === null)) throw invalid({ path: exemptedOn === null ? 'exemptedOn' : 'exemptionReason', key: 'schoolAdmin.record.exemptionIncomplete' });
  if (codeSet === null && given.name === '' ) throw invalid({ path: 'name', key: 'schoolAdmin.record.localNeedsName' });
  const name = codeSet !== null ? old.name : given.name === undefined || given.name === null ? old.name : { [row.teachingLanguage]: given.name };
  if (codeSet === null && name === null) throw invalid({ path: 'name', key: 'schoolAdmin.record.localNeedsName' });
  const studied = pick(given.language, old.language);
  const grounds = given.recognition;
  // With another code, what the register had called the old one is no longer true.
  const more = old.code === code ? old.more : dropNames(old.more);
  return {
    ...old,
    code,
    codeSet,
    name,
    extent: pick(given.extent, old.extent),
    extentUnit: pick(given.extentUnit, old.extentUnit),
    isCompulsory: pick(given.isCompulsory, old.isCompulsory),
    language: studied,
    languageSet: studied === null ? null : studied === old.language ? old.languageSet : language(code ?? ''),
    syllabus: pick(given.syllabus, old.syllabus),
    mark,
    markSet: mark === null ? null : mark === old.mark ? old.markSet : GENERAL_SCALE,
    assessedOn: mark === null ? null : pick(given.assessedOn, old.assessedOn),
    startsOn: pick(given.startsOn, old.startsOn),
    confirmedOn,
    homeroom: orNull(pick(given.homeroom, old.homeroom) ?? ''),
    recognition: grounds === undefined ? old.recognition : grounds === null || grounds === '' ? null : { ...old.recognition, selite: { [row.teachingLanguage]: grounds } },
    exemptedOn,
    exemptionReason: reason,
    more: withConfirmation(mark === null ? withoutMarks(more) : more, row, confirmedOn, given.confirmedBy),
  };
}

function withoutMarks(more: JsonObject): JsonObject {
  const { arviointi: _marks, ...others } = more;
  return others;
}

function dropNames(more: JsonObject): JsonObject {
  const content = more['koulutusmoduuli'];
  if (!isObject(content)) return more;
  const { tunniste: _code, ...others } = content;
  return { ...more, koulutusmoduuli: others };
}

export function findAttainment(attainments: readonly KeptAttainment[], attainmentId: string): KeptAttainment | undefined {
  for (const one of attainments) {
    const found = one.attainmentId === attainmentId ? one : findAttainment(one.parts, attainmentId);
    if (found !== undefined) return found;
  }
  return undefined;
}
