import { sql } from 'kysely';
import { isPlaceHiddenFrom } from '@digione/core-data/server';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { absenceAbilities, hasAbsenceOrNotice } from '@digione/school-admin/server';
import type { ChildToday } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

export type FamilyMember = Omit<ChildToday, 'lessons' | 'absences' | 'notices'> & {
  /** For the safety of the family the reader is not told where the learner is, nor that this is so. */
  isPlaceHidden: boolean;
  /** There is an absence of today or a notice from today on. */
  hasNews: boolean;
};

/** The actor's children today, and the actor if a learner; the rights of each moment are in `guardian_access`. */
export async function listFamily(tx: Transaction, actor: Actor, today: string, lastDay: string): Promise<FamilyMember[]> {
  const children = sql`select ga.learner_id, case when ga.has_custody then 'custody' else 'information' end as relation
    from core_data.guardian_access ga where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId}`;
  const me = sql`select ${actor.personId}::uuid, 'self'`;
  const mine = [...(actor.isGuardian ? [children] : []), ...(actor.isLearner ? [me] : [])];
  if (mine.length === 0) return [];
  const learner = sql.ref('p.person_id');
  const { rows } = await sql<FamilyMember>`
    select p.person_id as "learnerId", p.call_name as "callName", p.last_name as "lastName", mine.relation,
      case when hidden.is_hidden then null else (
        select jsonb_build_object('schoolName', s.name, 'homeroomName', e.homeroom_name, 'gradeLevel', e.grade_level)
        from core_data.current_enrolment e join core_data.school s on s.education_provider_id = ${provider} and s.school_id = e.school_id
        where e.education_provider_id = ${provider} and e.learner_id = p.person_id order by e.study_right_id limit 1) end as place,
      hidden.is_hidden as "isPlaceHidden",
      ${absenceAbilities(actor, learner)} as can, ${hasAbsenceOrNotice(learner, today, lastDay)} as "hasNews"
    from (${sql.join(mine, sql` union all `)}) as mine(learner_id, relation)
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = mine.learner_id
    cross join lateral (select ${isPlaceHiddenFrom(actor, learner)} as is_hidden offset 0) hidden
    order by p.born_on desc, p.call_name`.execute(tx.db);
  return rows;
}
