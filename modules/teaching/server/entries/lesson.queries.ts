import { sql } from 'kysely';
import { allowedFor, type Action, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { FormerEntry, LessonEntry } from '../../contract/index.ts';
import { readColleaguesNotes, saveLessonEntry, setExam } from '../actions.ts';
import { staffName } from './names.queries.ts';

const provider = sql`(select platform.current_provider())`;

/** The group's lessons after a day, soonest first. */
export async function listNextLessons(tx: Transaction, groupId: string, after: { first: string; last: string }, limit: number): Promise<LessonEntry['nextLessons']> {
  const { rows } = await sql<LessonEntry['nextLessons'][number]>`
    select l.weekly_lesson_id as "weeklyLessonId", l.held_on as "heldOn", l.starts_at as "startsAt"
    from timetable.lessons_between(${after.first}::date, ${after.last}::date) l
    where l.teaching_group_id = ${groupId}::uuid order by l.held_on, l.starts_at limit ${limit}`.execute(tx.db);
  return rows;
}

export async function listLearnersOn(tx: Transaction, groupId: string, day: string): Promise<LessonEntry['learners']> {
  const { rows } = await sql<LessonEntry['learners'][number]>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName"
    from core_data.teaching_group_member m
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = m.learner_id
    where m.education_provider_id = ${provider} and m.teaching_group_id = ${groupId}::uuid and m.valid @> ${day}::date
    order by p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu", p.person_id`.execute(tx.db);
  return rows;
}

async function mayDo(tx: Transaction, actor: Actor, action: Action, objectId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select coalesce(${allowedFor(actor, action, sql`${objectId}::uuid`)}, false) as may`.execute(tx.db);
  return rows[0]?.may ?? false;
}

export const mayWrite = (tx: Transaction, actor: Actor, weeklyLessonId: string): Promise<boolean> => mayDo(tx, actor, saveLessonEntry, weeklyLessonId);
export const maySetExam = (tx: Transaction, actor: Actor, groupId: string): Promise<boolean> => mayDo(tx, actor, setExam, groupId);
export const mayReadAllNotes = (tx: Transaction, actor: Actor, weeklyLessonId: string): Promise<boolean> => mayDo(tx, actor, readColleaguesNotes, weeklyLessonId);

/** The school year a day belongs to; undefined between two. */
export async function findSchoolYear(tx: Transaction, day: string): Promise<{ firstDay: string; lastDay: string } | undefined> {
  const { rows } = await sql<{ firstDay: string; lastDay: string }>`select lower(valid)::text as "firstDay", (upper(valid) - 1)::text as "lastDay"
    from core_data.school_year where education_provider_id = ${provider} and valid @> ${day}::date`.execute(tx.db);
  return rows[0];
}

/** Is there school on the day: a weekday of the school year outside its breaks? */
export async function findSchoolDayFault(tx: Transaction, schoolId: string, day: string): Promise<'outside-year' | 'break' | 'weekend' | null> {
  const { rows } = await sql<{ isInYear: boolean; isBreak: boolean; isWeekend: boolean }>`
    select exists (select from core_data.school_year y where y.education_provider_id = ${provider} and y.valid @> ${day}::date) as "isInYear",
      exists (select from core_data.school_break b where b.education_provider_id = ${provider} and b.valid @> ${day}::date and (b.school_id is null or b.school_id = ${schoolId}::uuid)) as "isBreak",
      -- A Saturday on which lessons are held is a school day.
      extract(isodow from ${day}::date) > 5 and not exists (select from timetable.weekly_lesson l where l.education_provider_id = ${provider} and l.school_id = ${schoolId}::uuid
        and l.weekday = extract(isodow from ${day}::date)::int and l.valid @> ${day}::date) as "isWeekend"`.execute(tx.db);
  const found = rows[0];
  if (found === undefined || !found.isInYear) return 'outside-year';
  return found.isBreak ? 'break' : found.isWeekend ? 'weekend' : null;
}

/**
 * What stood in the lesson's entries before they were corrected, newest first. Notes of colleagues are left out where the
 * reader may not see them. The rows' ids lead into row_history_row.
 */
export async function listFormer(tx: Transaction, actor: Actor, lesson: { weeklyLessonId: string; heldOn: string; teachingGroupId: string }, readsAllNotes: boolean): Promise<FormerEntry[]> {
  const ofLesson = sql`e.education_provider_id = ${provider} and e.weekly_lesson_id = ${lesson.weeklyLessonId}::uuid and e.held_on = ${lesson.heldOn}::date`;
  const { rows } = await sql<FormerEntry>`
    with entry as (
      select 'homework' as kind, e.homework_id as id, null::uuid as learner_id, e.removed_at from teaching.homework e where ${ofLesson}
      union all select 'note', e.lesson_note_id, e.learner_id, e.removed_at from teaching.lesson_note e where ${ofLesson}
        and ${readsAllNotes ? sql`true` : sql`e.written_by = ${actor.personId}`}
      union all select 'exam', e.exam_id, null, e.removed_at from teaching.exam e
        where e.education_provider_id = ${provider} and e.teaching_group_id = ${lesson.teachingGroupId}::uuid and e.held_on = ${lesson.heldOn}::date
      union all select 'register', e.lesson_register_id, null, null from teaching.lesson_register e where ${ofLesson}
    )
    select entry.kind, entry.id, entry.learner_id as "learnerId", h.changed_at as "changedAt", ${staffName('h.changed_by')} as "changedBy",
      coalesce(h.before ->> 'text', h.before ->> 'words', h.before -> 'phrase' ->> 'fi', h.before ->> 'name', h.before ->> 'topic') as text,
      coalesce(h.before ->> 'due_on', h.before ->> 'held_on') as "on",
      h.before ->> 'removed_at' is null and case when lead(h.row_history_id) over w is null then entry.removed_at is not null else lead(h.before ->> 'removed_at') over w is not null end as "isRemoved"
    from entry join platform.row_history h on h.education_provider_id = ${provider} and h.row_id = entry.id
    window w as (partition by entry.id order by h.row_history_id)
    order by h.row_history_id desc limit 200`.execute(tx.db);
  return rows;
}

export async function listTeachersToday(tx: Transaction, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select distinct gt.person_id as "personId" from core_data.teaching_group_teacher gt
    where gt.education_provider_id = ${provider} and gt.teaching_group_id = ${groupId}::uuid and gt.valid @> (select platform.today())`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}
