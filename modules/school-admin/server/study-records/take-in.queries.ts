import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { isSame, type JsonObject } from '@digione/koski';
import type { Transaction } from '@digione/platform/db';
import { FINAL_STATES } from './forms.ts';
import { recordOf } from './record.ts';
import { listStudyRights, lockStudyRight, ofStudyRight } from './records.queries.ts';
import { writeStudyRight, type StudyRightRecord } from './study-right-document.ts';
import { deleteAttainments, insertAttainments, saveCoreStudyRight, saveHead, saveInformation, savePeriods } from './write.queries.ts';

const provider = sql`(select platform.current_provider())`;

export interface TakenIn {
  readonly studyRightId: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
}

/** The study right that a record from elsewhere means: by its number, by our own id, else the one of the same school and form at the same time. */
async function findMeant(tx: Transaction, learnerId: string, schoolId: string, record: StudyRightRecord, ownId: string | null): Promise<string | undefined> {
  const [first, last] = [record.periods[0], record.periods.at(-1)];
  const lastDay = last !== undefined && FINAL_STATES.has(last.state) ? last.startsOn : null;
  const { rows } = await sql<{ id: string }>`
    select study_right_id as id from core_data.study_right own where own.education_provider_id = ${provider} and own.learner_id = ${learnerId}
      and (own.oid = ${record.oid} or own.study_right_id::text = ${ownId}
        or (own.school_id = ${schoolId} and own.education_form = ${record.educationForm} and own.state <> 'void'
          and own.valid && daterange(${first?.startsOn ?? null}::date, ${lastDay}::date + 1)))
    order by own.oid is not distinct from ${record.oid} desc, own.study_right_id::text is not distinct from ${ownId} desc, own.study_right_id limit 1`.execute(tx.db);
  return rows[0]?.id;
}

/** Whether the study right of a number is another learner's. */
export async function isOfAnother(tx: Transaction, oid: string, learnerId: string): Promise<boolean> {
  const { rows } = await sql`select from core_data.study_right where education_provider_id = ${provider} and oid = ${oid} and learner_id <> ${learnerId}`.execute(tx.db);
  return rows.length > 0;
}

async function insertCore(tx: Transaction, learnerId: string, schoolId: string, record: StudyRightRecord): Promise<string> {
  const studyRightId = uuidv7();
  await sql`insert into core_data.study_right (education_provider_id, study_right_id, learner_id, school_id, oid, education_form, valid, source)
    values (${provider}, ${studyRightId}, ${learnerId}, ${schoolId}, ${record.oid}, ${record.educationForm}, daterange(${record.periods[0]?.startsOn ?? null}::date, null), ${tx.source ?? 'manual'})`.execute(tx.db);
  return studyRightId;
}

/**
 * Takes in a study right as another system kept it: a new one, or in place of what stood here. What says the same changes nothing.
 * @param received how the document stood it was read from
 * @param ownId the id under which this platform had sent it, when it had
 */
export async function takeInStudyRight(tx: Transaction, given: { readonly learnerId: string; readonly schoolId: string; readonly record: StudyRightRecord; readonly received: JsonObject; readonly ownId: string | null }): Promise<TakenIn> {
  const { learnerId, schoolId, record, received, ownId } = given;
  const known = await findMeant(tx, learnerId, schoolId, record, ownId);
  const studyRightId = known ?? (await insertCore(tx, learnerId, schoolId, record));
  if (known !== undefined) {
    await lockStudyRight(tx, studyRightId);
    const [row] = await listStudyRights(tx, ofStudyRight(studyRightId));
    const before = row !== undefined && row.version > 0 ? writeStudyRight(recordOf({ ...row, received: null }), 'received', studyRightId) : undefined;
    if (before !== undefined && row !== undefined && isSame(before, writeStudyRight({ ...record, received: null }, 'received', studyRightId)) && isSame(row.received, received)) return { studyRightId, outcome: 'unchanged' };
  }
  await saveHead(tx, { studyRightId, learnerId, expectedEndOn: record.expectedEndOn, more: record.more, received });
  await savePeriods(tx, studyRightId, record.periods);
  await saveCoreStudyRight(tx, studyRightId, record.periods, record.oid);
  await saveInformation(tx, studyRightId, record.information);
  await deleteAttainments(tx, studyRightId);
  await insertAttainments(tx, studyRightId, record.attainments);
  return { studyRightId, outcome: known === undefined ? 'created' : 'changed' };
}
