import { sql } from 'kysely';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { LessonTeacher } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

/** A lesson as the database gives it, with the school beside it for those who authorise and announce. */
export interface LessonRow {
  weeklyLessonId: string;
  /** `YYYY-MM-DD` */
  heldOn: string;
  /** Finnish wall clock, `HH:MM`. */
  startsAt: string;
  endsAt: string;
  schoolId: string;
  teachingGroupId: string;
  groupName: string;
  subject: { code: string; name: LocalizedText } | null;
  roomName: string | null;
  teachers: LessonTeacher[];
}

const TEACHER_ORDER = sql`case gt.role when 'main' then 1 when 'co' then 2 when 'substitute' then 3 else 4 end`;

/** The columns of a `LessonRow` for `l`, a row of `timetable.lessons_between`; for services above that join more to a lesson. */
export const lessonColumns = sql`
  l.weekly_lesson_id as "weeklyLessonId", l.held_on as "heldOn", l.starts_at as "startsAt", l.ends_at as "endsAt", l.school_id as "schoolId",
  l.teaching_group_id as "teachingGroupId", g.name as "groupName",
  case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as subject,
  coalesce(r.name, r.code) as "roomName",
  coalesce((
    select jsonb_agg(jsonb_build_object('personId', tp.person_id, 'callName', tp.call_name, 'lastName', tp.last_name, 'role', gt.role)
      order by ${TEACHER_ORDER}, tp.last_name, tp.person_id)
    from core_data.teaching_group_teacher gt
    join core_data.person tp on tp.education_provider_id = gt.education_provider_id and tp.person_id = gt.person_id
    where gt.education_provider_id = ${provider} and gt.teaching_group_id = l.teaching_group_id and gt.valid @> l.held_on), '[]') as teachers`;

/** What `lessonColumns` reads beside `l`: `g` the teaching group, `s` the subject, `r` the room. */
export const lessonJoins = sql`
  join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = l.teaching_group_id
  left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
  left join core_data.room r on r.education_provider_id = ${provider} and r.room_id = l.room_id`;

/** What a teacher teaches on a day, as main or co-teacher, substitute or assistant. */
export async function listLessonsOfTeacher(tx: Transaction, personId: string, date: string): Promise<LessonRow[]> {
  const { rows } = await sql<LessonRow>`
    select ${lessonColumns}
    from core_data.teaching_group_teacher t
    join timetable.lessons_between(${date}::date, ${date}::date) l on l.teaching_group_id = t.teaching_group_id
    ${lessonJoins}
    where t.education_provider_id = ${provider} and t.person_id = ${personId} and t.valid @> ${date}::date
    order by l.starts_at, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}

/** The lesson of a date; undefined when it is not held then (other weekday, break, outside its validity). */
export async function findLesson(tx: Transaction, weeklyLessonId: string, heldOn: string): Promise<LessonRow | undefined> {
  const { rows } = await sql<LessonRow>`
    select ${lessonColumns} from timetable.lessons_between(${heldOn}::date, ${heldOn}::date) l ${lessonJoins}
    where l.weekly_lesson_id = ${weeklyLessonId}`.execute(tx.db);
  return rows[0];
}

/** One day of several learners, for the home's view: each lesson with whose it is. */
export async function listLessonsOfLearners(tx: Transaction, learnerIds: readonly string[], date: string): Promise<(LessonRow & { learnerId: string })[]> {
  if (learnerIds.length === 0) return [];
  const { rows } = await sql<LessonRow & { learnerId: string }>`
    select m.learner_id as "learnerId", ${lessonColumns}
    from core_data.teaching_group_member m
    join timetable.lessons_between(${date}::date, ${date}::date) l on l.teaching_group_id = m.teaching_group_id
    ${lessonJoins}
    where m.education_provider_id = ${provider} and m.learner_id = any(${learnerIds}::uuid[]) and m.valid @> ${date}::date
    order by m.learner_id, l.starts_at, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}
