import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import { analyzeStage, createStage } from '../pipeline/stage.queries.ts';

const HEAD = 'external_id text, file text, line int, is_deleted boolean';

/** What was read, as it stands in the files; one row per record. */
const STAGES = {
  r_org: `${HEAD}, name text, type text, identifier text`,
  r_session: `${HEAD}, title text, type text, start_on date, end_on date, parent text`,
  r_course: `${HEAD}, title text, code text, org text, year text, grade int`,
  r_class: `${HEAD}, title text, code text, type text, course text, org text, terms text[], grade int`,
  r_user: `${HEAD}, first_names text, call_name text, last_name text, email text, phone text, username text, learner_number text, identity_code text, grade int, role text, orgs text[], agents text[]`,
  r_role: `${HEAD}, user_id text, org text, role text, begin_on date, end_on date`,
  r_demographics: `${HEAD}, born_on date, sex text`,
  r_enrollment: `${HEAD}, class text, user_id text, role text, is_primary boolean, begin_on date, end_on date`,
  r_relation: `${HEAD}, guardian_user text, learner_user text, role text`,
} as const;
export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = ['r_org', 'r_session', 'r_course', 'r_class', 'r_user', 'r_role', 'r_demographics', 'r_enrollment', 'r_relation'] as const satisfies readonly StageName[];

export async function createStages(tx: Transaction): Promise<void> {
  for (const name of STAGE_NAMES) await createStage(tx, name, STAGES[name]);
}

/** After reading: what the rest looks things up by. */
export async function indexStages(tx: Transaction): Promise<void> {
  for (const name of STAGE_NAMES) await sql.raw(`create index on ${name} (external_id)`).execute(tx.db);
  await sql`create index on r_enrollment (user_id)`.execute(tx.db);
  await analyzeStage(tx, ...STAGE_NAMES);
}

export interface Duplicate {
  file: string;
  line: number;
  id: string;
}

/** Rows whose id an earlier row has. */
export async function listDuplicates(tx: Transaction): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  for (const name of STAGE_NAMES) {
    const { rows } = await sql
      .raw<Duplicate>(`select file, line, external_id as id from (select *, row_number() over (partition by external_id order by file, line) as nth from ${name}) r where nth > 1 order by file, line limit 1000`)
      .execute(tx.db);
    found.push(...rows);
  }
  return found;
}
