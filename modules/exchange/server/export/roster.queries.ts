import { sql } from 'kysely';
import type { Role } from '@digione/oneroster';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;
const name = (column: string) => sql`coalesce(${sql.ref(column)}->>'fi', ${sql.ref(column)}->>'sv', ${sql.ref(column)}->>'en', '')`;

async function rowsOf<T>(tx: Transaction, query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(tx.db)).rows;
}

export const listOrgs = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; name: string; type: 'district' | 'school'; identifier: string | null; parentSourcedId: string | null }>`
      select education_provider_id as "sourcedId", ${name('name')} as name, 'district' as type, coalesce(oid, business_id) as identifier, null as "parentSourcedId"
      from core_data.education_provider where education_provider_id = ${provider}
      union all
      select school_id, ${name('name')}, 'school', coalesce(institution_number, oid), education_provider_id from core_data.school
      where education_provider_id = ${provider} and valid @> ${today}`,
  );

export const listSessions = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; title: string; type: 'schoolYear' | 'term'; startDate: string; endDate: string; parentSourcedId: string | null; schoolYear: number }>`
      select school_year_id as "sourcedId", name as title, 'schoolYear' as type, lower(valid)::text as "startDate", upper(valid)::text as "endDate", null as "parentSourcedId",
        extract(year from upper(valid))::int as "schoolYear"
      from core_data.school_year where education_provider_id = ${provider} and valid @> ${today}
      union all
      select p.teaching_period_id, p.name, 'term', lower(p.valid)::text, upper(p.valid)::text, p.school_year_id, extract(year from upper(y.valid))::int
      from core_data.teaching_period p join core_data.school_year y on y.education_provider_id = p.education_provider_id and y.school_year_id = p.school_year_id
      where p.education_provider_id = ${provider} and y.valid @> ${today}`,
  );

export const listCourses = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; title: string; courseCode: string; orgSourcedId: string; subjects: string[] }>`
      select subject_id as "sourcedId", ${name('name')} as title, code as "courseCode", education_provider_id as "orgSourcedId", array[${name('name')}] as subjects
      from core_data.subject where education_provider_id = ${provider} and valid @> ${today}`,
  );

/** Homerooms belong to no subject, but the standard wants a course for each class: one course stands for homerooms. */
export const listClasses = (tx: Transaction, homeroomCourseId: string) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; title: string; classType: 'homeroom' | 'scheduled'; courseSourcedId: string; schoolSourcedId: string; termSourcedIds: string[]; grades: string[] }>`
      select homeroom_id as "sourcedId", name as title, 'homeroom' as "classType", ${homeroomCourseId}::text as "courseSourcedId", school_id as "schoolSourcedId",
        array[school_year_id::text] as "termSourcedIds", array_remove(array[lpad(grade_level::text, 2, '0')], null) as grades
      from core_data.homeroom where education_provider_id = ${provider} and valid @> ${today}
      union all
      select teaching_group_id, name, 'scheduled', coalesce(subject_id::text, ${homeroomCourseId}), school_id, array[school_year_id::text], '{}'
      from core_data.teaching_group where education_provider_id = ${provider} and valid @> ${today}`,
  );

/**
 * Learners, staff and guardians in force today. A protected person's contact data stays at home; so does the tie between
 * a protected learner and a guardian who does not live with them.
 */
export const listUsers = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{
      sourcedId: string;
      givenName: string;
      familyName: string;
      preferredGivenName: string;
      identifier: string | null;
      email: string | null;
      phone: string | null;
      primaryOrgSourcedId: string | null;
      agentSourcedIds: string[];
      birthDate: string | null;
      sex: 'female' | 'male' | 'other' | null;
      isLearner: boolean;
    }>`
      with ties as (
        select a.guardian_id, a.learner_id from core_data.guardian_access a
        join core_data.person l on l.education_provider_id = a.education_provider_id and l.person_id = a.learner_id
        where a.education_provider_id = ${provider} and (a.lives_with or not l.protected_address)),
      learners as (select distinct on (learner_id) learner_id, school_id from core_data.current_enrolment where education_provider_id = ${provider} order by learner_id, school_id),
      staff as (select distinct on (person_id) person_id, school_id from core_data.staff_position
        where education_provider_id = ${provider} and valid @> ${today} order by person_id, school_id nulls last)
      select p.person_id as "sourcedId", p.first_names as "givenName", p.last_name as "familyName", p.call_name as "preferredGivenName", p.learner_number as identifier,
        case when p.protected_address then null else p.email end as email, case when p.protected_address then null else p.phone end as phone,
        coalesce(l.school_id, s.school_id) as "primaryOrgSourcedId",
        array(select t.guardian_id::text from ties t where t.learner_id = p.person_id union select t.learner_id::text from ties t where t.guardian_id = p.person_id) as "agentSourcedIds",
        case when l.learner_id is null then null else p.born_on::text end as "birthDate", case when l.learner_id is null then null else p.gender end as sex, l.learner_id is not null as "isLearner"
      from core_data.person p
      left join learners l on l.learner_id = p.person_id
      left join staff s on s.person_id = p.person_id
      where p.education_provider_id = ${provider} and p.died_on is null
        and (l.learner_id is not null or s.person_id is not null or exists (select from ties t where t.guardian_id = p.person_id))`,
  );

