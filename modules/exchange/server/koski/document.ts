import { isObject, validateDocument, type Finding, type Json, type JsonObject, type Language } from '@digione/koski';
import { recordOf, writeStudyRight, type StudyRightRow } from '@digione/school-admin/server';
import type { LearnerIdentity } from './learner.queries.ts';

/** Where nobody can say who the learner is, nothing can be sent. */
export class LearnerUnknown extends Error {}

/** The learner by number where there is one, else by identity code and names. @throws LearnerUnknown */
function writeLearner({ learnerNumber, identityCode, firstNames, callName, lastName }: LearnerIdentity): JsonObject {
  if (learnerNumber !== null) return { oid: learnerNumber };
  if (identityCode === null) throw new LearnerUnknown('The learner has neither a learner number nor an identity code.');
  return { hetu: identityCode, etunimet: firstNames, kutsumanimi: callName, sukunimi: lastName };
}

/**
 * The document of some of a learner's study rights, as this platform sends it: one study right a document when it is sent, all of them
 * when it is exported.
 */
export const writeDocument = (learner: LearnerIdentity, rows: readonly StudyRightRow[]): JsonObject => ({
  henkilö: writeLearner(learner),
  opiskeluoikeudet: rows.map((row) => writeStudyRight(recordOf(row), 'sent', row.studyRightId)),
});

/** The document as it stood that the study rights were read from: what an import is compared with. */
export function writeReceived(learner: LearnerIdentity, rows: readonly StudyRightRow[]): JsonObject {
  const [said] = rows.flatMap(({ received }) => (received === null ? [] : [received['learner']]));
  const { learnerNumber, identityCode, firstNames, callName, lastName } = learner;
  const { names, rest } = isObject(said) ? said : {};
  const wanted: readonly Json[] = Array.isArray(names) ? names : [];
  const all: Readonly<Record<string, string | null>> = { oid: learnerNumber, hetu: identityCode, etunimet: firstNames, kutsumanimi: callName, sukunimi: lastName };
  const known = Object.fromEntries(Object.entries(all).filter(([name, value]) => wanted.includes(name) && value !== null));
  return { henkilö: { ...(isObject(rest) ? rest : {}), ...known }, opiskeluoikeudet: rows.map((row) => writeStudyRight(recordOf(row), 'received', row.studyRightId)) };
}

/** What KOSKI would refuse of a document this platform sends. */
export const judgeDocument = (document: JsonObject, today: string, language: Language): readonly Finding[] => validateDocument(document, { today, caller: { kind: 'service' } }, language);

/** What KOSKI would refuse of a document from elsewhere. */
export const judgeReceived = (document: Json, today: string, language: Language): readonly Finding[] => validateDocument(document, { today }, language);
