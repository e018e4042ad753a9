import { sql } from 'kysely';
import type { Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;

/** Answers for the group's marks today: its main teacher or a co-teacher. Who stands in for a day does not give marks. */
export const decidesForGroup: Rule = {
  name: 'teaches-and-gives-marks',
  when: (actor, group) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = ${group}
      and gt.person_id = ${actor.personId} and gt.valid @> (select platform.today()) and gt.role in ('main', 'co'))`,
};
