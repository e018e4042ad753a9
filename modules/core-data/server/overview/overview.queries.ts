import { sql } from 'kysely';
import type { ProviderOverview } from '@digione/core-data/contract';
import type { Transaction } from '@digione/platform/db';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** Counts of today; nobody is named. */
export async function findOverview(tx: Transaction): Promise<ProviderOverview | undefined> {
  const { rows } = await sql<ProviderOverview>`
    select (select count(*) from core_data.school where education_provider_id = ${provider} and valid @> ${today}) as schools,
      (select count(distinct learner_id) from core_data.study_right where education_provider_id = ${provider} and state <> 'void' and valid @> ${today}) as learners,
      (select count(distinct person_id) from core_data.staff_position where education_provider_id = ${provider} and valid @> ${today}) as staff,
      (select jsonb_build_object('name', name, 'endsOn', upper(valid) - 1) from core_data.school_year
        where education_provider_id = ${provider} and valid @> ${today} limit 1) as "schoolYear"`.execute(tx.db);
  return rows[0];
}