export const listRoles = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; userSourcedId: string; orgSourcedId: string; role: Role; beginDate: string | null; endDate: string | null }>`
      select study_right_id as "sourcedId", learner_id as "userSourcedId", school_id as "orgSourcedId", 'student' as role, lower(valid)::text as "beginDate", upper(valid)::text as "endDate"
      from core_data.study_right where education_provider_id = ${provider} and valid @> ${today} and state in ('present', 'temporarily-suspended')
      union all
      select staff_position_id, person_id, coalesce(school_id, education_provider_id),
        case title when 'principal' then 'principal' when 'vice-principal' then 'principal' when 'teaching-assistant' then 'aide' when 'guidance-counsellor' then 'counselor'
          when 'school-secretary' then 'siteAdministrator' when 'expert' then 'districtAdministrator' else 'teacher' end,
        lower(valid)::text, upper(valid)::text
      from core_data.staff_position where education_provider_id = ${provider} and valid @> ${today}
      union all
      select distinct on (a.guardian_id, e.school_id) md5(a.guardian_id::text || e.school_id::text)::uuid, a.guardian_id, e.school_id, 'guardian', null, null
      from core_data.guardian_access a
      join core_data.person l on l.education_provider_id = a.education_provider_id and l.person_id = a.learner_id
      join core_data.current_enrolment e on e.education_provider_id = a.education_provider_id and e.learner_id = a.learner_id
      where a.education_provider_id = ${provider} and (a.lives_with or not l.protected_address)`,
  );

export const listEnrollments = (tx: Transaction) =>
  rowsOf(
    tx,
    sql<{ sourcedId: string; classSourcedId: string; userSourcedId: string; schoolSourcedId: string; role: 'student' | 'teacher'; primary: boolean | null; beginDate: string | null; endDate: string | null }>`
      select m.homeroom_member_id as "sourcedId", m.homeroom_id as "classSourcedId", m.learner_id as "userSourcedId", m.school_id as "schoolSourcedId", 'student' as role,
        false as primary, lower(m.valid)::text as "beginDate", upper(m.valid)::text as "endDate"
      from core_data.homeroom_member m join core_data.homeroom h on h.education_provider_id = m.education_provider_id and h.homeroom_id = m.homeroom_id and h.valid @> ${today}
      where m.education_provider_id = ${provider} and m.valid @> ${today}
      union all
      select t.homeroom_teacher_id, t.homeroom_id, t.person_id, h.school_id, 'teacher', true, lower(t.valid)::text, upper(t.valid)::text
      from core_data.homeroom_teacher t join core_data.homeroom h on h.education_provider_id = t.education_provider_id and h.homeroom_id = t.homeroom_id and h.valid @> ${today}
      where t.education_provider_id = ${provider} and t.valid @> ${today}
      union all
      select m.teaching_group_member_id, m.teaching_group_id, m.learner_id, g.school_id, 'student', false, lower(m.valid)::text, upper(m.valid)::text
      from core_data.teaching_group_member m join core_data.teaching_group g on g.education_provider_id = m.education_provider_id and g.teaching_group_id = m.teaching_group_id and g.valid @> ${today}
      where m.education_provider_id = ${provider} and m.valid @> ${today}
      union all
      select t.teaching_group_teacher_id, t.teaching_group_id, t.person_id, g.school_id, 'teacher', t.role = 'main', lower(t.valid)::text, upper(t.valid)::text
      from core_data.teaching_group_teacher t join core_data.teaching_group g on g.education_provider_id = t.education_provider_id and g.teaching_group_id = t.teaching_group_id and g.valid @> ${today}
      where t.education_provider_id = ${provider} and t.valid @> ${today} and t.role <> 'assistant'`,
  );
