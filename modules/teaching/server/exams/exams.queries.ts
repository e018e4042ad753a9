import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { FULL_WEEK, type Exam, type ExamLoad } from '../../contract/index.ts';
import { staffName } from '../entries/names.queries.ts';

const provider = sql`(select platform.current_provider())`;

const COLUMNS = sql`e.exam_id as "examId", e.held_on as "heldOn", e.name, e.area, ${staffName('e.set_by')} as "setBy", e.version`;

/** The group's exams from a day on. By exam_group. */
export async function listExamsOfGroup(tx: Transaction, groupId: string, from: string): Promise<Exam[]> {
  const { rows } = await sql<Exam>`select ${COLUMNS} from teaching.exam e
    where e.education_provider_id = ${provider} and e.teaching_group_id = ${groupId}::uuid and e.held_on >= ${from}::date and e.removed_at is null
    order by e.held_on, e.exam_id limit 20`.execute(tx.db);
  return rows;
}

export interface KeptExam extends Exam {
  teachingGroupId: string;
  isRemoved: boolean;
}

/** Kept from other writers until the transaction ends. */
export async function findExam(tx: Transaction, examId: string): Promise<KeptExam | undefined> {
  const { rows } = await sql<KeptExam>`select ${COLUMNS}, e.teaching_group_id as "teachingGroupId", e.removed_at is not null as "isRemoved"
    from teaching.exam e where e.education_provider_id = ${provider} and e.exam_id = ${examId} for update of e`.execute(tx.db);
  return rows[0];
}

export async function findSchoolOfGroup(tx: Transaction, groupId: string): Promise<string | undefined> {
  const { rows } = await sql<{ schoolId: string }>`select school_id as "schoolId" from core_data.teaching_group where education_provider_id = ${provider} and teaching_group_id = ${groupId}`.execute(tx.db);
  return rows[0]?.schoolId;
}

interface Said {
  heldOn: string;
  name: string;
  area: string | null;
}

/** @returns false when somebody else set it first */
export async function insertExam(tx: Transaction, exam: Said & { examId: string; schoolId: string; groupId: string; by: string; at: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into teaching.exam (education_provider_id, exam_id, school_id, teaching_group_id, held_on, name, area, set_by, set_at, source)
    values (platform.current_provider(), ${exam.examId}, ${exam.schoolId}, ${exam.groupId}, ${exam.heldOn}, ${exam.name}, ${exam.area}, ${exam.by}, ${exam.at}, 'manual')
    on conflict (education_provider_id, exam_id) do nothing returning 1`.execute(tx.db);
  return rows.length > 0;
}

export async function updateExam(tx: Transaction, examId: string, { heldOn, name, area }: Said): Promise<void> {
  await sql`update teaching.exam set held_on = ${heldOn}, name = ${name}, area = ${area}, removed_at = null
    where education_provider_id = ${provider} and exam_id = ${examId}`.execute(tx.db);
}

/** @returns its new version */
export async function markExamRemoved(tx: Transaction, examId: string, at: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update teaching.exam set removed_at = ${at} where education_provider_id = ${provider} and exam_id = ${examId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

/**
 * The week's exams of all groups in which the group's learners are, and how full it makes a learner's week. 25 learners
 * of 12 groups: by teaching_group_member_learner and exam_group, 773 buffers, 0.5 ms.
 */
export async function getExamLoad(tx: Transaction, groupId: string, week: { monday: string; sunday: string; on: string; leftOut: string | null }): Promise<ExamLoad> {
  const { rows } = await sql<Omit<ExamLoad, 'monday'>>`
    with learner as (
      select m.learner_id from core_data.teaching_group_member m
      where m.education_provider_id = ${provider} and m.teaching_group_id = ${groupId}::uuid and m.valid @> ${week.on}::date
    ), sat as (
      select m.learner_id, e.exam_id, e.held_on, e.name, e.teaching_group_id from learner
      join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.learner_id = learner.learner_id
      join teaching.exam e on e.education_provider_id = ${provider} and e.teaching_group_id = m.teaching_group_id and e.removed_at is null
        and e.held_on between ${week.monday}::date and ${week.sunday}::date and m.valid @> e.held_on and e.exam_id is distinct from ${week.leftOut}::uuid
    ), each as (select learner_id, count(*) as exams, bool_or(held_on = ${week.on}::date) as same_day from sat group by learner_id)
    select (select count(*)::int from each where exams + 1 >= ${FULL_WEEK}) as "fullWeek",
      (select count(*)::int from each where same_day) as "sameDay",
      coalesce((select jsonb_agg(one order by one ->> 'heldOn', one ->> 'examId') from (
        select jsonb_build_object('examId', sat.exam_id, 'heldOn', sat.held_on, 'name', sat.name, 'learners', count(*),
          'subject', (select jsonb_build_object('code', s.code, 'name', s.name) from core_data.teaching_group g join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
            where g.education_provider_id = ${provider} and g.teaching_group_id = sat.teaching_group_id)) as one
        from sat group by sat.exam_id, sat.held_on, sat.name, sat.teaching_group_id) listed), '[]') as exams`.execute(tx.db);
  const load = rows[0];
  if (load === undefined) throw new Error('A count gave no row.');
  return { monday: week.monday, ...load };
}
