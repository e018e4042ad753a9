import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { EducationForm } from '../../contract/index.ts';
import type { Transaction } from '@digione/platform/db';
import type { ReadableEdition } from '../editions/editions.queries.ts';

const provider = sql`(select platform.current_provider())`;

/**
 * Puts an edition in force from a day until the next one begins. What is in force on that day ends the day before; what began on the very
 * day is replaced.
 * @returns the adoption's id
 */
export async function adopt(tx: Transaction, edition: ReadableEdition, educationForm: EducationForm, startsOn: string): Promise<string> {
  const isSame = sql`education_provider_id = ${provider} and education_form = ${educationForm} and kind = ${edition.kind}`;
  // Two main users at once: one after the other.
  await sql`select from core_data.education_provider where education_provider_id = ${provider} for no key update`.execute(tx.db);
  const { rows: replaced } = await sql<{ id: string }>`
    update curriculum.adoption set edition_id = ${edition.editionId}, source = 'manual' where ${isSame} and lower(valid) = ${startsOn}::date
    returning adoption_id as id`.execute(tx.db);
  const [former] = replaced;
  if (former !== undefined) return former.id;
  await sql`update curriculum.adoption set valid = daterange(lower(valid), ${startsOn}::date) where ${isSame} and valid @> ${startsOn}::date`.execute(tx.db);
  const id = uuidv7();
  await sql`insert into curriculum.adoption (education_provider_id, adoption_id, education_form, kind, edition_id, valid, source)
    values (${provider}, ${id}, ${educationForm}, ${edition.kind}, ${edition.editionId},
      daterange(${startsOn}::date, (select min(lower(valid)) from curriculum.adoption where ${isSame} and lower(valid) > ${startsOn}::date)), 'manual')`.execute(tx.db);
  return id;
}
