import { sql, type RawBuilder } from 'kysely';
import { roleAtLearnersSchool } from '@digione/core-data/server';
import { conditionOf, hasRole, schoolsWithRole, type Actor, type Role, type Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;
const OFFICE: readonly Role[] = ['principal', 'school-secretary'];

/** `own`, a row of core_data.study_right, is at a school where the actor has one of the roles. */
function atOwnSchool(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  const schools = schoolsWithRole(actor, ...roles);
  return schools === 'all' ? sql<boolean>`true` : sql<boolean>`own.school_id = any(${schools}::uuid[])`;
}

/** A school answers for the study rights it gave, also when the learner has moved on or is yet to come. */
export const officeOfStudyRight: Rule = {
  name: 'office-of-study-rights-school',
  when: (actor, learner) =>
    hasRole(actor, ...OFFICE) &&
    sql<boolean>`exists (select from core_data.study_right own where own.education_provider_id = ${provider} and own.learner_id = ${learner} and ${atOwnSchool(actor, OFFICE)})`,
};

/**
 * Which of a learner's study rights the reader sees: those of own schools, and all of them where the learner studies now. A school
 * that the learner has left is told nothing of where they went.
 */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const here = conditionOf(roleAtLearnersSchool(...OFFICE, 'guidance-counsellor', 'special-needs-teacher'), actor, sql`own.learner_id`);
  return sql<boolean>`(${atOwnSchool(actor, OFFICE)} or ${typeof here === 'boolean' ? sql<boolean>`${here}` : here})`;
}

/** Each school changes its own study rights. */
export const isKeptBy = (actor: Actor, schoolId: string): boolean => {
  const schools = schoolsWithRole(actor, ...OFFICE);
  return schools === 'all' || schools.includes(schoolId);
};
