import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { hasProviderWideRole, schoolsWithRole, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { KoskiState } from '../../contract/index.ts';
import type { Fault } from './transfer.queries.ts';

const provider = sql`(select platform.current_provider())`;

/** The main user sees all, an office the study rights of its schools. `t` is a transfer. */
function ownSchools(actor: Actor) {
  const schools = hasProviderWideRole(actor, 'main-user') ? 'all' : schoolsWithRole(actor, 'principal', 'school-secretary');
  return schools === 'all' ? sql<boolean>`true` : sql<boolean>`t.school_id = any(${schools}::uuid[])`;
}

interface TransferRow {
  readonly studyRightId: string;
  readonly personId: string;
  readonly callName: string;
  readonly lastName: string;
  readonly schoolName: { readonly fi?: string; readonly sv?: string; readonly en?: string };
  readonly educationForm: string;
  readonly state: KoskiState;
  readonly askedAt: string;
  readonly sentAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly failures: number;
  readonly oid: string | null;
  readonly koskiVersion: number | null;
  readonly faults: readonly Fault[];
}

export async function listTransfers(tx: Transaction, actor: Actor, asked: { readonly state: KoskiState | undefined; readonly after: { readonly askedAt: string; readonly studyRightId: string } | undefined; readonly limit: number }): Promise<TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    select t.study_right_id as "studyRightId", p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName", s.name as "schoolName", own.education_form as "educationForm",
      t.state, t.asked_at as "askedAt", t.sent_at as "sentAt", case when t.state = 'waiting' and t.failures > 0 then t.next_attempt_at end as "nextAttemptAt", t.failures, own.oid,
      t.koski_version as "koskiVersion", t.faults
    from exchange.koski_transfer t
    join core_data.study_right own on own.education_provider_id = t.education_provider_id and own.study_right_id = t.study_right_id
    join core_data.person p on p.education_provider_id = t.education_provider_id and p.person_id = t.learner_id
    join core_data.school s on s.education_provider_id = t.education_provider_id and s.school_id = t.school_id
    where t.education_provider_id = ${provider} and ${ownSchools(actor)} ${asked.state === undefined ? sql`` : sql`and t.state = ${asked.state}`}
      ${asked.after === undefined ? sql`` : sql`and (t.asked_at, t.study_right_id) < (${asked.after.askedAt}::timestamptz, ${asked.after.studyRightId}::uuid)`}
    order by t.asked_at desc, t.study_right_id desc limit ${asked.limit}`.execute(tx.db);
  return rows;
}

export async function countTransfers(tx: Transaction, actor: Actor): Promise<Record<KoskiState, number>> {
  const { rows } = await sql<{ state: KoskiState; count: number }>`select t.state, count(*)::int as count from exchange.koski_transfer t
    where t.education_provider_id = ${provider} and ${ownSchools(actor)} group by t.state`.execute(tx.db);
  const counts = { waiting: 0, sending: 0, sent: 0, refused: 0, differs: 0, cancelled: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Is this a study right of the learner that the actor may have told again? */
export async function mayResend(tx: Transaction, actor: Actor, learnerId: string, studyRightId: string): Promise<boolean> {
  const { rows } = await sql`select from core_data.study_right t where t.education_provider_id = ${provider} and t.learner_id = ${learnerId} and t.study_right_id = ${studyRightId} and ${ownSchools(actor)}`.execute(tx.db);
  return rows.length > 0;
}

export async function listAttempts(tx: Transaction, limit: number) {
  const { rows } = await sql<{ koskiAttemptId: string; at: string; act: 'send' | 'cancel' | 'compare'; outcome: 'done' | 'refused' | 'failed' | 'differs'; status: number | null; key: string | null; milliseconds: number }>`
    select koski_attempt_id as "koskiAttemptId", at, act, outcome, status, key, milliseconds from exchange.koski_attempt
    where education_provider_id = ${provider} order by at desc, koski_attempt_id desc limit ${limit}`.execute(tx.db);
  return rows;
}

export async function findConnection(tx: Transaction): Promise<{ key: string; version: number; isOn: boolean }> {
  const { rows } = await sql<{ key: string; version: number; isOn: boolean }>`
    select p.key, coalesce(c.version, 0) as version, coalesce(c.is_on, false) as "isOn" from core_data.education_provider p
    left join exchange.koski_connection c on c.education_provider_id = p.education_provider_id where p.education_provider_id = ${provider}`.execute(tx.db);
  const [row] = rows;
  if (row === undefined) throw new Error('The transaction has no provider.');
  return row;
}

export async function saveConnection(tx: Transaction, isOn: boolean): Promise<void> {
  await sql`insert into exchange.koski_connection as c (education_provider_id, koski_connection_id, is_on, source) values (${provider}, ${uuidv7()}, ${isOn}, 'manual')
    on conflict (education_provider_id) do update set is_on = excluded.is_on`.execute(tx.db);
}
