import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

export interface SchoolBreak {
  name: LocalizedText;
  firstDay: string;
  lastDay: string;
}

export interface TimetableOwner {
  name: string;
  /** The learner is protected and the reader a guardian with whom the learner does not live: nothing may tell the school. */
  isPlaceSecret: boolean;
  breaks: SchoolBreak[];
}

/** The breaks of some days at the schools of a query, or of all schools. */
const breaksAt = (schools: RawBuilder<unknown>, firstDay: string, lastDay: string) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', b.name, 'firstDay', lower(b.valid), 'lastDay', upper(b.valid) - 1) order by b.valid)
  from core_data.school_break b
  where b.education_provider_id = ${provider} and b.valid && daterange(${firstDay}::date, ${lastDay}::date, '[]')
    and (b.school_id is null or b.school_id in (${schools}))), '[]')`;

async function findOwner(tx: Transaction, query: RawBuilder<TimetableOwner>): Promise<TimetableOwner | undefined> {
  const { rows } = await query.execute(tx.db);
  return rows[0];
}

export function findPersonOwner(tx: Transaction, actor: Actor, personId: string, firstDay: string, lastDay: string): Promise<TimetableOwner | undefined> {
  const schools = sql`
    select sr.school_id from core_data.study_right sr
    where sr.education_provider_id = ${provider} and sr.learner_id = ${personId} and sr.state <> 'void' and sr.valid && daterange(${firstDay}::date, ${lastDay}::date, '[]')
    union all
    select sp.school_id from core_data.staff_position sp
    where sp.education_provider_id = ${provider} and sp.person_id = ${personId} and sp.valid && daterange(${firstDay}::date, ${lastDay}::date, '[]')`;
  const isSecret = actor.isGuardian
    ? sql`(p.protected_address and (p.protection_ends_on is null or p.protection_ends_on > ${today}) and exists (
        select from core_data.guardianship gs where gs.education_provider_id = ${provider} and gs.guardian_id = ${actor.personId}
          and gs.learner_id = p.person_id and gs.valid @> ${today} and not gs.lives_with))`
    : sql`false`;
  return findOwner(
    tx,
    sql<TimetableOwner>`select p.call_name || ' ' || p.last_name as name, ${isSecret} as "isPlaceSecret", ${breaksAt(schools, firstDay, lastDay)} as breaks
      from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${personId}`,
  );
}

export const findHomeroomOwner = (tx: Transaction, homeroomId: string, firstDay: string, lastDay: string): Promise<TimetableOwner | undefined> =>
  findOwner(
    tx,
    sql<TimetableOwner>`select h.name, false as "isPlaceSecret", ${breaksAt(sql`select h.school_id`, firstDay, lastDay)} as breaks
      from core_data.homeroom h where h.education_provider_id = ${provider} and h.homeroom_id = ${homeroomId}`,
  );

export const findGroupOwner = (tx: Transaction, teachingGroupId: string, firstDay: string, lastDay: string): Promise<TimetableOwner | undefined> =>
  findOwner(
    tx,
    sql<TimetableOwner>`select g.name, false as "isPlaceSecret", ${breaksAt(sql`select g.school_id`, firstDay, lastDay)} as breaks
      from core_data.teaching_group g where g.education_provider_id = ${provider} and g.teaching_group_id = ${teachingGroupId}`,
  );

export interface OwnTimetable {
  personId: string;
  kind: 'self' | 'child';
  callName: string;
  lastName: string;
}

/** The actor, when they have lessons of their own this school year, and the children they may follow. */
export async function listOwnTimetables(tx: Transaction, actor: Actor): Promise<OwnTimetable[]> {
  const { rows } = await sql<OwnTimetable>`
    select p.person_id as "personId", 'self' as kind, p.call_name as "callName", p.last_name as "lastName"
    from core_data.person p
    where p.education_provider_id = ${provider} and p.person_id = ${actor.personId}
      and (${actor.isLearner} or exists (select from core_data.teaching_group_teacher t where t.education_provider_id = ${provider}
        and t.person_id = p.person_id and t.valid @> ${today}))
    union all
    (select p.person_id, 'child', p.call_name, p.last_name
    from core_data.guardian_access ga
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = ga.learner_id
    where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId}
    order by p.born_on desc nulls last, p.person_id)`.execute(tx.db);
  return rows;
}
