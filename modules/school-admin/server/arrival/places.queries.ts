import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { PlaceGroup } from '../../contract/index.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface PlaceHomeroom {
  homeroomId: string;
  name: string;
  gradeLevel: number | null;
  learnerCount: number;
}

/** Both lists start at the school's index. */
export async function listPlaceHomerooms(tx: Transaction, schoolId: string, on: string): Promise<PlaceHomeroom[]> {
  const { rows } = await sql<PlaceHomeroom>`
    select h.homeroom_id as "homeroomId", h.name, h.grade_level as "gradeLevel",
      (select count(*)::int from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.homeroom_id = h.homeroom_id and m.valid @> ${on}::date) as "learnerCount"
    from core_data.homeroom h where h.education_provider_id = ${provider} and h.school_id = ${schoolId} and h.valid @> ${on}::date
    order by h.grade_level nulls last, h.name`.execute(tx.db);
  return rows;
}

export async function listPlaceGroups(tx: Transaction, schoolId: string, on: string): Promise<PlaceGroup[]> {
  const { rows } = await sql<PlaceGroup>`
    select g.teaching_group_id as "teachingGroupId", g.name, s.name as "subjectName", s.code as "subjectCode", g.homeroom_id as "homeroomId",
      (select count(*)::int from core_data.teaching_group_member m where m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id and m.valid @> ${on}::date) as "learnerCount"
    from core_data.teaching_group g
    left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
    where g.education_provider_id = ${provider} and g.school_id = ${schoolId} and g.valid @> ${on}::date order by g.name`.execute(tx.db);
  return rows;
}

/** The first day of the school year that holds the date. */
export async function findSchoolYearStart(tx: Transaction, on: string): Promise<string | undefined> {
  const { rows } = await sql<{ startsOn: string }>`
    select lower(valid) as "startsOn" from core_data.school_year where education_provider_id = ${provider} and valid @> ${on}::date`.execute(tx.db);
  return rows[0]?.startsOn;
}

export async function findSchool(tx: Transaction, schoolId: string) {
  const { rows } = await sql<{ schoolId: string; educationForms: string[]; teachingLanguage: string }>`
    select school_id as "schoolId", education_forms as "educationForms", teaching_language as "teachingLanguage" from core_data.school
    where education_provider_id = ${provider} and school_id = ${schoolId}`.execute(tx.db);
  return rows[0];
}

/** What the national code set calls a municipality, where it has been imported. */
export async function findMunicipalityName(tx: Transaction, code: string): Promise<Record<string, string> | undefined> {
  const { rows } = await sql<{ name: Record<string, string> }>`select name from core_data.code where code_set = 'kunta' and code = ${code} order by version desc limit 1`.execute(tx.db);
  return rows[0]?.name;
}
