import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { DraftChange } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;
const MOST_CHANGES = 100;

/** Everything whose history is the draft's: nothing of it is ever taken out of its table. */
const ownRows = (draftId: string) => sql`(
  select draft_id as row_id from curriculum.draft where education_provider_id = ${provider} and draft_id = ${draftId}
  union all select draft_part_id from curriculum.draft_part where education_provider_id = ${provider} and draft_id = ${draftId}
  union all select lesson_hours_id from curriculum.lesson_hours where education_provider_id = ${provider} and draft_id = ${draftId})`;

const historyOf = (draftId: string) => sql`${ownRows(draftId)} own join platform.row_history h on h.education_provider_id = ${provider} and h.row_id = own.row_id`;

interface ChangeRow extends Omit<DraftChange, 'by' | 'before'> {
  byId: string | null;
  callName: string | null;
  lastName: string | null;
  name: DraftChange['before']['name'] | null;
  body: DraftChange['before']['body'] | null;
  hours: number | null;
}

/** Newest first: how each thing was before a change, and when it was begun. */
export async function listChanges(tx: Transaction, draftId: string): Promise<DraftChange[]> {
  const { rows } = await sql<ChangeRow>`
    with changes as (
      select h.row_history_id as id, h.changed_at as at, h.changed_by as by,
        case when h.before->>'is_removed' = 'true' then 'restored' when h.is_removal then 'removed' else 'changed' end as change,
        case h.table_name when 'curriculum.draft' then 'draft' when 'curriculum.lesson_hours' then 'hours' else h.before->>'kind' end as what,
        h.before->>'code' as code, (h.before->>'grade_level')::int as grade_level, h.before->'name' as name, h.before->'body' as body, (h.before->>'hours')::float8 as hours
      from (
        select h.*, h.table_name = 'curriculum.draft_part'
          -- What came of it stands in the next entry of the same row, or in the row itself.
          and coalesce(lead(h.before->>'is_removed') over (partition by h.row_id order by h.row_history_id), p.is_removed::text) = 'true' as is_removal
        from ${historyOf(draftId)}
        left join curriculum.draft_part p on p.education_provider_id = ${provider} and p.draft_part_id = h.row_id) h
      union all
      select null, p.created_at, p.created_by, 'created', p.kind, p.code, p.grade_level, coalesce(f.before->'name', p.name), coalesce(f.before->'body', p.body), null
      from curriculum.draft_part p
      left join lateral (select before from platform.row_history h where h.education_provider_id = ${provider} and h.row_id = p.draft_part_id order by h.row_history_id limit 1) f on true
      where p.education_provider_id = ${provider} and p.draft_id = ${draftId}
      union all
      select null, l.created_at, l.created_by, 'created', 'hours', l.code, l.grade_level, null, null, coalesce((f.before->>'hours')::float8, l.hours)
      from curriculum.lesson_hours l
      left join lateral (select before from platform.row_history h where h.education_provider_id = ${provider} and h.row_id = l.lesson_hours_id order by h.row_history_id limit 1) f on true
      where l.education_provider_id = ${provider} and l.draft_id = ${draftId})
    select c.id as "changeId", c.at, c.change, c.what, c.code, c.grade_level as "gradeLevel", c.name, c.body, c.hours, p.person_id as "byId", p.call_name as "callName", p.last_name as "lastName"
    from changes c left join core_data.person p on p.education_provider_id = ${provider} and p.person_id = c.by
    order by c.at desc, c.id desc nulls last limit ${MOST_CHANGES}`.execute(tx.db);
  return rows.map(({ byId, callName, lastName, name, body, hours, ...row }) => ({
    ...row,
    by: byId === null ? null : { personId: byId, callName: callName ?? '', lastName: lastName ?? '' },
    before: { name: name ?? {}, body: body ?? {}, hours },
  }));
}

/** The newest entry of a row's history: what undoes what was just done. */
export async function findLastChange(tx: Transaction, rowId: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select row_history_id as id from platform.row_history where education_provider_id = ${provider} and row_id = ${rowId} order by row_history_id desc limit 1`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/** Puts a part or an hour back to how it was before a change. @returns false when the change is none of the draft's */
export async function restoreBefore(tx: Transaction, draftId: string, changeId: number): Promise<boolean> {
  const { rows } = await sql<{ tableName: string; rowId: string }>`
    select h.table_name as "tableName", h.row_id as "rowId" from ${historyOf(draftId)} where h.row_history_id = ${changeId}::bigint`.execute(tx.db);
  const [found] = rows;
  if (found === undefined) return false;
  const before = sql`(select before from platform.row_history where education_provider_id = ${provider} and row_history_id = ${changeId}::bigint)`;
  if (found.tableName === 'curriculum.draft_part') {
    await sql`update curriculum.draft_part p set code = b.code, name = b.name, body = b.body, credits = b.credits, modules = b.modules, subjects = b.subjects, is_removed = b.is_removed, source = 'manual'
      from jsonb_populate_record(null::curriculum.draft_part, ${before}) b where p.education_provider_id = ${provider} and p.draft_part_id = ${found.rowId}`.execute(tx.db);
  } else if (found.tableName === 'curriculum.lesson_hours') {
    await sql`update curriculum.lesson_hours l set hours = b.hours, source = 'manual'
      from jsonb_populate_record(null::curriculum.lesson_hours, ${before}) b where l.education_provider_id = ${provider} and l.lesson_hours_id = ${found.rowId}`.execute(tx.db);
  } else {
    await sql`update curriculum.draft d set name = b.name, source = 'manual'
      from jsonb_populate_record(null::curriculum.draft, ${before}) b where d.education_provider_id = ${provider} and d.draft_id = ${found.rowId}`.execute(tx.db);
  }
  return true;
}

/** Has this person written anything in the draft since its last approval? Handing it over is no writing. */
export async function hasWritten(tx: Transaction, draftId: string, personId: string): Promise<boolean> {
  const since = sql`coalesce((select max(approved_at) from curriculum.approval where education_provider_id = ${provider} and draft_id = ${draftId}), '-infinity')`;
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from ${historyOf(draftId)} where h.changed_by = ${personId} and h.changed_at > ${since} and h.table_name <> 'curriculum.draft')
      or exists (select from curriculum.draft_part where education_provider_id = ${provider} and draft_id = ${draftId} and created_by = ${personId} and created_at > ${since})
      or exists (select from curriculum.lesson_hours where education_provider_id = ${provider} and draft_id = ${draftId} and created_by = ${personId} and created_at > ${since}) as has`.execute(tx.db);
  return rows[0]?.has ?? false;
}
