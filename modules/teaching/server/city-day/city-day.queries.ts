import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { CityDay } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** Every school in force with its day in counts, where most registers are missed first. The day is bound: see today.queries.ts. */
export async function listSchoolsOfCity(tx: Transaction, day: string): Promise<CityDay['schools']> {
  const { rows } = await sql<CityDay['schools'][number]>`
    with held as (
      select l.school_id, count(*)::int as begun, count(*) filter (where not lesson.is_unfinished)::int as taken,
        count(*) filter (where lesson.is_unfinished and lesson.ends_at <= platform.now() - interval '10 minutes')::int as untaken
      from timetable.lessons_between(${day}::date, ${day}::date) l
      left join teaching.lesson_register reg on reg.education_provider_id = ${provider} and reg.held_on = ${day}::date and reg.weekly_lesson_id = l.weekly_lesson_id
      cross join lateral (select reg.lesson_register_id is null or reg.is_partial as is_unfinished, timetable.instant_of(l.held_on, l.ends_at) as ends_at) lesson
      where timetable.instant_of(l.held_on, l.starts_at) <= platform.now()
      group by l.school_id
    ), studying as (
      select school_id, count(distinct learner_id)::int as learners from core_data.study_right
      where education_provider_id = ${provider} and state <> 'void' and valid @> ${today} group by school_id
    )
    select s.school_id as "schoolId", s.name as "schoolName", coalesce(studying.learners, 0) as learners,
      coalesce(held.begun, 0) as "lessonsBegun", coalesce(held.taken, 0) as "registersTaken", coalesce(held.untaken, 0) as "untakenRegisters"
    from core_data.school s
    left join held on held.school_id = s.school_id
    left join studying on studying.school_id = s.school_id
    where s.education_provider_id = ${provider} and s.valid @> ${today}
    order by coalesce(held.untaken, 0) desc, coalesce(s.name ->> 'fi', s.name ->> 'sv'), s.school_id`.execute(tx.db);
  return rows;
}
