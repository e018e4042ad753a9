import { sql, type RawBuilder } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import { adultSelf, roleAtHomeroomsSchool, teachesHomeroom } from '@digione/core-data/server';
import type { Transaction } from '@digione/platform/db';
import type { OpenDay, OpenDayOfHomeroom } from '../../contract/index.ts';
import { listOpenAbsences } from '../actions.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** What is older is for the school to close, not to ask the home about. */
const DAYS_BACK = 60;

const openDays = (learners: RawBuilder<unknown>, more: { columns?: RawBuilder<unknown>; grouping?: RawBuilder<unknown> } = {}) => sql`
  select p.person_id as "learnerId", p.call_name as "callName", p.last_name as "lastName", a.held_on as "heldOn",
    min(a.starts_at) as "startsAt", max(a.ends_at) as "endsAt", array_agg(a.absence_id order by a.starts_at) as "absenceIds",
    coalesce(jsonb_agg(s.name order by a.starts_at) filter (where s.name is not null), '[]') as subjects ${more.columns ?? sql``}
  from (${learners}) of_mine
  join school_admin.absence a on a.education_provider_id = ${provider} and a.learner_id = of_mine.learner_id and a.absence_type_id is null and a.kind = 'absent'
    and a.held_on > ${today} - ${sql.lit(DAYS_BACK)}
  join core_data.person p on p.education_provider_id = ${provider} and p.person_id = a.learner_id
  left join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = a.teaching_group_id
  left join core_data.subject s on s.education_provider_id = ${provider} and s.subject_id = g.subject_id
  group by p.person_id, p.call_name, p.last_name, a.held_on ${more.grouping ?? sql``}
  order by a.held_on desc, p.call_name, p.person_id limit 200`;

/** Whether anything waits at all, asked without rights or names: most days nothing does, and the list is a large plan to begin. */
async function hasOpenAbsence(tx: Transaction, actor: Actor): Promise<boolean> {
  const isOpen = sql`a.absence_type_id is null and a.kind = 'absent' and a.held_on > ${today} - ${sql.lit(DAYS_BACK)}`;
  const { rows } = await sql<{ isOpen: boolean }>`select
    exists (select from school_admin.absence a where a.education_provider_id = ${provider} and a.learner_id = ${actor.personId} and ${isOpen})
    or exists (select from core_data.guardianship g join school_admin.absence a on a.education_provider_id = ${provider} and a.learner_id = g.learner_id and ${isOpen}
      where g.education_provider_id = ${provider} and g.guardian_id = ${actor.personId}) as "isOpen"`.execute(tx.db);
  return rows[0]?.isOpen === true;
}

/** What the actor may explain for the home: own children with custody, oneself when of age. */
export async function listOpenDaysOfHome(tx: Transaction, actor: Actor): Promise<OpenDay[]> {
  const children = sql`select ga.learner_id from core_data.guardian_access ga
    where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId} and ga.has_custody`;
  const me = sql`select ${actor.personId}::uuid as learner_id where ${adultSelf.when(actor, sql`${actor.personId}::uuid`)}`;
  const sources = [...(actor.isGuardian ? [children] : []), ...(actor.isLearner ? [me] : [])];
  if (sources.length === 0 || !(await hasOpenAbsence(tx, actor))) return [];
  const { rows } = await sql<OpenDay>`${openDays(sql.join(sources, sql` union all `))}`.execute(tx.db);
  return rows;
}

const ofHomerooms = (homerooms: RawBuilder<unknown>) => sql`
  select hm.learner_id, h.name as homeroom_name from core_data.homeroom h
  join core_data.homeroom_member hm on hm.education_provider_id = ${provider} and hm.homeroom_id = h.homeroom_id and hm.valid @> ${today}
  where h.education_provider_id = ${provider} and h.homeroom_id in (${homerooms})`;

const myHomerooms = (actor: Actor) => sql`select ht.homeroom_id from core_data.homeroom_teacher ht
  where ht.education_provider_id = ${provider} and ht.person_id = ${actor.personId} and ht.valid @> ${today}`;

/** Whom of the home one may ring: custody, no block; the number only where nobody is protected. */
const guardians = sql`, of_mine.homeroom_name as "homeroomName", (
  select coalesce(jsonb_agg(jsonb_build_object('personId', gp.person_id, 'callName', gp.call_name, 'lastName', gp.last_name,
      'phone', case when gp.protected_address or p.protected_address then null else gp.phone end) order by ga.lives_with desc, gp.call_name), '[]')
  from core_data.guardian_access ga join core_data.person gp on gp.education_provider_id = ${provider} and gp.person_id = ga.guardian_id and gp.died_on is null
  where ga.education_provider_id = ${provider} and ga.learner_id = p.person_id and ga.has_custody) as guardians`;

/** One homeroom, where the actor teaches it or sits in its school's office. */
const homeroom = (actor: Actor, homeroomId: string) => sql`select asked.id from (select ${homeroomId}::uuid as id) asked
  where ${allowedFor(actor, { ...listOpenAbsences, anyOf: [teachesHomeroom, roleAtHomeroomsSchool('principal', 'school-secretary')] }, sql.ref('asked.id'))}`;

/** The open days of the actor's own homerooms, or of one the actor names and has a right to. */
export async function listOpenDaysOfHomerooms(tx: Transaction, actor: Actor, homeroomId?: string): Promise<OpenDayOfHomeroom[]> {
  const homerooms = homeroomId === undefined ? myHomerooms(actor) : homeroom(actor, homeroomId);
  const { rows } = await sql<OpenDayOfHomeroom>`${openDays(ofHomerooms(homerooms), { columns: guardians, grouping: sql`, p.protected_address, of_mine.homeroom_name` })}`.execute(tx.db);
  return rows;
}

/** As above without the guardians, for the desk. */
export async function listOpenDaysOfMyHomerooms(tx: Transaction, actor: Actor): Promise<Omit<OpenDayOfHomeroom, 'guardians'>[]> {
  const { rows } = await sql<Omit<OpenDayOfHomeroom, 'guardians'>>`${openDays(ofHomerooms(myHomerooms(actor)), { columns: sql`, of_mine.homeroom_name as "homeroomName"`, grouping: sql`, of_mine.homeroom_name` })}`.execute(tx.db);
  return rows;
}

/** How many lessons of each day wait for an explanation. */
export async function listOpenLessons(tx: Transaction, learnerIds: readonly string[], firstDay: string, lastDay: string) {
  const { rows } = await sql<{ learnerId: string; heldOn: string; lessons: number }>`
    select a.learner_id as "learnerId", a.held_on as "heldOn", count(*)::int as lessons from school_admin.absence a
    where a.education_provider_id = ${provider} and a.learner_id = any(${learnerIds}::uuid[]) and a.absence_type_id is null and a.kind = 'absent'
      and a.held_on between ${firstDay}::date and ${lastDay}::date
    group by a.learner_id, a.held_on`.execute(tx.db);
  return rows;
}
