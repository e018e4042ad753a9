import { validateDocument, describeStructure, type Language } from '@digione/koski';
import type { StudyFinding } from '../../contract/index.ts';
import { recordOf, type KeptAttainment, type KeptRecord } from './record.ts';
import type { StudyRightRow } from './records.queries.ts';
import { writeStudyRight } from './study-right-document.ts';

/** Stands for the learner, whom these rules do not look at: who they are is checked where the document is sent. */
const ANY_LEARNER = { oid: '1.2.246.562.24.00000000000' };
/** Nobody reads more than this of what is wrong with one study right. */
const MOST = 20;

/** The attainment a pointer into the document leads to. */
function attainmentAt(record: KeptRecord, path: string): KeptAttainment | undefined {
  const steps = [...path.matchAll(/\/(suoritukset|osasuoritukset)\/(\d+)/g)].map((match) => Number(match[2]));
  let list: readonly KeptAttainment[] = record.attainments;
  let found: KeptAttainment | undefined;
  for (const step of steps) {
    const next = list.filter(({ isTold }) => isTold)[step];
    if (next === undefined) return found;
    found = next;
    list = next.parts;
  }
  return found;
}

/** What the national register would refuse of a study right, in plain sentences. */
export function judgeStudyRight(row: StudyRightRow, today: string, language: Language): StudyFinding[] {
  const record = recordOf(row);
  const document = { henkilö: ANY_LEARNER, opiskeluoikeudet: [writeStudyRight(record, 'sent', row.studyRightId)] };
  const findings = validateDocument(document, { today }, language);
  const told = findings.flatMap(({ key, message, path }) =>
    typeof message === 'string'
      ? [{ key, message, attainmentId: attainmentAt(record, path)?.attainmentId ?? null }]
      : message.map((finding) => ({ key, message: `${describeStructure(finding, language)} (${finding.path.replace('/opiskeluoikeudet/0/', '')})`, attainmentId: attainmentAt(record, finding.path)?.attainmentId ?? null })),
  );
  return told.slice(0, MOST);
}
