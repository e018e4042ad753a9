import { sql, type RawBuilder } from 'kysely';
import type { StaffName } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

/** Who wrote it, as JSON; `column` holds their id. */
export const staffName = (column: string): RawBuilder<StaffName> =>
  sql<StaffName>`(select jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name)
    from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${sql.ref(column)})`;
