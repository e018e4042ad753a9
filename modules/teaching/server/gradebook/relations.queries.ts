import { sql } from 'kysely';
import type { Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** Main teacher, co-teacher or substitute of the group today: judges what its learners show. An assistant helps and does not judge. */
export const assessesGroup: Rule = {
  name: 'teaches-and-assesses-group',
  when: (actor, group) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = ${group}
      and gt.person_id = ${actor.personId} and gt.valid @> ${today} and gt.role in ('main', 'co', 'substitute'))`,
};
