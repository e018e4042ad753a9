import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
export interface Days {
  /** `YYYY-MM-DD`, both included. */
  first: string;
  last: string;
}

const range = (days: Days) => sql`daterange(${days.first}::date, ${days.last}::date, '[]')`;

/** A query of `teaching_group_id, valid`: whose lessons belong to a timetable, and when. */
export type OwnGroups = RawBuilder<unknown>;

/** The groups a person attends or teaches. */
export const groupsOfPerson = (personId: string, days: Days): OwnGroups => sql`
  select m.teaching_group_id, m.valid from core_data.teaching_group_member m
  where m.education_provider_id = ${provider} and m.learner_id = ${personId} and m.valid && ${range(days)}
  union all
  select t.teaching_group_id, t.valid from core_data.teaching_group_teacher t
  where t.education_provider_id = ${provider} and t.person_id = ${personId} and t.valid && ${range(days)}`;

/** The groups of a homeroom's members: its own, and those its learners attend with others. */
export const groupsOfHomeroom = (homeroomId: string, days: Days): OwnGroups => sql`
  select m.teaching_group_id, range_agg(m.valid * hm.valid) as valid
  from core_data.homeroom_member hm
  join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.learner_id = hm.learner_id and m.valid && ${range(days)}
  where hm.education_provider_id = ${provider} and hm.homeroom_id = ${homeroomId} and hm.valid && ${range(days)}
  group by m.teaching_group_id`;

export const groupsOfGroup = (teachingGroupId: string): OwnGroups => sql`
  select tg.teaching_group_id, tg.valid from core_data.teaching_group tg
  where tg.education_provider_id = ${provider} and tg.teaching_group_id = ${teachingGroupId}`;

export interface BareLesson {
  weeklyLessonId: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  teachingGroupId: string;
  roomName: string | null;
}

/** When and where the groups' lessons are; what they are is told once a group. */
export async function listBareLessons(tx: Transaction, own: OwnGroups, days: Days): Promise<BareLesson[]> {
  const { rows } = await sql<BareLesson>`
    select l.weekly_lesson_id as "weeklyLessonId", l.held_on as "heldOn", l.starts_at as "startsAt", l.ends_at as "endsAt",
      l.teaching_group_id as "teachingGroupId", coalesce(r.name, r.code) as "roomName"
    from (${own}) own
    join timetable.lessons_between(${days.first}::date, ${days.last}::date) l on l.teaching_group_id = own.teaching_group_id and own.valid @> l.held_on
    left join core_data.room r on r.education_provider_id = ${provider} and r.room_id = l.room_id
    order by l.held_on, l.starts_at, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}
