import { sql, type RawBuilder } from 'kysely';
import { allowedFor, type Actor, type ObjectRef } from '@digione/platform/access';
import { speakForSchool } from '../actions.ts';

const provider = sql`(select platform.current_provider())`;

/** The actor acts for the school towards this learner. */
export const speaksForSchool = (actor: Actor, learner: ObjectRef): RawBuilder<boolean> => sql<boolean>`coalesce(${allowedFor(actor, speakForSchool, learner)}, false)`;

/** `you`, `learner`, `guardian` or `school`; null when nobody has spoken. */
export const speaker = (actor: Actor, learner: ObjectRef, person: ObjectRef) => sql<'you' | 'guardian' | 'learner' | 'school' | null>`case
  when ${person} is null then null
  when ${person} = ${actor.personId}::uuid then 'you'
  when ${person} = ${learner} then 'learner'
  when exists (select from core_data.guardianship g where g.education_provider_id = ${provider} and g.guardian_id = ${person} and g.learner_id = ${learner}) then 'guardian'
  else 'school' end`;

/**
 * Whether the actor may read what a person has written of the learner. Free text may say where a family is: of a
 * protected learner, or from a protected home, it is for the writer, the learner and the school alone.
 */
export const mayReadWords = (actor: Actor, learner: ObjectRef, writer: ObjectRef) => sql<boolean>`(
  ${writer} = ${actor.personId}::uuid or ${learner} = ${actor.personId}::uuid or ${speaksForSchool(actor, learner)}
  or not exists (select from core_data.person o where o.education_provider_id = ${provider} and o.person_id in (${learner}, ${writer}) and o.protected_address))`;
