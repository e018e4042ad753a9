import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { LessonRow } from '@digione/timetable/server';
import type { Homework } from '../../contract/index.ts';
import { staffName } from './names.queries.ts';

const provider = sql`(select platform.current_provider())`;

type LessonKey = Pick<LessonRow, 'weeklyLessonId' | 'heldOn' | 'teachingGroupId'>;

const COLUMNS = sql`h.homework_id as "homeworkId", h.text, h.held_on as "givenOn", h.due_on as "dueOn", ${staffName('h.given_by')} as "givenBy", h.version`;

/** What was given in the lesson and what is due on its day; by homework_group. */
export async function listHomeworkOfLesson(tx: Transaction, { weeklyLessonId, heldOn, teachingGroupId }: LessonKey): Promise<(Homework & { isGivenHere: boolean })[]> {
  const { rows } = await sql<Homework & { isGivenHere: boolean }>`
    select ${COLUMNS}, h.weekly_lesson_id = ${weeklyLessonId}::uuid and h.held_on = ${heldOn}::date as "isGivenHere"
    from teaching.homework h
    where h.education_provider_id = ${provider} and h.teaching_group_id = ${teachingGroupId}::uuid and h.removed_at is null
      and (h.due_on = ${heldOn}::date or (h.weekly_lesson_id = ${weeklyLessonId}::uuid and h.held_on = ${heldOn}::date))
    order by h.due_on, h.given_at, h.homework_id`.execute(tx.db);
  return rows;
}

export interface KeptHomework extends Homework {
  weeklyLessonId: string;
  isRemoved: boolean;
}

/** Kept from other writers until the transaction ends. */
export async function findHomework(tx: Transaction, homeworkId: string): Promise<KeptHomework | undefined> {
  const { rows } = await sql<KeptHomework>`
    select ${COLUMNS}, h.weekly_lesson_id as "weeklyLessonId", h.removed_at is not null as "isRemoved"
    from teaching.homework h where h.education_provider_id = ${provider} and h.homework_id = ${homeworkId} for update of h`.execute(tx.db);
  return rows[0];
}

/** @returns false when somebody else gave it first */
export async function insertHomework(tx: Transaction, lesson: LessonRow, given: { homeworkId: string; text: string; dueOn: string; by: string; at: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into teaching.homework (education_provider_id, homework_id, school_id, teaching_group_id, weekly_lesson_id, held_on, text, due_on, given_by, given_at, source)
    values (platform.current_provider(), ${given.homeworkId}, ${lesson.schoolId}, ${lesson.teachingGroupId}, ${lesson.weeklyLessonId}, ${lesson.heldOn},
      ${given.text}, ${given.dueOn}, ${given.by}, ${given.at}, 'manual')
    on conflict (education_provider_id, homework_id) do nothing returning 1`.execute(tx.db);
  return rows.length > 0;
}

export async function updateHomework(tx: Transaction, homeworkId: string, change: { text: string; dueOn: string }): Promise<void> {
  await sql`update teaching.homework set text = ${change.text}, due_on = ${change.dueOn}, removed_at = null
    where education_provider_id = ${provider} and homework_id = ${homeworkId}`.execute(tx.db);
}

/** @returns its new version */
export async function markHomeworkRemoved(tx: Transaction, homeworkId: string, at: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update teaching.homework set removed_at = ${at}
    where education_provider_id = ${provider} and homework_id = ${homeworkId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}
