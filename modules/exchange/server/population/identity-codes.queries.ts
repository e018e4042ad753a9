import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Codes as told, and those of guardians who are new. A code once replaced does not become the current one again. */
export async function stageCodes(tx: Transaction): Promise<void> {
  await sql`create temporary table staged_code on commit drop as
    select t.person_id, t.code, bool_or(t.is_current) and coalesce(bool_and(k.is_current), true) as is_current, min(t.file) as file, min(t.line) as line,
      bool_or(k.person_identity_code_id is not null) as is_there, bool_or(k.person_id <> t.person_id) as is_of_another, bool_or(coalesce(k.is_current, false)) as was_current
    from (
      select m.person_id, c.code, c.is_current, m.file, m.line from reg_code c join reg_message m on m.no = c.message_no where m.person_id is not null
      union all select n.person_id, n.code, true, '', 0 from reg_new_guardian n where n.code is not null) t
    left join core_data.person_identity_code k on k.education_provider_id = (select platform.current_provider()) and k.personal_identity_code = t.code
    group by t.person_id, t.code`.execute(tx.db);
}

export async function listCodesOfOthers(tx: Transaction): Promise<{ file: string; line: number }[]> {
  const { rows } = await sql<{ file: string; line: number }>`select file, line from staged_code where is_of_another
    union all select min(file), min(line) from staged_code group by code having count(distinct person_id) > 1`.execute(tx.db);
  return rows;
}

export async function countCodes(tx: Transaction): Promise<{ created: number; changed: number; unchanged: number }> {
  const { rows } = await sql<{ created: number; changed: number; unchanged: number }>`select count(*) filter (where not is_there)::int as created,
    count(*) filter (where is_there and is_current <> was_current)::int as changed, count(*) filter (where is_there and is_current = was_current)::int as unchanged from staged_code`.execute(tx.db);
  return rows[0] ?? { created: 0, changed: 0, unchanged: 0 };
}

export async function applyCodes(tx: Transaction, source: string): Promise<void> {
  await sql`update core_data.person_identity_code k set is_current = false from staged_code s
    where k.education_provider_id = (select platform.current_provider()) and s.is_current and k.person_id = s.person_id and k.is_current and k.personal_identity_code <> s.code`.execute(tx.db);
  await sql`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, is_current, source)
    select (select platform.current_provider()), exchange.new_id(), s.person_id, s.code, s.is_current, ${source} from staged_code s where not s.is_there`.execute(tx.db);
}

export async function listPeopleWithNewCodes(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from staged_code where not is_there or is_current <> was_current`.execute(tx.db);
  return rows.map(({ person_id }) => person_id);
}
