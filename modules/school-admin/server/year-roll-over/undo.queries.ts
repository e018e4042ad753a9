import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Effect } from '../changes/effects.queries.ts';
import type { KeptRun } from './run.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;
const SOURCE = 'roll-over';

/** Places that the roll-over gave, of the learners in question. */
const given = (table: 'homeroom_member' | 'teaching_group_member', run: KeptRun, learners: ReturnType<typeof sql>) => sql`
  m.education_provider_id = ${provider} and m.source = ${SOURCE} and m.learner_id in (${learners}) and lower(m.valid) = ${run.startsOn}::date
  and ${table === 'homeroom_member' ? sql`m.school_id = ${run.schoolId}` : sql`exists (select from core_data.teaching_group g where g.education_provider_id = ${provider} and g.teaching_group_id = m.teaching_group_id and g.school_id = ${run.schoolId})`}`;

/** How many learners have been moved, or have had their study right changed, since: what was done on top of the roll-over is nobody's to throw away. */
export async function countChangedSince(tx: Transaction, run: KeptRun): Promise<number> {
  const learners = sql`select l.learner_id from school_admin.roll_over_learner l where l.education_provider_id = ${provider} and l.roll_over_id = ${run.rollOverId} and l.is_done`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select m.learner_id from core_data.homeroom_member m where ${given('homeroom_member', run, learners)} and m.version > 1
      union select m.learner_id from core_data.teaching_group_member m where ${given('teaching_group_member', run, learners)} and m.version > 1
      union select l.learner_id from school_admin.roll_over_learner l, jsonb_to_recordset(l.effects) as e("table" text, id uuid, version int)
        join core_data.study_right r on r.education_provider_id = ${provider} and r.study_right_id = e.id
        where l.education_provider_id = ${provider} and l.roll_over_id = ${run.rollOverId} and l.is_done and e."table" = 'study_right' and r.version is distinct from e.version
      union select l.learner_id from school_admin.roll_over_learner l
        where l.education_provider_id = ${provider} and l.roll_over_id = ${run.rollOverId} and l.is_done and l.action in ('moves-up', 'repeats')
          and not exists (select from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.learner_id = l.learner_id and m.source = ${SOURCE} and m.school_id = ${run.schoolId} and lower(m.valid) = ${run.startsOn}::date)
    ) changed`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** Takes the places of one class's learners away again. @returns what else was done to each */
export async function takePlacesAway(tx: Transaction, run: KeptRun, classId: string): Promise<{ learnerId: string; effects: Effect[] }[]> {
  const learners = sql`select l.learner_id from school_admin.roll_over_learner l where l.education_provider_id = ${provider} and l.roll_over_class_id = ${classId} and l.is_done`;
  await sql`delete from core_data.teaching_group_member m where ${given('teaching_group_member', run, learners)} and m.version = 1`.execute(tx.db);
  await sql`delete from core_data.homeroom_member m where ${given('homeroom_member', run, learners)} and m.version = 1`.execute(tx.db);
  const { rows } = await sql<{ learnerId: string; effects: Effect[] }>`
    update school_admin.roll_over_learner l set is_done = false from school_admin.roll_over_learner o
    where o.education_provider_id = ${provider} and o.roll_over_learner_id = l.roll_over_learner_id and l.education_provider_id = ${provider} and l.roll_over_class_id = ${classId} and l.is_done
    returning o.learner_id as "learnerId", o.effects`.execute(tx.db);
  return rows;
}

export async function clearEffects(tx: Transaction, classId: string): Promise<void> {
  await sql`update school_admin.roll_over_learner set effects = '[]' where education_provider_id = ${provider} and roll_over_class_id = ${classId} and effects <> '[]'`.execute(tx.db);
}

/** Removes the classes and groups that were made and in which there is nobody. Those that others speak of by now (lessons, plans) stay. */
export async function removeEmptyClasses(tx: Transaction, run: KeptRun): Promise<void> {
  await sql`savepoint remove_classes`.execute(tx.db);
  try {
    const made = sql`select x.to_group_id from school_admin.roll_over_group x where x.education_provider_id = ${provider} and x.roll_over_id = ${run.rollOverId}`;
    await sql`delete from core_data.teaching_group g where g.education_provider_id = ${provider} and g.source = ${SOURCE} and g.teaching_group_id in (${made})
      and not exists (select from core_data.teaching_group_member m where m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id)
      and not exists (select from core_data.teaching_group_teacher m where m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id)`.execute(tx.db);
    const rooms = sql`select h.homeroom_id from core_data.homeroom h where h.education_provider_id = ${provider} and h.school_id = ${run.schoolId} and h.source = ${SOURCE} and lower(h.valid) = ${run.startsOn}::date
      and not exists (select from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.homeroom_id = h.homeroom_id)
      and not exists (select from core_data.teaching_group g where g.education_provider_id = ${provider} and g.homeroom_id = h.homeroom_id)`;
    await sql`update school_admin.roll_over_class set to_homeroom_id = null where education_provider_id = ${provider} and roll_over_id = ${run.rollOverId}`.execute(tx.db);
    await sql`delete from core_data.homeroom_teacher t where t.education_provider_id = ${provider} and t.source = ${SOURCE} and t.version = 1 and t.homeroom_id in (${rooms})`.execute(tx.db);
    await sql`delete from core_data.homeroom h where h.education_provider_id = ${provider} and h.homeroom_id in (${rooms})
      and not exists (select from core_data.homeroom_teacher t where t.education_provider_id = ${provider} and t.homeroom_id = h.homeroom_id)`.execute(tx.db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error;
    await sql`rollback to savepoint remove_classes`.execute(tx.db);
  }
}
