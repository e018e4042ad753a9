import { sql } from 'kysely';
import type { Database, Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;

/** Providers in which a round's moment has come and nobody was told: one look into a partial index, over all of them. */
export async function listProvidersToTell(database: Database): Promise<string[]> {
  const { rows } = await database.system.query<{ id: string }>(
    'select distinct education_provider_id as id from teaching.mark_round where publish_at is not null and announced_at is null and publish_at <= $1::timestamptz order by 1',
    [database.clock.iso()],
  );
  return rows.map(({ id }) => id);
}

export interface ComeRound {
  markRoundId: string;
  schoolId: string;
}

/** The rounds whose moment has come, marked as told. */
export async function takeComeRounds(tx: Transaction): Promise<ComeRound[]> {
  const { rows } = await sql<ComeRound>`update teaching.mark_round r set announced_at = platform.now()
    where r.education_provider_id = ${provider} and r.publish_at <= platform.now() and r.announced_at is null
    returning r.mark_round_id as "markRoundId", r.school_id as "schoolId"`.execute(tx.db);
  return rows;
}

/** Who has a mark in the round's publication. */
export async function listPublishedLearners(tx: Transaction, markRoundId: string): Promise<string[]> {
  const { rows } = await sql<{ learnerId: string }>`select distinct k.learner_id as "learnerId" from teaching.mark_sheet s
    join teaching.mark k on k.education_provider_id = ${provider} and k.mark_sheet_id = s.mark_sheet_id and (k.value is not null or k.words is not null)
    where s.education_provider_id = ${provider} and s.mark_round_id = ${markRoundId} and s.locked_at is not null`.execute(tx.db);
  return rows.map(({ learnerId }) => learnerId);
}
