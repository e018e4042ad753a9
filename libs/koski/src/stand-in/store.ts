import { isObject, isSame, isText, type Json, type JsonObject } from '../json.ts';
import { readDocument } from '../record/read-write.ts';
import type { StudyRight } from '../record/record.ts';
import { findStored } from '../rules/stored.ts';
import type { KnownStudyRight } from '../rules/setting.ts';

export interface KeptRight {
  readonly oid: string;
  readonly learnerOid: string;
  /** The newest version is the last; the first has number 1. */
  readonly versions: JsonObject[];
}

interface KeptLearner {
  readonly oid: string;
  data: JsonObject;
  readonly rights: KeptRight[];
}

const objects = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: Json | undefined): string | undefined => (isText(value) ? value : undefined);
/** Told by the register, not part of what was sent. */
const OWN = ['oid', 'versionumero', 'alkamispäivä', 'päättymispäivä', 'aikaleima'];
const without = (right: JsonObject): JsonObject => Object.fromEntries(Object.entries(right).filter(([key]) => !OWN.includes(key)));

const FINAL = new Set(['valmistunut', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity']);
const statesOf = (right: JsonObject): readonly JsonObject[] => objects(isObject(right['tila']) ? right['tila']['opiskeluoikeusjaksot'] : undefined);
const codeOf = (value: Json | undefined): string => (isObject(value) ? (text(value['koodiarvo']) ?? '') : '');
export const isCancelled = (right: JsonObject): boolean => codeOf(statesOf(right).at(-1)?.['tila']) === 'mitatoity';

/** The newest version of each study right; cancelled ones are no more. */
const newestOf = (rights: readonly KeptRight[]): readonly JsonObject[] => rights.flatMap(({ versions }) => versions.slice(-1)).filter((right) => !isCancelled(right));

/** What the register works out itself and tells with each study right. */
function complete(right: JsonObject, oid: string, version: number): JsonObject {
  const states = statesOf(right);
  const [first, last] = [states[0], states.at(-1)];
  const startsOn = text(first?.['alku']);
  const endsOn = FINAL.has(codeOf(last?.['tila'])) ? text(last?.['alku']) : undefined;
  return { ...without(right), oid, versionumero: version, ...(startsOn === undefined ? {} : { alkamispäivä: startsOn }), ...(endsOn === undefined ? {} : { päättymispäivä: endsOn }) };
}

/** Records that have to be sent every time: a missing one is gone. */
const ALWAYS_WHOLE = /oppiaineenoppimaara$|^esiopetuksensuoritus$|^lukionaineopinnot$/;
const isAlwaysWhole = (record: JsonObject): boolean => {
  const content = record['koulutusmoduuli'];
  const curriculum = isObject(content) ? text(content['perusteenDiaarinumero']) : undefined;
  return ALWAYS_WHOLE.test(codeOf(record['tyyppi'])) || (codeOf(record['tyyppi']) === 'lukionoppimaara' && ['OPH-2263-2019', 'OPH-2267-2019'].includes(curriculum ?? ''));
};
const identityOf = (record: JsonObject): string => `${codeOf(record['tyyppi'])} ${codeOf(isObject(record['koulutusmoduuli']) ? record['koulutusmoduuli']['tunniste'] : undefined)}`;

/** A confirmed record that an update leaves out stays as it was. */
function mergeConfirmed(sent: JsonObject, before: JsonObject | undefined): JsonObject {
  if (before === undefined) return sent;
  const records = objects(sent['suoritukset']);
  const named = new Set(records.map(identityOf));
  const kept = objects(before['suoritukset']).filter((record) => record['vahvistus'] !== undefined && !isAlwaysWhole(record) && !named.has(identityOf(record)));
  return kept.length === 0 ? sent : { ...sent, suoritukset: [...records, ...kept] };
}

/** What the stand-in has been told, in memory. */
export class StandInStore {
  readonly #learners = new Map<string, KeptLearner>();
  #next = 1;

  #newOid(branch: 15 | 24): string {
    return `1.2.246.562.${branch}.${String(this.#next++).padStart(11, '0')}`;
  }

  findLearner(learner: Json | undefined): KeptLearner | undefined {
    if (!isObject(learner)) return undefined;
    const oid = text(learner['oid']);
    if (oid !== undefined) return this.#learners.get(oid);
    const code = text(learner['hetu']);
    return [...this.#learners.values()].find(({ data }) => code !== undefined && data['hetu'] === code);
  }

  /** The learner's study rights as the rules look at them; cancelled ones are no more. */
  storedOf(learner: Json | undefined): readonly StudyRight[] {
    const rights = newestOf(this.findLearner(learner)?.rights ?? []);
    return readDocument({ henkilö: {}, opiskeluoikeudet: rights }).studyRights;
  }

  findRight(oid: string): KeptRight | undefined {
    for (const { rights } of this.#learners.values()) {
      const found = rights.find((right) => right.oid === oid);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A study right anywhere, as the rules ask for it. */
  findKnown(oid: string): KnownStudyRight | undefined {
    const found = this.findRight(oid);
    const right = found?.versions.at(-1);
    if (found === undefined || right === undefined || isCancelled(right)) return undefined;
    const school = right['oppilaitos'];
    return { oid, learnerOid: found.learnerOid, schoolOid: (isObject(school) ? text(school['oid']) : undefined) ?? '' };
  }

  /** Keeps an accepted document. @returns what the register answers with */
  keep(document: JsonObject): JsonObject {
    const sent = document['henkilö'];
    const known = this.findLearner(sent);
    const oid = known?.oid ?? (isObject(sent) ? text(sent['oid']) : undefined) ?? this.#newOid(24);
    const learner: KeptLearner = known ?? { oid, data: {}, rights: [] };
    learner.data = { ...learner.data, ...(isObject(sent) ? sent : {}), oid };
    this.#learners.set(oid, learner);
    const opiskeluoikeudet = objects(document['opiskeluoikeudet']).map((right) => this.#keepRight(learner, right));
    return { henkilö: { oid }, opiskeluoikeudet };
  }

  #keepRight(learner: KeptLearner, right: JsonObject): JsonObject {
    const [read] = readDocument({ henkilö: {}, opiskeluoikeudet: [right] }).studyRights;
    const match = read === undefined ? undefined : findStored(read, { today: '', stored: this.storedOf({ oid: learner.oid }) }).stored?.oid;
    const known = learner.rights.find(({ oid }) => oid === match);
    const before = known?.versions.at(-1);
    const kept: KeptRight = known ?? { oid: this.#newOid(15), learnerOid: learner.oid, versions: [] };
    if (known === undefined) learner.rights.push(kept);
    // Of a cancellation nothing but the state is taken.
    const wanted = before !== undefined && isCancelled(right) ? { ...before, tila: right['tila'] ?? {} } : mergeConfirmed(right, before);
    if (before === undefined || !isSame(without(before), without(wanted))) kept.versions.push(complete(wanted, kept.oid, kept.versions.length + 1));
    const source = right['lähdejärjestelmänId'];
    return { oid: kept.oid, versionumero: kept.versions.length, ...(source === undefined ? {} : { lähdejärjestelmänId: source }) };
  }

  cancel(kept: KeptRight, today: string): JsonObject | undefined {
    const before = kept.versions.at(-1);
    if (before === undefined || isCancelled(before)) return undefined;
    const state = { alku: today, tila: { koodiarvo: 'mitatoity', koodistoUri: 'koskiopiskeluoikeudentila' } };
    kept.versions.push(complete({ ...before, tila: { opiskeluoikeusjaksot: [...statesOf(before), state] } }, kept.oid, kept.versions.length + 1));
    return { oid: kept.oid, versionumero: kept.versions.length };
  }

  /** The learner with all study rights that are not cancelled. */
  read(oid: string): JsonObject | undefined {
    const learner = this.#learners.get(oid);
    const opiskeluoikeudet = newestOf(learner?.rights ?? []);
    return learner === undefined || opiskeluoikeudet.length === 0 ? undefined : { henkilö: learner.data, opiskeluoikeudet };
  }

  /** How much has been told, for whoever looks on. */
  count(): { readonly learners: number; readonly studyRights: number; readonly versions: number } {
    const rights = [...this.#learners.values()].flatMap((learner) => learner.rights);
    return { learners: this.#learners.size, studyRights: rights.length, versions: rights.reduce((sum, { versions }) => sum + versions.length, 0) };
  }
}
