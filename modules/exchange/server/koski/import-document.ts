import { isObject, isText, listDifferences, readExample, type Difference, type Finding, type Json, type JsonObject, type Language } from '@digione/koski';
import { emit } from '@digione/platform/events';
import type { Transaction } from '@digione/platform/db';
import { EDUCATION_FORMS, institutionOf, isOfAnother, listStudyRights, ofLearner, readStudyRight, takeInStudyRight, type TakenIn } from '@digione/school-admin/server';
import { judgeReceived, writeReceived } from './document.ts';
import { takeInLearner, takeInSchool } from './import.queries.ts';
import { findLearner } from './learner.queries.ts';

/** Why a document was not taken in, in a sentence; nothing of it was. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
}

export interface ImportedDocument {
  readonly learnerId: string;
  readonly isNewLearner: boolean;
  readonly studyRights: readonly (TakenIn & { readonly educationForm: string })[];
  /** Schools that were not known and came in with the name the document gives them. */
  readonly newSchools: readonly string[];
  /** What KOSKI would refuse today of what was taken in as it is. */
  readonly findings: readonly Finding[];
  /** Where the document, written again from what is kept, says something else; empty when nothing was lost. */
  readonly differences: readonly Difference[];
}

const LEARNER_FIELDS = ['oid', 'hetu', 'etunimet', 'kutsumanimi', 'sukunimi'];
const objects = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** How the learner stood in the document: which of the known fields, and the rest. Values of the known ones are kept with the person. */
function learnerAsReceived(learner: JsonObject): JsonObject {
  const rest = Object.fromEntries(Object.entries(learner).filter(([name]) => !LEARNER_FIELDS.includes(name)));
  return { names: LEARNER_FIELDS.filter((name) => name in learner), rest };
}

/** The id under which this platform had sent the study right. */
function ownIdOf({ lähdejärjestelmänId: source }: JsonObject): string | null {
  if (!isObject(source)) return null;
  const { id, lähdejärjestelmä: system } = source;
  return isObject(system) && system['koodiarvo'] === 'DigiOne' && isText(id) ? id : null;
}

/**
 * Takes a KOSKI document back into study records: the learner, schools that are not known, study rights with all that belongs to them.
 * A document that KOSKI would refuse today is taken in too, and what it would refuse is told: what another system kept is what there is.
 * @throws DocumentRefused
 */
export async function importDocument(tx: Transaction, json: Json, today: string, language: Language): Promise<ImportedDocument> {
  const { document } = readExample(json);
  const learner = isObject(document) ? document['henkilö'] : undefined;
  const rights = objects(isObject(document) ? document['opiskeluoikeudet'] : undefined);
  if (!isObject(learner) || rights.length === 0) throw new DocumentRefused('This is no KOSKI document: it has no learner (henkilö) or no study rights (opiskeluoikeudet).');
  const taken = await takeInLearner(tx, learner);
  if (taken === undefined) throw new DocumentRefused('The learner is not known here, and the document has not what a new learner needs: names, and a learner number or identity code.');
  const { personId } = taken;
  const newSchools: string[] = [];
  const studyRights: (TakenIn & { educationForm: string })[] = [];
  for (const right of rights) {
    const record = readStudyRight(right);
    if (record === undefined) throw new DocumentRefused(`The document has a study right of a form that is not kept here; known are ${Object.values(EDUCATION_FORMS).join(', ')}.`);
    if (record.periods.length === 0) throw new DocumentRefused('A study right has no states (tila): nothing says when it began.');
    if (record.oid !== null && (await isOfAnother(tx, record.oid, personId))) throw new DocumentRefused(`Study right ${record.oid} belongs to another learner here.`);
    const institution = institutionOf(right);
    const school = institution === undefined ? undefined : await takeInSchool(tx, institution, record.educationForm);
    if (institution === undefined || school === undefined) throw new DocumentRefused('A study right names no institution (oppilaitos) and no place (toimipiste).');
    if (school.isNew) newSchools.push(school.oid);
    const received = { ...record.received, learner: learnerAsReceived(learner) };
    const outcome = await takeInStudyRight(tx, { learnerId: personId, schoolId: school.schoolId, record, received, ownId: ownIdOf(right) });
    studyRights.push({ ...outcome, educationForm: record.educationForm });
    if (outcome.outcome !== 'unchanged') await emit(tx, { name: 'study-record.changed', payload: { learnerId: personId, studyRightId: outcome.studyRightId }, live: { topics: ['study-record', 'koski'], schoolIds: [school.schoolId] } }, null);
  }
  tx.audit.push({ accountId: null, actorPersonId: null, action: 'koski.import', basis: 'operator', purpose: 'purpose.import', endpoint: null, objectId: null, personIds: [personId], outcome: 'done', traceId: null });
  return { learnerId: personId, isNewLearner: taken.isNew, studyRights, newSchools, findings: judgeReceived(document, today, language), differences: await compare(tx, document, personId, studyRights) };
}

/** Writes the document again from what is now kept, and lists where it says something else. */
async function compare(tx: Transaction, document: Json, personId: string, taken: readonly TakenIn[]): Promise<readonly Difference[]> {
  const [learner, rows] = await Promise.all([findLearner(tx, personId), listStudyRights(tx, ofLearner(personId))]);
  const inOrder = taken.flatMap(({ studyRightId }) => rows.filter((row) => row.studyRightId === studyRightId));
  return learner === undefined ? [] : listDifferences(document, writeReceived(learner, inOrder));
}
