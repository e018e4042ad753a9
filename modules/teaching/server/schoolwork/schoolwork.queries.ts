import { sql } from 'kysely';
import { isPlaceHiddenFrom } from '@digione/core-data/server';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { ExamToCome, HomeworkToDo, NoteToHome } from '../../contract/index.ts';
import { staffName } from '../entries/names.queries.ts';
import type { UnitOfLearnerRow } from './units.ts';

const provider = sql`(select platform.current_provider())`;

const subjectOfGroup = sql`case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end as subject`;
const groupJoins = (row: 'h' | 'e' | 'n') => sql`
  join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = ${sql.raw(row)}.teaching_group_id
  left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id`;

interface Days {
  first: string;
  last: string;
}

/** What the learners have to do by these days, in the groups they are in on the day. 12 groups, a term of homework in each: by homework_group, 150 buffers, 0.2 ms. */
export async function listHomeworkOfLearners(tx: Transaction, learnerIds: readonly string[], days: Days): Promise<(HomeworkToDo & { learnerId: string })[]> {
  const { rows } = await sql<HomeworkToDo & { learnerId: string }>`
    select m.learner_id as "learnerId", h.homework_id as "homeworkId", ${subjectOfGroup}, g.name as "groupName", h.text, h.held_on as "givenOn", h.due_on as "dueOn"
    from core_data.teaching_group_member m
    join teaching.homework h on h.education_provider_id = ${provider} and h.teaching_group_id = m.teaching_group_id and h.removed_at is null
      and h.due_on between ${days.first}::date and ${days.last}::date and m.valid @> h.due_on
    ${groupJoins('h')}
    where m.education_provider_id = ${provider} and m.learner_id = any(${learnerIds}::uuid[])
    order by h.due_on, g.name, h.given_at, h.homework_id`.execute(tx.db);
  return rows;
}

/** Their exams of these days. By exam_group. */
export async function listExamsOfLearners(tx: Transaction, learnerIds: readonly string[], days: Days): Promise<(ExamToCome & { learnerId: string })[]> {
  const { rows } = await sql<ExamToCome & { learnerId: string }>`
    select m.learner_id as "learnerId", e.exam_id as "examId", ${subjectOfGroup}, g.name as "groupName", e.held_on as "heldOn", e.name, e.area
    from core_data.teaching_group_member m
    join teaching.exam e on e.education_provider_id = ${provider} and e.teaching_group_id = m.teaching_group_id and e.removed_at is null
      and e.held_on between ${days.first}::date and ${days.last}::date and m.valid @> e.held_on
    ${groupJoins('e')}
    where m.education_provider_id = ${provider} and m.learner_id = any(${learnerIds}::uuid[])
    order by e.held_on, g.name, e.exam_id`.execute(tx.db);
  return rows;
}

/** What has been said to the learner since a day, newest first. By lesson_note_learner. */
export async function listNotesToHome(tx: Transaction, learnerId: string, since: string): Promise<NoteToHome[]> {
  const { rows } = await sql<NoteToHome>`
    select n.lesson_note_id as "lessonNoteId", n.held_on as "heldOn", ${subjectOfGroup}, n.tone, n.phrase, n.words, ${staffName('n.written_by')} as "writtenBy", n.written_at as "writtenAt"
    from teaching.lesson_note n ${groupJoins('n')}
    where n.education_provider_id = ${provider} and n.learner_id = ${learnerId}::uuid and n.removed_at is null and n.held_on >= ${since}::date
    order by n.held_on desc, n.written_at desc, n.lesson_note_id limit 100`.execute(tx.db);
  return rows;
}

export interface OwnLearner {
  learnerId: string;
  callName: string;
  isPlaceHidden: boolean;
}

/** The learner's call name, and whether the reader must not learn where they go to school. */
export async function findLearner(tx: Transaction, actor: Actor, learnerId: string): Promise<OwnLearner | undefined> {
  const { rows } = await sql<OwnLearner>`select p.person_id as "learnerId", p.call_name as "callName", ${isPlaceHiddenFrom(actor, sql.ref('p.person_id'))} as "isPlaceHidden"
    from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${learnerId}`.execute(tx.db);
  return rows[0];
}

/** Oneself as a learner, and the children whose school the reader may know. */
export async function listOwnLearners(tx: Transaction, actor: Actor): Promise<OwnLearner[]> {
  const { rows } = await sql<OwnLearner>`
    select p.person_id as "learnerId", p.call_name as "callName", ${isPlaceHiddenFrom(actor, sql.ref('p.person_id'))} as "isPlaceHidden"
    from core_data.person p where p.education_provider_id = ${provider}
      and p.person_id in (select ga.learner_id from core_data.guardian_access ga where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId}
        union all select ${actor.personId}::uuid where ${actor.isLearner}::boolean)
    order by p.born_on desc, p.call_name, p.person_id`.execute(tx.db);
  return rows;
}

/** The units of the plans of the groups in which the learner is on the day, in their order: names and first days, nothing of the teachers' own. */
export async function listUnitsOfLearner(tx: Transaction, learnerId: string, day: string): Promise<UnitOfLearnerRow[]> {
  const { rows } = await sql<UnitOfLearnerRow>`
    select g.teaching_group_id as "groupId", g.name as "groupName", ${subjectOfGroup}, u.name, u.starts_on as "startsOn"
    from core_data.teaching_group_member m
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = m.teaching_group_id
    left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
    join teaching.plan p on p.education_provider_id = ${provider} and p.teaching_group_id = g.teaching_group_id and p.removed_at is null
    join teaching.plan_unit u on u.education_provider_id = ${provider} and u.plan_id = p.plan_id and u.removed_at is null
    where m.education_provider_id = ${provider} and m.learner_id = ${learnerId}::uuid and m.valid @> ${day}::date
    order by g.name, g.teaching_group_id, u.starts_on, u.name`.execute(tx.db);
  return rows;
}
