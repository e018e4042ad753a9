import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;

export const listSchools = (tx: Transaction) =>
  tx.db
    .selectFrom('core_data.school as s')
    .where('s.education_provider_id', '=', provider)
    .where(sql<boolean>`s.valid @> (select platform.today())`)
    .select([
      's.school_id as schoolId',
      's.name',
      's.teaching_language as teachingLanguage',
      's.education_forms as educationForms',
      's.institution_number as institutionNumber',
      sql<number>`(select count(*) from core_data.study_right r where r.education_provider_id = s.education_provider_id and r.school_id = s.school_id
        and r.state <> 'void' and r.valid @> (select platform.today()))`.as('learnerCount'),
    ])
    .orderBy(sql`coalesce(s.name->>'fi', s.name->>'sv')`)
    .execute();

export async function listHomerooms(tx: Transaction, schoolId: string) {
  const { rows } = await sql<{
    homeroomId: string;
    name: string;
    gradeLevel: number | null;
    learnerCount: number;
    teachers: { personId: string; callName: string; lastName: string }[];
  }>`
    select h.homeroom_id as "homeroomId", h.name, h.grade_level as "gradeLevel",
      (select count(*) from core_data.homeroom_member m where m.education_provider_id = h.education_provider_id and m.homeroom_id = h.homeroom_id
        and m.valid @> (select platform.today())) as "learnerCount",
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) order by p.last_name)
        from core_data.homeroom_teacher t join core_data.person p on p.education_provider_id = t.education_provider_id and p.person_id = t.person_id
        where t.education_provider_id = h.education_provider_id and t.homeroom_id = h.homeroom_id and t.valid @> (select platform.today())), '[]') as teachers
    from core_data.homeroom h
    where h.education_provider_id = ${provider} and h.school_id = ${schoolId} and h.valid @> (select platform.today())
    order by h.grade_level nulls last, h.name`.execute(tx.db);
  return rows;
}

export async function findHomeroom(tx: Transaction, homeroomId: string) {
  const { rows } = await sql<{
    homeroomId: string;
    name: string;
    schoolId: string;
    schoolName: Record<string, string>;
    learnerCount: number;
    teachers: { personId: string; callName: string; lastName: string }[];
  }>`
    select h.homeroom_id as "homeroomId", h.name, h.school_id as "schoolId", s.name as "schoolName",
      (select count(*) from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.homeroom_id = h.homeroom_id
        and m.valid @> (select platform.today())) as "learnerCount",
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) order by p.last_name)
        from core_data.homeroom_teacher t join core_data.person p on p.education_provider_id = t.education_provider_id and p.person_id = t.person_id
        where t.education_provider_id = ${provider} and t.homeroom_id = h.homeroom_id and t.valid @> (select platform.today())), '[]') as teachers
    from core_data.homeroom h
    join core_data.school s on s.education_provider_id = ${provider} and s.school_id = h.school_id
    where h.education_provider_id = ${provider} and h.homeroom_id = ${homeroomId}`.execute(tx.db);
  return rows[0];
}

export const listTeachingGroups = (tx: Transaction, schoolId: string) =>
  tx.db
    .selectFrom('core_data.teaching_group as g')
    .leftJoin('core_data.subject as s', (join) => join.onRef('s.subject_id', '=', 'g.subject_id').onRef('s.education_provider_id', '=', 'g.education_provider_id'))
    .where('g.education_provider_id', '=', provider)
    .where('g.school_id', '=', schoolId)
    .where(sql<boolean>`g.valid @> (select platform.today())`)
    .select([
      'g.teaching_group_id as teachingGroupId',
      'g.name',
      's.code as subjectCode',
      's.name as subjectName',
      sql<number>`(select count(*) from core_data.teaching_group_member m where m.education_provider_id = g.education_provider_id
        and m.teaching_group_id = g.teaching_group_id and m.valid @> (select platform.today()))`.as('learnerCount'),
    ])
    .orderBy('g.name')
    .execute();

export const findSchoolYear = (tx: Transaction) =>
  tx.db
    .selectFrom('core_data.school_year')
    .where('education_provider_id', '=', provider)
    .where(sql<boolean>`valid @> (select platform.today())`)
    .select(['school_year_id as schoolYearId', 'name', sql<string>`lower(valid)`.as('startsOn'), sql<string>`upper(valid) - 1`.as('endsOn')])
    .executeTakeFirst();

export const listPeriods = (tx: Transaction, schoolYearId: string) =>
  tx.db
    .selectFrom('core_data.teaching_period')
    .where('school_year_id', '=', schoolYearId)
    .select([
      sql<Record<string, string>>`coalesce(names, core_data.names_of_period(name))`.as('name'),
      'school_id as schoolId',
      sql<string>`lower(valid)`.as('startsOn'),
      sql<string>`upper(valid) - 1`.as('endsOn'),
    ])
    .orderBy(sql`lower(valid)`)
    .execute();

export const listBreaks = (tx: Transaction, schoolYearId: string) =>
  tx.db
    .selectFrom('core_data.school_break')
    .where('school_year_id', '=', schoolYearId)
    .select(['name', 'school_id as schoolId', sql<string>`lower(valid)`.as('startsOn'), sql<string>`upper(valid) - 1`.as('endsOn')])
    .orderBy(sql`lower(valid)`)
    .execute();
