import { sql, type RawBuilder } from 'kysely';
import type { StaffName } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

/** Who wrote it, as JSON; `column` holds their id. */
export const staffName = (column: string): RawBuilder<StaffName> =>
  sql<StaffName>`(select jsonb_build_object('personId', writer.person_id, 'callName', writer.call_name, 'lastName', writer.last_name)
    from core_data.person writer where writer.education_provider_id = ${provider} and writer.person_id = ${sql.ref(column)})`;
