import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { AbsenceType } from '../../contract/index.ts';

/** The kinds of absence in use today, in their order; `unexplained` is no choice. */
export async function listAbsenceTypes(tx: Transaction): Promise<AbsenceType[]> {
  const { rows } = await sql<AbsenceType>`
    select absence_type_id as "absenceTypeId", code, name, category, guardian_may_choose as "guardianMayChoose"
    from school_admin.absence_type
    where education_provider_id = (select platform.current_provider()) and category <> 'unexplained' and valid @> (select platform.today())
    order by sort_order, code`.execute(tx.db);
  return rows;
}
