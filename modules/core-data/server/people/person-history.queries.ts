import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

const SUBJECTS = {
  'core_data.person': 'person',
  'core_data.person_name': 'name',
  'core_data.person_address': 'address',
  'core_data.guardianship': 'guardianship',
  'core_data.homeroom_member': 'homeroom',
  'core_data.teaching_group_member': 'group',
  'core_data.study_right': 'study-right',
  'core_data.person_identity_code': 'identity-code',
} as const;

/** Bookkeeping of the row itself, and what is secret by class or hidden for a protected person. */
const NEVER_TOLD = new Set(['education_provider_id', 'version', 'search_name', 'source', 'personal_identity_code']);
const CONTACT_FIELDS = new Set(['email', 'phone', 'home_municipality', 'street_address', 'postal_code', 'post_office']);

const isSubject = (table: string): table is keyof typeof SUBJECTS => table in SUBJECTS;

export async function listHistory(tx: Transaction, personId: string, beforeId: number | undefined, limit: number) {
  const { rows } = await sql<{
    changeId: number;
    tableName: string;
    operation: 'update' | 'delete';
    changedAt: string;
    changedById: string | null;
    callName: string | null;
    lastName: string | null;
    source: string | null;
    before: Record<string, unknown>;
    isProtected: boolean;
  }>`
    select h.row_history_id as "changeId", h.table_name as "tableName", h.operation, h.changed_at as "changedAt",
           by.person_id as "changedById", by.call_name as "callName", by.last_name as "lastName", h.source, h.before, p.protected_address as "isProtected"
    from core_data.person p
    join lateral (
      select p.person_id as row_id
      union all select person_name_id from core_data.person_name where education_provider_id = p.education_provider_id and person_id = p.person_id
      union all select person_address_id from core_data.person_address where education_provider_id = p.education_provider_id and person_id = p.person_id
      union all select guardianship_id from core_data.guardianship where education_provider_id = p.education_provider_id and learner_id = p.person_id
      union all select homeroom_member_id from core_data.homeroom_member where education_provider_id = p.education_provider_id and learner_id = p.person_id
      union all select teaching_group_member_id from core_data.teaching_group_member where education_provider_id = p.education_provider_id and learner_id = p.person_id
      union all select study_right_id from core_data.study_right where education_provider_id = p.education_provider_id and learner_id = p.person_id
    ) own on true
    join platform.row_history h on h.education_provider_id = p.education_provider_id and h.row_id = own.row_id
    left join core_data.person by on by.education_provider_id = h.education_provider_id and by.person_id = h.changed_by
    where p.education_provider_id = (select platform.current_provider()) and p.person_id = ${personId}
      and (${beforeId ?? null}::bigint is null or h.row_history_id < ${beforeId ?? null}::bigint)
    order by h.row_history_id desc limit ${limit}`.execute(tx.db);
  return rows.flatMap((row) => {
    if (!isSubject(row.tableName)) return [];
    return [
      {
        changeId: row.changeId,
        changedAt: row.changedAt,
        changedBy: row.changedById === null ? null : { personId: row.changedById, callName: row.callName ?? '', lastName: row.lastName ?? '' },
        source: row.source,
        subject: SUBJECTS[row.tableName],
        operation: row.operation,
        before: Object.entries(row.before)
          .filter(([field]) => !NEVER_TOLD.has(field) && !field.endsWith('_id') && !(row.isProtected && CONTACT_FIELDS.has(field)))
          .map(([field, value]) => ({ field, value: value === null ? null : typeof value === 'string' ? value : JSON.stringify(value) })),
      },
    ];
  });
}
