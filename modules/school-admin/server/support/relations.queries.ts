import { sql } from 'kysely';
import type { Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;

/** Named as responsible for a measure of the learner that has not ended. */
export const responsibleForSupport: Rule = {
  name: 'responsible-for-support',
  when: (actor, learner) =>
    actor.roles.length > 0 &&
    sql<boolean>`exists (select from school_admin.support_measure sm
      join school_admin.support_responsible sr on sr.education_provider_id = ${provider} and sr.support_measure_id = sm.support_measure_id and sr.person_id = ${actor.personId}
      where sm.education_provider_id = ${provider} and sm.learner_id = ${learner} and coalesce(upper(sm.valid) > (select platform.today()), true))`,
};
