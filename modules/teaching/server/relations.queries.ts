import { sql } from 'kysely';
import { schoolCondition, type ObjectKind, type ObjectRef, type Role, type Rule } from '@digione/platform/access';

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

/** Main or co-teacher today: answers for the group over the year, unlike a substitute. */
export const answersForGroupOfLesson = inLessonsGroup('answers-for-group-of-lesson', ['main', 'co']);

/** The same of a teaching group itself. */
export const answersForGroup: Rule = {
  name: 'answers-for-group',
  when: (actor, group) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = ${group}
      and gt.person_id = ${actor.personId} and gt.role in ('main', 'co') and gt.valid @> (select platform.today()))`,
};

export const noteObject: ObjectKind = {
  name: 'lesson-note',
  exists: (note) => sql<boolean>`exists (select from teaching.lesson_note o where o.education_provider_id = ${provider} and o.lesson_note_id = ${note})`,
};

const noteHas = (note: ObjectRef, condition: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select from teaching.lesson_note said where said.education_provider_id = ${provider} and said.lesson_note_id = ${note} and ${condition})`;

/** Written by the actor, who still holds the group's lessons. */
export const ownNoteInOwnGroup: Rule = {
  name: 'own-note',
  when: (actor, note) =>
    actor.roles.length > 0 &&
    noteHas(
      note,
      sql`said.written_by = ${actor.personId} and exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider}
        and gt.teaching_group_id = said.teaching_group_id and gt.person_id = ${actor.personId} and gt.role <> 'assistant' and gt.valid @> (select platform.today()))`,
    ),
};

export const principalOfNotesSchool: Rule = {
  name: 'principal-of-notes-school',
  when: (actor, note) => {
    const condition = schoolCondition(actor, ['principal'], sql`said.school_id`);
    return typeof condition === 'boolean' ? condition : noteHas(note, condition);
  },
};

export const phraseObject: ObjectKind = {
  name: 'feedback-phrase',
  exists: (phrase) => sql<boolean>`exists (select from teaching.feedback_phrase o where o.education_provider_id = ${provider} and o.feedback_phrase_id = ${phrase})`,
};

export const ownPhrase: Rule = {
  name: 'own-phrase',
  when: (actor, phrase) =>
    sql<boolean>`exists (select from teaching.feedback_phrase o where o.education_provider_id = ${provider} and o.feedback_phrase_id = ${phrase} and o.person_id = ${actor.personId})`,
};
