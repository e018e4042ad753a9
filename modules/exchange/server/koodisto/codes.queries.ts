import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

export const CODE_COLUMNS = `file text, line int, code_set text, code text, version int, uri text, name jsonb, short_name jsonb,
  valid_from date, valid_to date, relations jsonb`;

const DIFFERS = `(c.uri, c.name, c.short_name, c.valid, c.relations) is distinct from (s.uri, s.name, s.short_name, daterange(s.valid_from, s.valid_to), s.relations)`;
const JOIN = `staged_code s left join core_data.code c on c.code_set = s.code_set and c.code = s.code and c.version = s.version`;

export async function countCodes(tx: Transaction): Promise<{ created: number; changed: number; unchanged: number; digest: string }> {
  const { rows } = await sql
    .raw<{ created: number; changed: number; unchanged: number; digest: string }>(
      `select count(*) filter (where c.code is null)::int as created, count(*) filter (where c.code is not null and ${DIFFERS})::int as changed,
        count(*) filter (where c.code is not null and not (${DIFFERS}))::int as unchanged,
        coalesce(sum(hashtextextended(row(s.uri, s.version, s.name, s.relations)::text, 0)) filter (where ${DIFFERS}), 0)::text as digest
       from ${JOIN}`,
    )
    .execute(tx.db);
  return rows[0] ?? { created: 0, changed: 0, unchanged: 0, digest: '' };
}

/** Writes new codes and changed ones. A version that the file does not hold stays: old documents refer to it. */
export async function applyCodes(tx: Transaction): Promise<void> {
  await sql`insert into core_data.code_set (code_set) select distinct code_set from staged_code on conflict do nothing`.execute(tx.db);
  await sql
    .raw(`update core_data.code c set uri = s.uri, name = s.name, short_name = s.short_name, valid = daterange(s.valid_from, s.valid_to), relations = s.relations
      from staged_code s where c.code_set = s.code_set and c.code = s.code and c.version = s.version and ${DIFFERS}`)
    .execute(tx.db);
  await sql
    .raw(`insert into core_data.code (code_set, code, version, uri, name, short_name, valid, relations)
      select s.code_set, s.code, s.version, s.uri, s.name, s.short_name, daterange(s.valid_from, s.valid_to), s.relations from ${JOIN} where c.code is null`)
    .execute(tx.db);
}
