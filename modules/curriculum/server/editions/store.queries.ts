import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Curriculum } from '@digione/eperusteet';
import type { Transaction } from '@digione/platform/db';
import { educationFormOf, elementRows, type ElementRow } from './edition-rows.ts';

/** A few megabytes of JSON at a time. */
const ROWS_AT_ONCE = 1_000;

/** Equal for curricula that say the same, whatever the file looked like. */
export const contentHashOf = (curriculum: Curriculum): string => createHash('sha256').update(JSON.stringify(curriculum)).digest('hex');

export interface StoredEdition {
  readonly editionId: string;
  readonly publishedAt: string | null;
  readonly contentHash: string;
}

/** Editions of the curriculum that stand in this scope, newest first. */
export async function listStoredEditions(tx: Transaction, curriculumKey: string): Promise<StoredEdition[]> {
  const { rows } = await sql<StoredEdition>`
    select edition_id as "editionId", published_at as "publishedAt", content_hash as "contentHash"
    from curriculum.edition where education_provider_id = ${tx.educationProviderId} and curriculum_key = ${curriculumKey}
    order by published_at desc nulls last, imported_at desc`.execute(tx.db);
  return rows;
}

/** The whole of an edition as it was read. @throws when there is none */
export async function getDocument(tx: Transaction, educationProviderId: string, editionId: string): Promise<Curriculum> {
  const { rows } = await sql<{ document: Curriculum }>`
    select document from curriculum.edition where education_provider_id = ${educationProviderId} and edition_id = ${editionId}`.execute(tx.db);
  const [found] = rows;
  if (found === undefined) throw new Error(`There is no edition ${editionId}.`);
  return found.document;
}

/** Keeps an edition with all its parts, in the scope of the transaction: a provider's own, or the platform's for all. @returns its id */
export async function insertEdition(tx: Transaction, curriculum: Curriculum): Promise<string> {
  const editionId = uuidv7();
  const { key, kind, structure, name, registryNumber, languages, decidedOn, validFrom, validUntil, version } = curriculum;
  await sql`insert into curriculum.edition (education_provider_id, edition_id, curriculum_key, kind, structure, education_form, published_at, name, registry_number,
      languages, decided_on, valid_from, valid_until, content_hash, document)
    values (${tx.educationProviderId}, ${editionId}, ${key}, ${kind}, ${structure}, ${educationFormOf(curriculum)}, ${version}, ${JSON.stringify(name ?? {})},
      ${registryNumber}, ${[...languages]}, ${decidedOn}, ${validFrom}, ${validUntil}, ${contentHashOf(curriculum)}, ${JSON.stringify(curriculum)})`.execute(tx.db);
  let batch: ElementRow[] = [];
  for (const row of elementRows(curriculum)) {
    batch.push(row);
    if (batch.length === ROWS_AT_ONCE) {
      await insertElements(tx, editionId, batch);
      batch = [];
    }
  }
  await insertElements(tx, editionId, batch);
  return editionId;
}

async function insertElements(tx: Transaction, editionId: string, rows: readonly ElementRow[]): Promise<void> {
  await sql`insert into curriculum.element (education_provider_id, edition_id, position, key, parent_key, kind, label, code, unit_key, subject_keys, grade_levels,
      name, texts, facts, search_fi, search_sv)
    select ${tx.educationProviderId}::uuid, ${editionId}::uuid, r.position, r.key, r.parent_key, r.kind, r.label, r.code, r.unit_key, r.subject_keys, r.grade_levels,
      r.name, r.texts, r.facts, r.search_fi, r.search_sv
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(position int, key text, parent_key text, kind text, label text, code text, unit_key text,
      subject_keys text[], grade_levels int[], name jsonb, texts jsonb, facts jsonb, search_fi tsvector, search_sv tsvector)`.execute(tx.db);
}
