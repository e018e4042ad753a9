import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;

export async function isGuardian(tx: Transaction, guardianId: string, learnerId: string): Promise<boolean> {
  const { rows } = await sql`select from core_data.guardianship where education_provider_id = ${provider} and guardian_id = ${guardianId} and learner_id = ${learnerId}`.execute(tx.db);
  return rows.length > 0;
}

export async function insertBlock(tx: Transaction, block: { guardianId: string; learnerId: string; reason: string; until: string | null; setBy: string }): Promise<string> {
  const id = uuidv7();
  await sql`insert into core_data.guardian_block (education_provider_id, guardian_block_id, guardian_id, learner_id, reason, valid, set_by, source)
    values (${provider}, ${id}, ${block.guardianId}, ${block.learnerId}, ${block.reason}, daterange((select platform.today()), ${block.until}::date), ${block.setBy}, 'manual')`.execute(tx.db);
  return id;
}

/** @returns whether there was a block to end */
export async function endBlock(tx: Transaction, guardianId: string, learnerId: string): Promise<boolean> {
  // A block that began today never was: an empty range would vanish from the constraint, so the row goes to history.
  const removed = await sql`delete from core_data.guardian_block where education_provider_id = ${provider} and guardian_id = ${guardianId}
    and learner_id = ${learnerId} and lower(valid) >= (select platform.today())`.execute(tx.db);
  const ended = await sql`update core_data.guardian_block set valid = daterange(lower(valid), (select platform.today())) where education_provider_id = ${provider}
    and guardian_id = ${guardianId} and learner_id = ${learnerId} and valid @> (select platform.today())`.execute(tx.db);
  return (removed.numAffectedRows ?? 0n) + (ended.numAffectedRows ?? 0n) > 0n;
}
