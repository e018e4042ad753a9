import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { SyncSpec } from '../pipeline/sync.queries.ts';

/** What a person holds or belongs to, and which column names them. Custody ends with {@link stageCustody}. */
const HELD = [
  ['study_right', 'learner_id'],
  ['staff_position', 'person_id'],
  ['homeroom_member', 'learner_id'],
  ['homeroom_teacher', 'person_id'],
  ['teaching_group_member', 'learner_id'],
  ['teaching_group_teacher', 'person_id'],
] as const;

/** What ends with a life, from its last day on. The rows stay, as does what they were before; nobody is told by this. */
export const ENDINGS: readonly SyncSpec[] = HELD.map(([kind, person]) => ({
  kind,
  table: `core_data.${kind}`,
  id: `${kind}_id`,
  staged: `staged_end_of_${kind}`,
  columns: [{ name: person, isMade: true }],
  isEffectiveDated: true,
  reopen: 'same-row',
  match: `select s.education_provider_id, s.external_id, s.row_id as id from staged_end_of_${kind} s`,
  people: [person],
}));

/** Everything still in force of those whose death the file tells. */
export async function stageEndings(tx: Transaction): Promise<void> {
  for (const [kind, person] of HELD) {
    await sql
      .raw(
        `create temporary table staged_end_of_${kind} on commit drop as
      select t.education_provider_id, t.${kind}_id::text as external_id, t.${kind}_id as row_id, t.${person}, coalesce(r.file, '') as file, coalesce(r.line, 0) as line, true as is_deleted,
        null::date as valid_from, r.died_on as valid_to, null::date as default_from
      from reg_person r join core_data.${kind} t on t.education_provider_id = (select platform.current_provider()) and t.${person} = r.person_id
      where r.died_on is not null and not isempty(t.valid) and (upper_inf(t.valid) or upper(t.valid) > (select platform.today()))`,
      )
      .execute(tx.db);
  }
}
