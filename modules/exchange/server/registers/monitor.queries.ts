import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { RegisterName } from './feeds.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;
const instant = (column: string) => sql<string | null>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export interface FeedRow {
  register: RegisterName;
  lastRunAt: string | null;
  lastSuccessAt: string | null;
  lastFailure: string | null;
  failures: number;
}

export async function listFeeds(tx: Transaction): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`select register, ${instant('last_run_at')} as "lastRunAt", ${instant('last_success_at')} as "lastSuccessAt", last_failure as "lastFailure", failures
    from exchange.register_feed where education_provider_id = ${provider}`.execute(tx.db);
  return rows;
}

interface Someone {
  personId: string;
  callName: string;
  lastName: string;
}

export async function listOpenTroubles(tx: Transaction) {
  const { rows } = await sql<{ registerTroubleId: string; register: RegisterName; kind: 'not-found' | 'conflict' | 'refused' | 'two-people'; person: Someone; other: Someone | null; seenAt: string }>`
    select t.register_trouble_id as "registerTroubleId", t.register, t.kind, ${instant('t.seen_at')} as "seenAt",
      jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) as person,
      case when o.person_id is null then null else jsonb_build_object('personId', o.person_id, 'callName', o.call_name, 'lastName', o.last_name) end as other
    from exchange.register_trouble t
    join core_data.person p on p.education_provider_id = t.education_provider_id and p.person_id = t.person_id
    left join core_data.person o on o.education_provider_id = t.education_provider_id and o.person_id = t.other_person_id
    where t.education_provider_id = ${provider} and t.solved_at is null order by t.seen_at desc, t.register_trouble_id limit 200`.execute(tx.db);
  return rows;
}

export async function solveTrouble(tx: Transaction, registerTroubleId: string): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`update exchange.register_trouble set solved_at = platform.now()
    where education_provider_id = ${provider} and register_trouble_id = ${registerTroubleId} and solved_at is null returning person_id as "personId"`.execute(tx.db);
  return rows[0]?.personId;
}
