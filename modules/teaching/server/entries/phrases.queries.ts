import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { Phrase, Tone } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

/** The school's phrases and the teacher's own. */
export async function listPhrases(tx: Transaction, schoolId: string, personId: string): Promise<{ ofSchool: Phrase[]; own: Phrase[] }> {
  const { rows } = await sql<Phrase>`
    select f.feedback_phrase_id as key, f.tone, f.name, f.person_id is not null as "isOwn" from teaching.feedback_phrase f
    where f.education_provider_id = ${provider} and f.removed_at is null and (f.school_id = ${schoolId}::uuid or f.person_id = ${personId}::uuid)
    order by f.tone desc, f.sort_order, f.feedback_phrase_id`.execute(tx.db);
  return { ofSchool: rows.filter((row) => !row.isOwn), own: rows.filter((row) => row.isOwn) };
}

export async function insertOwnPhrase(tx: Transaction, personId: string, tone: Tone, name: LocalizedText): Promise<void> {
  await sql`insert into teaching.feedback_phrase (education_provider_id, feedback_phrase_id, person_id, tone, name, source)
    select platform.current_provider(), ${uuidv7()}, ${personId}::uuid, ${tone}, ${JSON.stringify(name)}::jsonb, 'manual'
    where not exists (select from teaching.feedback_phrase f where f.education_provider_id = ${provider} and f.person_id = ${personId}::uuid and f.removed_at is null
      and f.name = ${JSON.stringify(name)}::jsonb)`.execute(tx.db);
}

export async function markPhraseRemoved(tx: Transaction, feedbackPhraseId: string, at: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update teaching.feedback_phrase set removed_at = coalesce(removed_at, ${at})
    where education_provider_id = ${provider} and feedback_phrase_id = ${feedbackPhraseId} returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

/** Those left out are removed, the others put in the order given; what has not changed keeps its id. */
export async function replaceSchoolPhrases(tx: Transaction, schoolId: string, phrases: readonly { tone: Tone; name: LocalizedText }[], at: string): Promise<void> {
  const said = JSON.stringify(phrases.map(({ tone, name }, index) => ({ id: uuidv7(), tone, name, sort_order: index })));
  await sql`update teaching.feedback_phrase f set removed_at = ${at} where f.education_provider_id = ${provider} and f.school_id = ${schoolId} and f.removed_at is null
    and not exists (select from jsonb_to_recordset(${said}::jsonb) as s(tone text, name jsonb) where s.tone = f.tone and s.name = f.name)`.execute(tx.db);
  await sql`update teaching.feedback_phrase f set sort_order = s.sort_order from jsonb_to_recordset(${said}::jsonb) as s(tone text, name jsonb, sort_order int)
    where f.education_provider_id = ${provider} and f.school_id = ${schoolId} and f.removed_at is null and s.tone = f.tone and s.name = f.name and s.sort_order <> f.sort_order`.execute(tx.db);
  await sql`insert into teaching.feedback_phrase (education_provider_id, feedback_phrase_id, school_id, tone, name, sort_order, source)
    select distinct on (s.tone, s.name) platform.current_provider(), s.id, ${schoolId}::uuid, s.tone, s.name, s.sort_order, 'manual'
    from jsonb_to_recordset(${said}::jsonb) as s(id uuid, tone text, name jsonb, sort_order int)
    where not exists (select from teaching.feedback_phrase f where f.education_provider_id = ${provider} and f.school_id = ${schoolId} and f.removed_at is null and f.tone = s.tone and f.name = s.name)
    order by s.tone, s.name, s.sort_order`.execute(tx.db);
}
