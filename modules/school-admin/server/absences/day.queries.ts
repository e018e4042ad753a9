import { sql, type RawBuilder } from 'kysely';
import { allowedFor, type Actor, type ObjectRef } from '@digione/platform/access';
import { explainAbsence } from '../actions.ts';

const provider = sql`(select platform.current_provider())`;

/** `{explain, report}` of a learner, for lists of other services. The two have the same rules, so they are asked once. */
export const absenceAbilities = (actor: Actor, learner: ObjectRef): RawBuilder<{ explain: boolean; report: boolean }> => sql`(
  select jsonb_build_object('explain', tells.may, 'report', tells.may) from (select coalesce(${allowedFor(actor, explainAbsence, learner)}, false) as may offset 0) tells)`;

/** Is there any absence of the day, or a notice from the day on? Most days there is none, and nothing more need be asked. */
export const hasAbsenceOrNotice = (learner: ObjectRef, day: string, untilDay: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from school_admin.absence a where a.education_provider_id = ${provider} and a.learner_id = ${learner} and a.held_on = ${day}::date)
  or exists (select from school_admin.absence_notice n where n.education_provider_id = ${provider} and n.learner_id = ${learner} and n.withdrawn_at is null
    and n.during && tstzrange(${day}::timestamp at time zone 'Europe/Helsinki', (${untilDay}::date + 1)::timestamp at time zone 'Europe/Helsinki')))`;
