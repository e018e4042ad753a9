import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;

/** The actor and the children in the actor's custody (not those of whom there is only a right to information). */
export async function listSubjects(tx: Transaction, personId: string) {
  const { rows } = await sql<{ personId: string; callName: string }>`
    select p.person_id as "personId", p.call_name as "callName" from core_data.person p
    where p.education_provider_id = ${provider} and (p.person_id = ${personId} or exists (
      select from core_data.guardian_access g where g.education_provider_id = p.education_provider_id and g.guardian_id = ${personId}
        and g.learner_id = p.person_id and g.has_custody))
    order by p.person_id = ${personId} desc, p.born_on`.execute(tx.db);
  return rows;
}

/** A day's acts of one actor on the person's data, newest first. */
export async function listDisclosures(tx: Transaction, personId: string, before: string | undefined, limit: number) {
  const { rows } = await sql<{
    on: string;
    firstAt: string;
    lastAt: string;
    times: number;
    action: string;
    basis: string | null;
    purpose: string | null;
    isSelf: boolean;
    outcome: string;
  }>`
    select (at at time zone 'Europe/Helsinki')::date as on, min(at) as "firstAt", max(at) as "lastAt", count(*) as times, action, basis, purpose,
           actor_person_id is not distinct from ${personId}::uuid as "isSelf", outcome
    from audit.entry
    where education_provider_id = ${provider} and person_ids @> array[${personId}::uuid] and (${before ?? null}::timestamptz is null or at < ${before ?? null}::timestamptz)
    group by 1, actor_person_id, action, basis, purpose, outcome
    order by max(at) desc limit ${limit}`.execute(tx.db);
  return rows;
}

export async function listEntries(tx: Transaction, personId: string, before: string | undefined, limit: number) {
  const { rows } = await sql<{
    at: string;
    actorId: string | null;
    callName: string | null;
    lastName: string | null;
    action: string;
    basis: string | null;
    purpose: string | null;
    endpoint: string | null;
    outcome: 'done' | 'denied';
  }>`
    select e.at, p.person_id as "actorId", p.call_name as "callName", p.last_name as "lastName", e.action, e.basis, e.purpose, e.endpoint, e.outcome
    from audit.entry e
    left join core_data.person p on p.education_provider_id = e.education_provider_id and p.person_id = e.actor_person_id
    where e.education_provider_id = ${provider} and e.person_ids @> array[${personId}::uuid] and (${before ?? null}::timestamptz is null or e.at < ${before ?? null}::timestamptz)
    order by e.at desc limit ${limit}`.execute(tx.db);
  return rows;
}
