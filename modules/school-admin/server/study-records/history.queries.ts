import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
const SUBJECTS = { 'school_admin.study_record': 'record', 'school_admin.study_period': 'period', 'school_admin.additional_information': 'information', 'school_admin.attainment': 'attainment' } as const;
const isSubject = (table: string): table is keyof typeof SUBJECTS => table in SUBJECTS;
/** Bookkeeping of the row itself. */
const NEVER_TOLD = new Set(['education_provider_id', 'version', 'source', 'position', 'change_no', 'more', 'received']);

interface Change {
  readonly changeId: number;
  readonly tableName: string;
  readonly operation: 'update' | 'delete';
  readonly changedAt: string;
  readonly changedById: string | null;
  readonly callName: string | null;
  readonly lastName: string | null;
  readonly source: string | null;
  readonly before: Readonly<Record<string, unknown>>;
}

/** What stood in a record before, newest first; rows that are gone are found by the study right they name. */
export async function listHistory(tx: Transaction, learnerId: string, mayRead: RawBuilder<boolean>, limit: number) {
  const { rows } = await sql<Change>`
    with rights as materialized (select own.study_right_id as id from core_data.study_right own where own.education_provider_id = ${provider} and own.learner_id = ${learnerId} and ${mayRead}),
    parts as materialized (
      select id from rights
      union all select x.study_period_id from rights join school_admin.study_period x on x.education_provider_id = ${provider} and x.study_record_id = rights.id
      union all select x.additional_information_id from rights join school_admin.additional_information x on x.education_provider_id = ${provider} and x.study_record_id = rights.id
      union all select x.attainment_id from rights join school_admin.attainment x on x.education_provider_id = ${provider} and x.study_record_id = rights.id
      union all select x.part_id from rights join school_admin.removed_record_part x on x.education_provider_id = ${provider} and x.study_record_id = rights.id)
    select h.row_history_id as "changeId", h.table_name as "tableName", h.operation, h.changed_at as "changedAt", by.person_id as "changedById", by.call_name as "callName", by.last_name as "lastName",
      h.source, h.before
    from parts
    join platform.row_history h on h.education_provider_id = ${provider} and h.row_id = parts.id
    left join core_data.person by on by.education_provider_id = h.education_provider_id and by.person_id = h.changed_by
    where h.table_name in ('school_admin.study_record', 'school_admin.study_period', 'school_admin.additional_information', 'school_admin.attainment')
      and not (h.table_name = 'school_admin.study_record' and h.operation = 'update' and h.before->>'expected_end_on' is null)
    order by h.row_history_id desc limit ${limit}`.execute(tx.db);
  return rows.flatMap(({ tableName, callName, lastName, changedById, before, ...row }) =>
    isSubject(tableName)
      ? [
          {
            ...row,
            subject: SUBJECTS[tableName],
            changedBy: changedById === null ? null : { personId: changedById, callName: callName ?? '', lastName: lastName ?? '' },
            before: Object.entries(before)
              .filter(([field, value]) => value !== null && !NEVER_TOLD.has(field) && !field.endsWith('_id'))
              .map(([field, value]) => ({ field, value: typeof value === 'string' ? value : JSON.stringify(value) })),
          },
        ]
      : [],
  );
}
