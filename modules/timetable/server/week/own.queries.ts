import { sql } from 'kysely';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

export interface OwnTimetable {
  personId: string;
  kind: 'self' | 'child';
  callName: string;
  lastName: string;
}

/** The actor, when they study or teach, and the children they may follow. */
export async function listOwnTimetables(tx: Transaction, actor: Actor): Promise<OwnTimetable[]> {
  const { rows } = await sql<OwnTimetable>`
    select p.person_id as "personId", 'self' as kind, p.call_name as "callName", p.last_name as "lastName"
    from core_data.person p
    where p.education_provider_id = ${provider} and p.person_id = ${actor.personId}
      and (${actor.isLearner} or exists (select from core_data.teaching_group_teacher t where t.education_provider_id = ${provider}
        and t.person_id = p.person_id and t.valid @> (select platform.today())))
    union all
    (select p.person_id, 'child', p.call_name, p.last_name
    from core_data.guardian_access ga
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = ga.learner_id
    where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId}
    order by p.born_on desc nulls last, p.person_id)`.execute(tx.db);
  return rows;
}
