import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { lessonColumns, lessonJoins, type LessonRow } from '@digione/timetable/server';
import type { RegisterState } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

export interface TaughtLessonRow extends LessonRow {
  learnerCount: number;
  register: RegisterState;
  canTake: boolean;
}

/** How far a lesson's register is; `reg` is its row, joined by `registerOfLesson`. */
export const registerState = sql`case when reg.lesson_register_id is null then 'untaken' when reg.is_partial then 'partial' else 'taken' end`;

const registerOfLesson = sql`left join teaching.lesson_register reg on reg.education_provider_id = ${provider}
  and reg.weekly_lesson_id = l.weekly_lesson_id and reg.held_on = l.held_on`;

const taughtColumns = sql`${lessonColumns},
  (select count(*)::int from core_data.teaching_group_member m
    where m.education_provider_id = ${provider} and m.teaching_group_id = l.teaching_group_id and m.valid @> l.held_on) as "learnerCount",
  ${registerState} as register, own.role <> 'assistant' as "canTake"`;

/** The teacher's lessons of a day in their order, each with its register's state. */
export async function listTaughtLessons(tx: Transaction, personId: string, date: string): Promise<TaughtLessonRow[]> {
  const { rows } = await sql<TaughtLessonRow>`
    select ${taughtColumns}
    from core_data.teaching_group_teacher own
    join timetable.lessons_between(${date}::date, ${date}::date) l on l.teaching_group_id = own.teaching_group_id and own.valid @> l.held_on
    ${lessonJoins} ${registerOfLesson}
    where own.education_provider_id = ${provider} and own.person_id = ${personId} and own.valid @> ${date}::date
    order by l.starts_at, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}

/** Lessons that are over, whose register the teacher may take and nobody has finished; newest first, with how many there are in all. */
export async function listUntaken(tx: Transaction, personId: string, firstDay: string, today: string, limit: number): Promise<(TaughtLessonRow & { total: number })[]> {
  const { rows } = await sql<TaughtLessonRow & { total: number }>`
    with untaken as (
      select l.*, own.role, count(*) over ()::int as total
      from core_data.teaching_group_teacher own
      join timetable.lessons_between(${firstDay}::date, ${today}::date) l on l.teaching_group_id = own.teaching_group_id and own.valid @> l.held_on
      ${registerOfLesson}
      where own.education_provider_id = ${provider} and own.person_id = ${personId} and own.valid @> ${today}::date and own.role <> 'assistant'
        and (reg.lesson_register_id is null or reg.is_partial)
        and (l.held_on < ${today}::date or timetable.instant_of(l.held_on, l.ends_at) <= platform.now())
      order by l.held_on desc, l.starts_at desc limit ${limit}
    )
    select ${taughtColumns}, l.total
    from untaken l cross join lateral (select l.role) own
    ${lessonJoins} ${registerOfLesson}
    order by l.held_on desc, l.starts_at desc, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}
