import { sql } from 'kysely';
import { schoolCondition, type ObjectKind, type Role, type Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;

/** A weekly lesson; the date is the handler's business, since no right depends on it alone. */
export const lessonObject: ObjectKind = {
  name: 'lesson',
  exists: (lesson) => sql<boolean>`exists (select from timetable.weekly_lesson o where o.education_provider_id = ${provider} and o.weekly_lesson_id = ${lesson})`,
};

type GroupRole = 'main' | 'co' | 'substitute' | 'assistant';

/** The actor is in one of the roles today in the group that has the lesson. */
const inLessonsGroup = (name: string, roles: readonly GroupRole[]): Rule => ({
  name,
  when: (actor, lesson) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from timetable.weekly_lesson wl
      join core_data.teaching_group_teacher gt on gt.education_provider_id = ${provider} and gt.teaching_group_id = wl.teaching_group_id
        and gt.person_id = ${actor.personId} and gt.valid @> (select platform.today()) and gt.role = any(${roles}::text[])
      where wl.education_provider_id = ${provider} and wl.weekly_lesson_id = ${lesson})`,
});

/** Main teacher, co-teacher or substitute today: answers for the lesson. */
export const holdsLesson = inLessonsGroup('holds-lesson', ['main', 'co', 'substitute']);

/** Assists in the lesson today. */
export const assistsInLesson = inLessonsGroup('assists-in-lesson', ['assistant']);

/** The actor has one of the roles at the lesson's school. */
export const roleAtLessonsSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-lessons-school`,
  when: (actor, lesson) => {
    const condition = schoolCondition(actor, roles, sql`wl.school_id`);
    if (typeof condition === 'boolean') return condition;
    return sql<boolean>`exists (select from timetable.weekly_lesson wl
      where wl.education_provider_id = ${provider} and wl.weekly_lesson_id = ${lesson} and ${condition})`;
  },
});
