import { sql } from 'kysely';
import type { CheckedImports, VendorConnection } from '@digione/exchange/contract';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

type CheckedRun = CheckedImports['runs'][number] & { total: number };

/** Checks of the last days that nobody has carried out, newest first; of one file's checks the last alone. */
export async function listCheckedImports(tx: Transaction, days: number, limit: number): Promise<CheckedRun[]> {
  const { rows } = await sql<CheckedRun>`
    with recent as (
      select r.*, row_number() over (partition by r.kind, r.file_name order by r.import_run_id desc) as nth
      from exchange.import_run r where r.education_provider_id = ${provider} and r.created_at >= platform.now() - make_interval(days => ${days})
    ), waiting as (
      select r.*, (select sum((r.report -> 'counts' ->> outcome)::int)::int from unnest(array['created', 'changed', 'ended']) outcome) as changes
      from recent r where r.nth = 1 and r.is_dry_run and r.state = 'succeeded' and r.file_key is not null
        and not exists (select from exchange.import_run a where a.education_provider_id = ${provider} and a.based_on = r.import_run_id and a.state in ('waiting', 'running', 'succeeded'))
    )
    select import_run_id as "importRunId", kind, file_name as "fileName", coalesce(finished_at, created_at) as "checkedAt", changes, count(*) over ()::int as total
    from waiting where changes > 0 order by import_run_id desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** The actor's right as a vendor, and a count of their own acts. */
export async function findConnection(tx: Transaction, personId: string): Promise<VendorConnection | undefined> {
  const { rows } = await sql<VendorConnection>`
    select lower(ra.valid) as "startsOn", upper(ra.valid) - 1 as "endsOn", ra.reason, own.acts, own."lastActAt"
    from access.role_assignment ra
    cross join lateral (select count(*)::int as acts, max(e.at) as "lastActAt" from audit.entry e
      where e.education_provider_id = ${provider} and e.actor_person_id = ${personId} and e.at >= platform.now() - interval '7 days') own
    where ra.education_provider_id = ${provider} and ra.person_id = ${personId} and ra.role = 'vendor' and ra.valid @> (select platform.today())
    order by ra.school_id nulls first limit 1`.execute(tx.db);
  return rows[0];
}
