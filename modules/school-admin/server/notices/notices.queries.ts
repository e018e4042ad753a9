import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { AbsenceNotice } from '../../contract/index.ts';
import { mayReadWords, speaker, speaksForSchool } from '../absences/wording.queries.ts';
import { changeAbsenceNotice, reportAbsence } from '../actions.ts';
import type { NoticeTime } from './notice-time.ts';

const provider = sql`(select platform.current_provider())`;
const local = (instant: ReturnType<typeof sql>) => sql`((${instant}) at time zone 'Europe/Helsinki')`;

/** What is past stays as it was told, but for a day of second thoughts. */
const isStillOpen = sql<boolean>`(upper(n.during) > (select platform.now()) or n.reported_at > (select platform.now()) - interval '1 day')`;

/** Notices that touch the days, the latest first; withdrawn ones are not shown. */
export async function listNoticesOfLearners(tx: Transaction, actor: Actor, learnerIds: readonly string[], firstDay: string, lastDay: string): Promise<AbsenceNotice[]> {
  const learner = sql.ref('n.learner_id');
  const { rows } = await sql<AbsenceNotice>`
    select n.absence_notice_id as "absenceNoticeId", n.version, n.learner_id as "learnerId",
      ${local(sql`lower(n.during)`)}::date as "firstDay", ${local(sql`upper(n.during) - interval '1 second'`)}::date as "lastDay",
      nullif(to_char(${local(sql`lower(n.during)`)}, 'HH24:MI'), '00:00') as "fromTime",
      nullif(to_char(${local(sql`upper(n.during)`)}, 'HH24:MI'), '00:00') as "untilTime",
      n.absence_type_id as "absenceTypeId", t.name as "typeName",
      case when n.note is not null and ${mayReadWords(actor, learner, sql.ref('n.reported_by'))} then n.note end as note,
      ${speaker(actor, learner, sql.ref('n.reported_by'))} as "reportedBy", n.reported_at as "reportedAt",
      jsonb_build_object('change', ${isStillOpen} and coalesce(${allowedFor(actor, changeAbsenceNotice, sql.ref('n.absence_notice_id'))}, false)) as can
    from school_admin.absence_notice n
    join school_admin.absence_type t on t.education_provider_id = n.education_provider_id and t.absence_type_id = n.absence_type_id
    where n.education_provider_id = ${provider} and n.learner_id = any(${learnerIds}::uuid[]) and n.withdrawn_at is null
      and n.during && tstzrange(${firstDay}::timestamp at time zone 'Europe/Helsinki', (${lastDay}::date + 1)::timestamp at time zone 'Europe/Helsinki')
    order by lower(n.during) desc, n.absence_notice_id`.execute(tx.db);
  return rows;
}

/** For each learner asked about: are they of this provider, may the actor report, was it told already. */
export async function listReportable(tx: Transaction, actor: Actor, learnerIds: readonly string[], absenceTypeId: string | null, time: NoticeTime) {
  const learner = sql.ref('asked.learner_id');
  const { rows } = await sql<{ learnerId: string; isFound: boolean; isAllowed: boolean; isBySchool: boolean; toldBefore: string | null }>`
    select asked.learner_id as "learnerId", ${reportAbsence.object.exists(learner)} as "isFound",
      coalesce(${allowedFor(actor, reportAbsence, learner)}, false) as "isAllowed", ${speaksForSchool(actor, learner)} as "isBySchool",
      (select n.absence_notice_id from school_admin.absence_notice n
        where n.education_provider_id = ${provider} and n.learner_id = asked.learner_id and n.withdrawn_at is null
          and n.absence_type_id = ${absenceTypeId}::uuid and n.during @> tstzrange(${time.startsAt}, ${time.endsAt})
        order by n.reported_at limit 1) as "toldBefore"
    from unnest(${learnerIds}::uuid[]) as asked(learner_id)`.execute(tx.db);
  return rows;
}

export interface NewNotice {
  absenceNoticeId: string;
  learnerId: string;
  absenceTypeId: string;
  time: NoticeTime;
  note: string | null;
  reportedBy: string;
  reportedAt: string;
}

export async function insertNotice(tx: Transaction, notice: NewNotice): Promise<void> {
  await sql`insert into school_admin.absence_notice
      (education_provider_id, absence_notice_id, learner_id, absence_type_id, during, is_whole_days, note, reported_by, reported_at, source)
    values (${provider}, ${notice.absenceNoticeId}, ${notice.learnerId}, ${notice.absenceTypeId}, tstzrange(${notice.time.startsAt}, ${notice.time.endsAt}),
      ${notice.time.isWholeDays}, ${notice.note}, ${notice.reportedBy}, ${notice.reportedAt}, 'manual')`.execute(tx.db);
}

export interface KeptNotice {
  learnerId: string;
  absenceTypeId: string;
  version: number;
  firstDay: string;
  lastDay: string;
  isWithdrawn: boolean;
  isStillOpen: boolean;
  isBySchool: boolean;
}

/** The notice, held against others who want to change it. */
export async function findNoticeForChange(tx: Transaction, actor: Actor, absenceNoticeId: string): Promise<KeptNotice | undefined> {
  const { rows } = await sql<KeptNotice>`
    select n.learner_id as "learnerId", n.absence_type_id as "absenceTypeId", n.version, n.withdrawn_at is not null as "isWithdrawn",
      ${local(sql`lower(n.during)`)}::date as "firstDay", ${local(sql`upper(n.during) - interval '1 second'`)}::date as "lastDay",
      ${isStillOpen} as "isStillOpen", ${speaksForSchool(actor, sql.ref('n.learner_id'))} as "isBySchool"
    from school_admin.absence_notice n where n.education_provider_id = ${provider} and n.absence_notice_id = ${absenceNoticeId} for update`.execute(tx.db);
  return rows[0];
}

/** @returns the version after the change */
export async function updateNotice(tx: Transaction, absenceNoticeId: string, told: { absenceTypeId: string; time: NoticeTime; note: string | null }): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update school_admin.absence_notice set absence_type_id = ${told.absenceTypeId}, during = tstzrange(${told.time.startsAt}, ${told.time.endsAt}),
      is_whole_days = ${told.time.isWholeDays}, note = ${told.note}
    where education_provider_id = ${provider} and absence_notice_id = ${absenceNoticeId} returning version`.execute(tx.db);
  return rows[0]?.version;
}

export async function withdrawNotice(tx: Transaction, absenceNoticeId: string, by: string, at: string): Promise<void> {
  await sql`update school_admin.absence_notice set withdrawn_at = ${at}, withdrawn_by = ${by}
    where education_provider_id = ${provider} and absence_notice_id = ${absenceNoticeId}`.execute(tx.db);
}
