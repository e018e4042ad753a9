import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

/** Explains by their notices what is marked and still open of these learners, whichever came first. @returns absences explained, by notice */
export async function linkToNotices(tx: Transaction, learnerIds: readonly string[]): Promise<{ absenceNoticeId: string; learnerId: string; heldOn: string }[]> {
  if (learnerIds.length === 0) return [];
  const { rows } = await sql<{ absenceNoticeId: string; learnerId: string; heldOn: string }>`
    update school_admin.absence a set absence_notice_id = covering.absence_notice_id, absence_type_id = covering.absence_type_id
    from (
      select distinct on (open.absence_id) open.absence_id, n.absence_notice_id, n.absence_type_id
      from school_admin.absence open
      join school_admin.absence_notice n on n.education_provider_id = ${provider} and n.learner_id = open.learner_id and n.withdrawn_at is null
        and n.during && tstzrange(open.starts_at, open.ends_at)
      where open.education_provider_id = ${provider} and open.learner_id = any(${learnerIds}::uuid[]) and open.absence_type_id is null
        and open.held_on > (select platform.today()) - 400
      order by open.absence_id, n.reported_at desc
    ) covering
    where a.education_provider_id = ${provider} and a.absence_id = covering.absence_id
    returning a.absence_notice_id as "absenceNoticeId", a.learner_id as "learnerId", a.held_on as "heldOn"`.execute(tx.db);
  return rows;
}

/** Takes from absences what the notice had given them; what somebody explained since then stays. */
export async function unlinkNotice(tx: Transaction, learnerId: string, absenceNoticeId: string, absenceTypeId: string): Promise<void> {
  await sql`update school_admin.absence a
    set absence_notice_id = null,
      absence_type_id = case when a.explained_by is null and a.absence_type_id = ${absenceTypeId}::uuid then null else a.absence_type_id end
    where a.education_provider_id = ${provider} and a.learner_id = ${learnerId} and a.absence_notice_id = ${absenceNoticeId}`.execute(tx.db);
}
