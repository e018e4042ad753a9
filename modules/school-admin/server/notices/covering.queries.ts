import { sql } from 'kysely';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';

export interface CoveringNotice {
  learnerId: string;
  absenceNoticeId: string;
  absenceTypeId: string;
  typeName: LocalizedText;
  note: string | null;
}

/** What was told of these learners for a time, at most one notice each: the newest. Instants in ISO 8601. */
export async function listNoticesCovering(tx: Transaction, learnerIds: readonly string[], startsAt: string, endsAt: string): Promise<CoveringNotice[]> {
  if (learnerIds.length === 0) return [];
  const { rows } = await sql<CoveringNotice>`
    select distinct on (n.learner_id) n.learner_id as "learnerId", n.absence_notice_id as "absenceNoticeId", n.absence_type_id as "absenceTypeId",
      t.name as "typeName", n.note
    from school_admin.absence_notice n
    join school_admin.absence_type t on t.education_provider_id = n.education_provider_id and t.absence_type_id = n.absence_type_id
    where n.education_provider_id = (select platform.current_provider()) and n.learner_id = any(${learnerIds}::uuid[]) and n.withdrawn_at is null
      and n.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
    order by n.learner_id, n.reported_at desc`.execute(tx.db);
  return rows;
}
