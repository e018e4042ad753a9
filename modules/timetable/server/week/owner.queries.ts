import { sql, type RawBuilder } from 'kysely';
import { isPlaceHiddenFrom } from '@digione/core-data/server';
import type { Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { LessonTeacher } from '../../contract/index.ts';
import { groupsOfGroup, groupsOfHomeroom, groupsOfPerson, type Days, type OwnGroups } from './own-groups.queries.ts';

const provider = sql`(select platform.current_provider())`;

export interface SchoolBreak {
  name: LocalizedText;
  firstDay: string;
  lastDay: string;
}

export interface GroupOfWeek {
  teachingGroupId: string;
  groupName: string;
  subject: { code: string; name: LocalizedText } | null;
  teachers: (LessonTeacher & { firstDay: string | null; lastDay: string | null })[];
}

export interface TimetableOwner {
  name: string;
  /** The learner is protected and the reader a guardian with whom the learner does not live: nothing may tell the school. */
  isPlaceSecret: boolean;
  breaks: SchoolBreak[];
  groups: GroupOfWeek[];
}

const range = (days: Days) => sql`daterange(${days.first}::date, ${days.last}::date, '[]')`;

/** The breaks of the days at the schools of a query, or of all schools. */
const breaksAt = (schools: RawBuilder<unknown>, days: Days) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', b.name, 'firstDay', lower(b.valid), 'lastDay', upper(b.valid) - 1) order by b.valid)
  from core_data.school_break b
  where b.education_provider_id = ${provider} and b.valid && ${range(days)} and (b.school_id is null or b.school_id in (${schools}))), '[]')`;

/** Each group once with its subject and teachers: a week has two or three lessons of most. */
const groupsOf = (own: OwnGroups, days: Days) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('teachingGroupId', g.teaching_group_id, 'groupName', g.name,
    'subject', case when s.subject_id is not null then jsonb_build_object('code', s.code, 'name', s.name) end,
    'teachers', coalesce((
      select jsonb_agg(jsonb_build_object('personId', tp.person_id, 'callName', tp.call_name, 'lastName', tp.last_name, 'role', gt.role,
          'firstDay', lower(gt.valid), 'lastDay', upper(gt.valid) - 1)
        order by case gt.role when 'main' then 1 when 'co' then 2 when 'substitute' then 3 else 4 end, tp.last_name, tp.person_id)
      from core_data.teaching_group_teacher gt
      join core_data.person tp on tp.education_provider_id = gt.education_provider_id and tp.person_id = gt.person_id
      where gt.education_provider_id = ${provider} and gt.teaching_group_id = g.teaching_group_id and gt.valid && ${range(days)}), '[]')))
  from (select distinct own.teaching_group_id from (${own}) own) own
  join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = own.teaching_group_id
  left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id), '[]')`;

async function findOwner(tx: Transaction, query: RawBuilder<TimetableOwner>): Promise<TimetableOwner | undefined> {
  const { rows } = await query.execute(tx.db);
  return rows[0];
}

export function findPersonOwner(tx: Transaction, actor: Actor, personId: string, days: Days): Promise<TimetableOwner | undefined> {
  const schools = sql`
    select sr.school_id from core_data.study_right sr
    where sr.education_provider_id = ${provider} and sr.learner_id = ${personId} and sr.state <> 'void' and sr.valid && ${range(days)}
    union all
    select sp.school_id from core_data.staff_position sp
    where sp.education_provider_id = ${provider} and sp.person_id = ${personId} and sp.valid && ${range(days)}`;
  const isSecret = isPlaceHiddenFrom(actor, sql.ref('p.person_id'));
  return findOwner(
    tx,
    sql<TimetableOwner>`select p.call_name || ' ' || p.last_name as name, ${isSecret} as "isPlaceSecret",
        ${breaksAt(schools, days)} as breaks, ${groupsOf(groupsOfPerson(personId, days), days)} as groups
      from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${personId}`,
  );
}

export const findHomeroomOwner = (tx: Transaction, homeroomId: string, days: Days): Promise<TimetableOwner | undefined> =>
  findOwner(
    tx,
    sql<TimetableOwner>`select h.name, false as "isPlaceSecret", ${breaksAt(sql`select h.school_id`, days)} as breaks,
        ${groupsOf(groupsOfHomeroom(homeroomId, days), days)} as groups
      from core_data.homeroom h where h.education_provider_id = ${provider} and h.homeroom_id = ${homeroomId}`,
  );

export const findGroupOwner = (tx: Transaction, teachingGroupId: string, days: Days): Promise<TimetableOwner | undefined> =>
  findOwner(
    tx,
    sql<TimetableOwner>`select g.name, false as "isPlaceSecret", ${breaksAt(sql`select g.school_id`, days)} as breaks,
        ${groupsOf(groupsOfGroup(teachingGroupId), days)} as groups
      from core_data.teaching_group g where g.education_provider_id = ${provider} and g.teaching_group_id = ${teachingGroupId}`,
  );
