import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { readAbsences } from '@digione/school-admin/server';
import type { NotificationFacts } from './notification-text.ts';

const provider = sql`(select platform.current_provider())`;

export interface NotificationRow extends NotificationFacts {
  notificationId: string;
  aboutPersonId: string | null;
  /** The one it is about is the reader's child or the reader, not somebody at work. */
  isOfFamily: boolean;
  link: string;
  createdAt: string;
  isRead: boolean;
}

/** The rights of today decide: what one was told of a learner is gone with the right to know of them. */
const mayStillKnow = (actor: Actor) => sql<boolean>`(n.about_person_id is null or ${allowedFor(actor, readAbsences, sql.ref('n.about_person_id'))})`;

const isOfFamily = (actor: Actor) => sql<boolean>`coalesce(n.about_person_id = ${actor.personId}::uuid or exists (select from core_data.guardian_access ga
  where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId} and ga.learner_id = n.about_person_id), false)`;

/** Newest first, older than the cursor. */
export async function listNotifications(
  tx: Transaction,
  actor: Actor,
  how: { before?: { createdAt: string; notificationId: string }; limit: number; isUnreadOnly?: boolean },
): Promise<NotificationRow[]> {
  const before = how.before === undefined ? sql`true` : sql`(n.created_at, n.notification_id) < (${how.before.createdAt}::timestamptz, ${how.before.notificationId}::uuid)`;
  const { rows } = await sql<NotificationRow>`
    select n.notification_id as "notificationId", n.kind, n.content, n.link, n.about_person_id as "aboutPersonId", about.call_name as "callName",
      n.created_at as "createdAt", n.read_at is not null as "isRead",
      coalesce(n.about_person_id = ${actor.personId}::uuid, false) as "isAboutMe", ${isOfFamily(actor)} as "isOfFamily"
    from home_school.notification n
    left join core_data.person about on about.education_provider_id = ${provider} and about.person_id = n.about_person_id
    where n.education_provider_id = ${provider} and n.person_id = ${actor.personId} and ${before}
      and ${how.isUnreadOnly === true ? sql`n.read_at is null` : sql`true`} and ${mayStillKnow(actor)}
    order by n.created_at desc, n.notification_id desc limit ${how.limit}`.execute(tx.db);
  return rows;
}

/** The kept count. */
export async function findUnread(tx: Transaction, personId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select unread from home_school.unread_count where education_provider_id = ${provider} and person_id = ${personId}`.execute(tx.db);
  return rows[0]?.unread ?? 0;
}

/** Marks those named, or all, as read. @returns how many were not */
export async function updateRead(tx: Transaction, personId: string, notificationIds: readonly string[] | 'all', at: string): Promise<number> {
  const which = notificationIds === 'all' ? sql`true` : sql`n.notification_id = any(${notificationIds}::uuid[])`;
  const { rows } = await sql<{ count: number }>`
    with read as (
      update home_school.notification n set read_at = ${at}
      where n.education_provider_id = ${provider} and n.person_id = ${personId} and n.read_at is null and ${which} returning 1
    ), counted as (select count(*)::int as count from read),
    kept as (
      update home_school.unread_count u set unread = ${notificationIds === 'all' ? sql`0` : sql`greatest(0, u.unread - counted.count)`}
      from counted where u.education_provider_id = ${provider} and u.person_id = ${personId}
    )
    select count from counted`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
