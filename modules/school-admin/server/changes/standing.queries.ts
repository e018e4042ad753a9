import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Standing } from './rules.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface LearnerStanding extends Standing {
  studyRightId: string;
  callName: string;
  lastName: string;
  homeroomName: string | null;
}

/**
 * A learner's study right at a school: the one in force, else the next, else the last; locked, so that two steps at once wait for each other.
 * Locked by a question of its own: one that waits for a row goes on with what it saw of the others before.
 */
export async function findStanding(tx: Transaction, schoolId: string, learnerId: string): Promise<LearnerStanding | undefined> {
  await sql`
    select r.study_right_id from core_data.study_right r where r.education_provider_id = ${provider} and r.learner_id = ${learnerId} and r.school_id = ${schoolId}
    order by r.study_right_id for update`.execute(tx.db);
  const { rows } = await sql<LearnerStanding>`
    select r.study_right_id as "studyRightId", r.education_form as "educationForm", lower(r.valid) as "from", upper(r.valid) as until, p.call_name as "callName", p.last_name as "lastName",
      (select h.name from core_data.homeroom_member m join core_data.homeroom h on h.education_provider_id = ${provider} and h.homeroom_id = m.homeroom_id
        where m.education_provider_id = ${provider} and m.learner_id = r.learner_id and m.school_id = r.school_id and m.valid @> greatest(platform.today(), lower(r.valid)) limit 1) as "homeroomName",
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', lower(c.during), 'until', case when upper_inf(c.during) then null else upper(c.during) - 1 end))
        from school_admin.learner_change c where c.education_provider_id = ${provider} and c.learner_id = r.learner_id and c.study_right_id = r.study_right_id
          and c.kind in ('leave', 'abroad', 'home-schooling', 'suspended') and c.undone_at is null), '[]') as periods
    from core_data.study_right r join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.learner_id
    where r.education_provider_id = ${provider} and r.learner_id = ${learnerId} and r.school_id = ${schoolId} and r.state <> 'void' and not isempty(r.valid)
    order by r.valid @> platform.today() desc, lower(r.valid) > platform.today() desc, lower(r.valid) desc limit 1`.execute(tx.db);
  return rows[0];
}

/** May the learner go on at the other school, and in the same form of education? */
export async function findOtherSchool(tx: Transaction, schoolId: string, educationForm: string) {
  const { rows } = await sql<{ schoolId: string }>`
    select school_id as "schoolId" from core_data.school where education_provider_id = ${provider} and school_id = ${schoolId} and ${educationForm} = any(education_forms)`.execute(tx.db);
  return rows[0];
}
