import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Guardians who may know of the learners today: never one who is blocked, has no right, or whose child is of age. */
export async function guardiansToTell(tx: Transaction, learnerIds: readonly string[]): Promise<{ learnerId: string; guardianId: string }[]> {
  if (learnerIds.length === 0) return [];
  const { rows } = await sql<{ learnerId: string; guardianId: string }>`
    select ga.learner_id as "learnerId", ga.guardian_id as "guardianId" from core_data.guardian_access ga
    join core_data.person guardian on guardian.education_provider_id = ga.education_provider_id and guardian.person_id = ga.guardian_id
    where ga.education_provider_id = (select platform.current_provider()) and ga.learner_id = any(${learnerIds}::uuid[]) and guardian.died_on is null
    order by ga.learner_id, ga.guardian_id`.execute(tx.db);
  return rows;
}

/** Whose open pages an absence of the learners touches: home, their teachers today, homeroom teacher and school office. */
export async function listConcerned(tx: Transaction, learnerIds: readonly string[]): Promise<string[]> {
  const learners = sql`any(${learnerIds}::uuid[])`;
  const provider = sql`(select platform.current_provider())`;
  const today = sql`(select platform.today())`;
  const { rows } = await sql<{ personId: string }>`
    select unnest(${learnerIds}::uuid[]) as "personId"
    union select ga.guardian_id from core_data.guardian_access ga where ga.education_provider_id = ${provider} and ga.learner_id = ${learners}
    union select gt.person_id from core_data.teaching_group_member gm
      join core_data.teaching_group_teacher gt on gt.education_provider_id = gm.education_provider_id and gt.teaching_group_id = gm.teaching_group_id and gt.valid @> ${today}
      where gm.education_provider_id = ${provider} and gm.learner_id = ${learners} and gm.valid @> ${today}
    union select ht.person_id from core_data.homeroom_member hm
      join core_data.homeroom_teacher ht on ht.education_provider_id = hm.education_provider_id and ht.homeroom_id = hm.homeroom_id and ht.valid @> ${today}
      where hm.education_provider_id = ${provider} and hm.learner_id = ${learners} and hm.valid @> ${today}
    union select r.person_id from core_data.study_right sr
      join access.current_role_assignment r on r.education_provider_id = sr.education_provider_id and r.school_id = sr.school_id
        and r.role in ('principal', 'school-secretary')
      where sr.education_provider_id = ${provider} and sr.learner_id = ${learners} and sr.state <> 'void' and sr.valid @> ${today}`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}
