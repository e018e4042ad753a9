import { sql, type RawBuilder } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

export interface NewNotification {
  personId: string;
  kind: string;
  content: Readonly<Record<string, unknown>>;
  link: string;
  aboutPersonId: string;
  /** One notification of a kind for a person and this id; telling it again changes the content and nothing else. */
  eventId: string;
}

/** Tells, and keeps the unread counts. @returns whose notifications are new or say something else */
export async function tell(tx: Transaction, notifications: readonly NewNotification[], at: string): Promise<string[]> {
  if (notifications.length === 0) return [];
  const rows = notifications.map((one) => ({
    notification_id: uuidv7(),
    person_id: one.personId,
    kind: one.kind,
    content: one.content,
    link: one.link,
    about_person_id: one.aboutPersonId,
    event_id: one.eventId,
  }));
  const { rows: told } = await sql<{ personId: string }>`
    with said as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(notification_id uuid, person_id uuid, kind text, content jsonb, link text, about_person_id uuid, event_id uuid)
    ), written as (
      insert into home_school.notification as n (education_provider_id, notification_id, person_id, kind, content, link, about_person_id, event_id, created_at)
      select platform.current_provider(), said.notification_id, said.person_id, said.kind, said.content, said.link, said.about_person_id, said.event_id, ${at}::timestamptz
      from said
      where not exists (select from home_school.notification o where o.education_provider_id = ${provider} and o.person_id = said.person_id
        and o.kind = said.kind and o.about_person_id = said.about_person_id and o.content ->> 'date' = said.content ->> 'date' and o.event_id is distinct from said.event_id)
      on conflict (education_provider_id, person_id, event_id, kind) do update set content = excluded.content where n.content <> excluded.content
      -- A row of this statement has the id that was given to it; another was there before.
      returning n.person_id, exists (select from said where said.notification_id = n.notification_id) as is_new
    ), fresh as (select person_id, count(*)::int as count from written where is_new group by person_id order by person_id),
    counted as (
      insert into home_school.unread_count as u (education_provider_id, person_id, unread)
      select platform.current_provider(), person_id, count from fresh
      on conflict (education_provider_id, person_id) do update set unread = u.unread + excluded.unread
    )
    select distinct person_id as "personId" from written`.execute(tx.db);
  return told.map(({ personId }) => personId);
}

const condition = sql<boolean>`n.education_provider_id = ${provider}`;

/** Of these people's notifications on one learner's day. */
export const onDay = (kind: string, personIds: readonly string[], learnerId: string, days: readonly string[]) => sql<boolean>`
  ${condition} and n.person_id = any(${personIds}::uuid[]) and n.kind = ${kind} and n.about_person_id = ${learnerId} and n.content ->> 'date' = any(${days}::text[])`;

/** Of everything told because of one event. The person comes first in the index, so it is named. */
export const ofEvent = (kind: string, personIds: readonly string[], eventId: string) => sql<boolean>`
  ${condition} and n.person_id = any(${personIds}::uuid[]) and n.event_id = ${eventId} and n.kind = ${kind}`;

export const about = (personId: string, learnerId: string) => sql<boolean>`${condition} and n.person_id = ${personId} and n.about_person_id = ${learnerId}`;

/** Takes back what nobody has read and closes what somebody has; the counts follow. @returns whose notifications changed */
export async function takeBack(tx: Transaction, which: RawBuilder<boolean>): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with gone as (delete from home_school.notification n where ${which} and n.read_at is null returning n.person_id),
    closed as (
      update home_school.notification n set content = n.content || '{"isClosed": true}'
      where ${which} and n.read_at is not null and n.content ->> 'isClosed' is null returning n.person_id
    ), fewer as (select person_id, count(*)::int as count from gone group by person_id order by person_id),
    counted as (
      update home_school.unread_count u set unread = greatest(0, u.unread - fewer.count)
      from fewer where u.education_provider_id = ${provider} and u.person_id = fewer.person_id
    )
    select person_id as "personId" from gone union select person_id from closed`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}

/** What homes are told of a child; everything else goes to who works with the child or is of age. */
const FAMILY_KINDS = ['absence.unexplained', 'absence.noticed'];

/** Deletes what is older, and what a home was told of a child it has no right to know of any more. @returns whose unread count changed */
export async function forgetNotifications(tx: Transaction, olderThan: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with gone as (
      delete from home_school.notification n
      where ${condition} and (n.created_at < ${olderThan}::timestamptz
        or (n.kind = any(${FAMILY_KINDS}::text[]) and n.about_person_id <> n.person_id and not exists (select from core_data.guardian_access ga
          where ga.education_provider_id = ${provider} and ga.guardian_id = n.person_id and ga.learner_id = n.about_person_id)))
      returning n.person_id, n.read_at is null as was_unread
    ), fewer as (select person_id, count(*)::int as count from gone where was_unread group by person_id order by person_id)
    update home_school.unread_count u set unread = greatest(0, u.unread - fewer.count)
    from fewer where u.education_provider_id = ${provider} and u.person_id = fewer.person_id
    returning u.person_id as "personId"`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}

/** The homeroom teachers of the learners today. */
export async function listHomeroomTeachers(tx: Transaction, learnerId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct ht.person_id as "personId" from core_data.homeroom_member hm
    join core_data.homeroom_teacher ht on ht.education_provider_id = ${provider} and ht.homeroom_id = hm.homeroom_id and ht.valid @> (select platform.today())
    where hm.education_provider_id = ${provider} and hm.learner_id = ${learnerId} and hm.valid @> (select platform.today())`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}

/** The learners who are of age today and hear for themselves. */
export async function listAdults(tx: Transaction, learnerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from core_data.person where education_provider_id = ${provider} and person_id = any(${learnerIds}::uuid[])
      and born_on + interval '18 years' <= (select platform.today()) and died_on is null`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}
