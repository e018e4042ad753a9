import { sql } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { EvidenceChange, EvidenceValue } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

/** A cell's id follows from where it stands: its history is found also where nothing stands yet. */
const cellIdOf = (evidenceItemId: string, learnerId: string): string => uuidv5(learnerId, evidenceItemId);

export interface ValueChange {
  evidenceItemId: string;
  learnerId: string;
  scale: string;
  value: string | null;
  words: string | null;
  version: number;
}

const VALUE = sql`v.evidence_item_id as "evidenceItemId", v.learner_id as "learnerId", v.value, v.words, v.version`;

/** Keeps the items from other writers until the transaction ends, always in one order. */
export async function lockItems(tx: Transaction, evidenceItemIds: readonly string[]): Promise<void> {
  await sql`select from teaching.evidence_item i where i.education_provider_id = ${provider} and i.evidence_item_id = any(${evidenceItemIds}::uuid[])
    order by i.evidence_item_id for no key update`.execute(tx.db);
}

/**
 * Writes the cells whose version is still the one the change was based on.
 * @returns every asked cell as it now stands
 */
export async function writeValues(tx: Transaction, changes: readonly ValueChange[], by: string, at: string): Promise<EvidenceValue[]> {
  const rows = JSON.stringify(changes.map((change) => ({ ...change, id: cellIdOf(change.evidenceItemId, change.learnerId) })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as g(id uuid, "evidenceItemId" uuid, "learnerId" uuid, scale text, value text, words text, version int)`;
  await sql`update teaching.evidence_value v set value = g.value, words = g.words, recorded_by = ${by}, recorded_at = ${at}
    from ${given} where v.education_provider_id = ${provider} and v.evidence_value_id = g.id and v.version = g.version
      and (v.value is distinct from g.value or v.words is distinct from g.words)`.execute(tx.db);
  await sql`insert into teaching.evidence_value (education_provider_id, evidence_value_id, evidence_item_id, learner_id, scale, value, words, recorded_by, recorded_at, source)
    select ${provider}, g.id, g."evidenceItemId", g."learnerId", g.scale, g.value, g.words, ${by}, ${at}, 'manual' from ${given}
    where g.version = 0 and (g.value is not null or g.words is not null) on conflict do nothing`.execute(tx.db);
  const { rows: standing } = await sql<EvidenceValue>`select ${VALUE} from ${given}
    join teaching.evidence_value v on v.education_provider_id = ${provider} and v.evidence_value_id = g.id`.execute(tx.db);
  return standing;
}

/** What a cell held, newest first, emptied included. */
export async function listCellHistory(tx: Transaction, evidenceItemId: string, learnerId: string): Promise<EvidenceChange[]> {
  const id = cellIdOf(evidenceItemId, learnerId);
  const { rows } = await sql<EvidenceChange>`
    with stood as (
      select v.value, v.words, v.recorded_by, v.recorded_at, v.version from teaching.evidence_value v where v.education_provider_id = ${provider} and v.evidence_value_id = ${id}
      union all
      select h.before->>'value', h.before->>'words', (h.before->>'recorded_by')::uuid, (h.before->>'recorded_at')::timestamptz, (h.before->>'version')::int
      from platform.row_history h where h.education_provider_id = ${provider} and h.row_id = ${id} and h.table_name = 'teaching.evidence_value'
    )
    select said.recorded_at as at, jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) as by, said.value, said.words
    -- A change of the item's scale passes through its cells and says nothing new of them.
    from (select s.recorded_at, s.recorded_by, s.value, s.words, max(s.version) as version from stood s group by 1, 2, 3, 4) said
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = said.recorded_by
    order by said.version desc limit 100`.execute(tx.db);
  return rows;
}
