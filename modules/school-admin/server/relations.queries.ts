import { sql } from 'kysely';
import type { Actor, ObjectKind, ObjectRef, Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;

export const noticeObject: ObjectKind = {
  name: 'absence-notice',
  exists: (notice) => sql<boolean>`exists (select from school_admin.absence_notice o where o.education_provider_id = ${provider} and o.absence_notice_id = ${notice})`,
};

const learnerOf = (notice: ObjectRef) =>
  sql`(select o.learner_id from school_admin.absence_notice o where o.education_provider_id = ${provider} and o.absence_notice_id = ${notice})`;

/** The rule holds for the learner whom the notice is about. */
export const aboutLearner = (rule: Rule): Rule => ({ name: rule.name, when: (actor, notice) => rule.when(actor, learnerOf(notice)) });

/** What one home has told the other home can't take back. */
export const ownNotice = (rule: Rule): Rule => ({
  name: `${rule.name}-and-own-notice`,
  when: (actor: Actor, notice) => {
    const holds = rule.when(actor, learnerOf(notice));
    if (holds === false) return false;
    return sql<boolean>`(${holds} and exists (select from school_admin.absence_notice o where o.education_provider_id = ${provider}
      and o.absence_notice_id = ${notice} and o.reported_by = ${actor.personId}))`;
  },
});
