import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '@digione/platform/db';
import { waitSeconds } from './backoff.ts';

const provider = sql`(select platform.current_provider())`;
const LEASE_SECONDS = 180;

export interface Fault {
  readonly key: string;
  /** In KOSKI's words; what a rule of ours says is told in the reader's language instead. */
  readonly message: string;
  readonly rule?: string | undefined;
  readonly path?: string | undefined;
}

/** A study right whose turn it is. */
export interface Claimed {
  readonly studyRightId: string;
  readonly learnerId: string;
  readonly askedNo: number;
  readonly sentNo: number;
  readonly failures: number;
  readonly oid: string | null;
}

export async function isTransferOn(tx: Transaction): Promise<boolean> {
  const { rows } = await sql`select from exchange.koski_connection where education_provider_id = ${provider} and is_on`.execute(tx.db);
  return rows.length > 0;
}

/** Asks that the study rights be told: one row each, however often it is asked. A cancelled one has nothing more to tell. */
export async function askToSend(tx: Transaction, which: { readonly studyRightId: string } | { readonly learnerId: string } | 'never-asked' | 'all'): Promise<number> {
  const where =
    which === 'all' ? sql`true`
    : which === 'never-asked' ? sql`not exists (select from exchange.koski_transfer t where t.education_provider_id = own.education_provider_id and t.study_right_id = own.study_right_id)`
    : 'learnerId' in which ? sql`own.learner_id = ${which.learnerId}`
    : sql`own.study_right_id = ${which.studyRightId}`;
  const { numAffectedRows } = await sql`
    insert into exchange.koski_transfer as t (education_provider_id, study_right_id, learner_id, school_id, state)
    select own.education_provider_id, own.study_right_id, own.learner_id, own.school_id, 'waiting' from core_data.study_right own
    where own.education_provider_id = ${provider} and ${where} and lower(own.valid) is not null
    on conflict (education_provider_id, study_right_id) do update set asked_no = t.asked_no + 1, asked_at = platform.now(), failures = 0, next_attempt_at = platform.now(), school_id = excluded.school_id,
      state = case when t.state = 'sending' then t.state else 'waiting' end
    where t.state <> 'cancelled'`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

/** Takes the next study right to tell. Never two of one learner at once: KOSKI would refuse the second. */
export async function claimNext(tx: Transaction): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update exchange.koski_transfer t set state = 'sending', leased_until = platform.now() + make_interval(secs => ${LEASE_SECONDS})
    from (select d.study_right_id from exchange.koski_transfer d
      where d.education_provider_id = ${provider} and d.next_attempt_at <= platform.now()
        and (d.state = 'waiting' or (d.state = 'sending' and d.leased_until < platform.now()))
        and not exists (select from exchange.koski_transfer o where o.education_provider_id = ${provider} and o.learner_id = d.learner_id
          and o.study_right_id <> d.study_right_id and o.state = 'sending' and o.leased_until >= platform.now())
      order by d.next_attempt_at, d.asked_at, d.study_right_id limit 1 for update skip locked) due
    where t.education_provider_id = ${provider} and t.study_right_id = due.study_right_id
    returning t.study_right_id as "studyRightId", t.learner_id as "learnerId", t.asked_no as "askedNo", t.sent_no as "sentNo", t.failures,
      (select own.oid from core_data.study_right own where own.education_provider_id = ${provider} and own.study_right_id = t.study_right_id) as oid`.execute(tx.db);
  return rows[0];
}

/** KOSKI has acknowledged. What was asked meanwhile goes on waiting. */
export async function markSent(tx: Transaction, claimed: Claimed, acknowledged: { readonly oid: string | null; readonly version: number | null; readonly state: 'sent' | 'cancelled' }): Promise<void> {
  await sql`update exchange.koski_transfer set sent_no = ${claimed.askedNo}, sent_at = platform.now(), failures = 0, leased_until = null, faults = '[]', koski_version = coalesce(${acknowledged.version}, koski_version),
      state = case when asked_no > ${claimed.askedNo} and ${acknowledged.state} <> 'cancelled' then 'waiting' else ${acknowledged.state} end
    where education_provider_id = ${provider} and study_right_id = ${claimed.studyRightId}`.execute(tx.db);
  if (acknowledged.oid === null) return;
  await sql`update core_data.study_right set oid = ${acknowledged.oid} where education_provider_id = ${provider} and study_right_id = ${claimed.studyRightId} and oid is distinct from ${acknowledged.oid}`.execute(tx.db);
}

/** Refused: somebody has to mend it, unless it was changed meanwhile. */
export async function markRefused(tx: Transaction, claimed: Claimed, faults: readonly Fault[]): Promise<void> {
  await sql`update exchange.koski_transfer set leased_until = null, failures = 0, faults = ${JSON.stringify(faults)}::jsonb, state = case when asked_no > ${claimed.askedNo} then 'waiting' else 'refused' end
    where education_provider_id = ${provider} and study_right_id = ${claimed.studyRightId}`.execute(tx.db);
}

/** Failed in a way that may pass: waits, longer each time. */
export async function markFailed(tx: Transaction, claimed: Claimed, key: string): Promise<void> {
  await sql`update exchange.koski_transfer set state = 'waiting', leased_until = null, failures = failures + 1, faults = ${JSON.stringify([{ key, message: '' }])}::jsonb,
      next_attempt_at = platform.now() + make_interval(secs => ${waitSeconds(claimed.failures + 1)})
    where education_provider_id = ${provider} and study_right_id = ${claimed.studyRightId}`.execute(tx.db);
}

export async function insertAttempt(tx: Transaction, attempt: { studyRightId: string; act: 'send' | 'cancel' | 'compare'; outcome: 'done' | 'refused' | 'failed' | 'differs'; status: number | null; key: string | null; milliseconds: number }): Promise<void> {
  await sql`insert into exchange.koski_attempt (education_provider_id, koski_attempt_id, study_right_id, at, act, outcome, status, key, milliseconds)
    values (${provider}, ${uuidv7()}, ${attempt.studyRightId}, platform.now(), ${attempt.act}, ${attempt.outcome}, ${attempt.status}, ${attempt.key}, ${attempt.milliseconds})`.execute(tx.db);
}

export async function deleteOldAttempts(tx: Transaction): Promise<void> {
  await sql`delete from exchange.koski_attempt where education_provider_id = ${provider} and at < platform.now() - interval '31 days'`.execute(tx.db);
}

/** The acknowledged study rights that have not been compared for longest. */
export async function listToCompare(tx: Transaction, limit: number): Promise<{ studyRightId: string; oid: string }[]> {
  const { rows } = await sql<{ studyRightId: string; oid: string }>`
    select t.study_right_id as "studyRightId", own.oid from exchange.koski_transfer t
    join core_data.study_right own on own.education_provider_id = t.education_provider_id and own.study_right_id = t.study_right_id
    where t.education_provider_id = ${provider} and t.state in ('sent', 'differs') and own.oid is not null
      and (t.compared_at is null or t.compared_at < platform.now() - interval '12 hours')
    order by t.compared_at nulls first, t.study_right_id limit ${limit}`.execute(tx.db);
  return rows;
}

export async function markCompared(tx: Transaction, studyRightId: string, faults: readonly Fault[]): Promise<void> {
  await sql`update exchange.koski_transfer set compared_at = platform.now(), faults = ${JSON.stringify(faults)}::jsonb, state = ${faults.length === 0 ? 'sent' : 'differs'}
    where education_provider_id = ${provider} and study_right_id = ${studyRightId} and state in ('sent', 'differs')`.execute(tx.db);
}

/** Providers that tell KOSKI of their study rights; asked across providers, since nobody asks. */
export async function listConnectedProviders(database: Database): Promise<{ educationProviderId: string; key: string }[]> {
  const { rows } = await database.system.query<{ educationProviderId: string; key: string }>(
    `select p.education_provider_id as "educationProviderId", p.key from exchange.koski_connection c join core_data.education_provider p using (education_provider_id) where c.is_on order by p.key`,
  );
  return rows;
}
