import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;

/** What gives a learner a place: the tables that steps change, and the columns a step may change in a row that stays. */
const PLACES = {
  study_right: { id: 'study_right_id', changes: ['valid', 'state', 'school_id'] },
  homeroom_member: { id: 'homeroom_member_id', changes: ['valid'] },
  teaching_group_member: { id: 'teaching_group_member_id', changes: ['valid'] },
} as const;
type PlaceTable = keyof typeof PLACES;

/** A row that a step touched: `before` is null where the step made it, `version` where it removed it. */
export interface Effect {
  readonly table: PlaceTable;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly version: number | null;
}

const tableOf = (table: PlaceTable) => sql.table(`core_data.${table}`);
const idOf = (table: PlaceTable) => sql.ref(PLACES[table].id);

/** Which of a learner's rows: all, or those of one school. */
function whichOf(table: PlaceTable, schoolId: string | undefined) {
  if (schoolId === undefined) return sql`true`;
  if (table !== 'teaching_group_member') return sql`t.school_id = ${schoolId}`;
  return sql`exists (select from core_data.teaching_group g where g.education_provider_id = ${provider} and g.teaching_group_id = t.teaching_group_id and g.school_id = ${schoolId})`;
}

/**
 * Ends a learner's rows from a day on: what was to begin later never was, what was running ends. By the learner's index, a dozen rows.
 * @param studyRightId for study rights: this one alone
 */
async function endRows(tx: Transaction, table: PlaceTable, learnerId: string, from: string, options: { schoolId?: string; state?: string; studyRightId?: string }): Promise<Effect[]> {
  const changesState = options.state === undefined ? sql`` : sql`, state = ${options.state}`;
  const which = options.studyRightId === undefined ? whichOf(table, options.schoolId) : sql`t.study_right_id = ${options.studyRightId}`;
  const { rows } = await sql<Effect>`
    with old as (select t.* from ${tableOf(table)} t where t.education_provider_id = ${provider} and t.learner_id = ${learnerId}
        and (upper_inf(t.valid) or upper(t.valid) > ${from}::date) and not isempty(t.valid) and ${which} for update),
      gone as (delete from ${tableOf(table)} t using old where t.education_provider_id = ${provider} and t.${idOf(table)} = old.${idOf(table)} and lower(old.valid) >= ${from}::date returning t.${idOf(table)} as id),
      cut as (update ${tableOf(table)} t set valid = daterange(lower(old.valid), ${from}::date)${changesState} from old
        where t.education_provider_id = ${provider} and t.${idOf(table)} = old.${idOf(table)} and (lower_inf(old.valid) or lower(old.valid) < ${from}::date) returning t.${idOf(table)} as id, t.version)
    select ${sql.lit(table)} as table, old.${idOf(table)} as id, to_jsonb(old) as before, cut.version
    from old left join cut on cut.id = old.${idOf(table)}`.execute(tx.db);
  return rows;
}

/** Ends class and groups from a day on, of one school or of all. */
export async function endPlaces(tx: Transaction, learnerId: string, from: string, schoolId?: string): Promise<Effect[]> {
  const options = schoolId === undefined ? {} : { schoolId };
  return [...(await endRows(tx, 'homeroom_member', learnerId, from, options)), ...(await endRows(tx, 'teaching_group_member', learnerId, from, options))];
}

export const endStudyRight = (tx: Transaction, learnerId: string, studyRightId: string, from: string, state?: string): Promise<Effect[]> =>
  endRows(tx, 'study_right', learnerId, from, { studyRightId, ...(state === undefined ? {} : { state }) });

const made = (table: PlaceTable, id: string): Effect => ({ table, id, before: null, version: 1 });

export async function insertStudyRight(tx: Transaction, right: { learnerId: string; schoolId: string; educationForm: string; from: string }): Promise<Effect> {
  const id = uuidv7();
  await sql`insert into core_data.study_right (education_provider_id, study_right_id, learner_id, school_id, education_form, valid, source)
    values (${provider}, ${id}, ${right.learnerId}, ${right.schoolId}, ${right.educationForm}, daterange(${right.from}::date, null), 'manual')`.execute(tx.db);
  return made('study_right', id);
}

/** Class and groups from a day on, each to its own end. @returns undefined for the homeroom when it is not one of the school on that day; groups that are not are left out */
export async function insertPlaces(tx: Transaction, place: { learnerId: string; schoolId: string; from: string; homeroomId: string | null; teachingGroupIds: readonly string[] }): Promise<{ effects: Effect[]; homeroomName: string | null; groups: number }> {
  const effects: Effect[] = [];
  let homeroomName: string | null = null;
  if (place.homeroomId !== null) {
    const { rows } = await sql<{ id: string; name: string }>`
      with h as (select * from core_data.homeroom where education_provider_id = ${provider} and homeroom_id = ${place.homeroomId} and school_id = ${place.schoolId} and valid @> ${place.from}::date),
        i as (insert into core_data.homeroom_member (education_provider_id, homeroom_member_id, homeroom_id, school_id, learner_id, valid, source)
          select h.education_provider_id, ${uuidv7()}, h.homeroom_id, h.school_id, ${place.learnerId}, daterange(${place.from}::date, upper(h.valid)), 'manual' from h returning homeroom_member_id)
      select i.homeroom_member_id as id, h.name from i, h`.execute(tx.db);
    for (const row of rows) {
      effects.push(made('homeroom_member', row.id));
      homeroomName = row.name;
    }
  }
  const { rows: groups } = await sql<{ id: string }>`
    insert into core_data.teaching_group_member (education_provider_id, teaching_group_member_id, teaching_group_id, learner_id, valid, source)
    select g.education_provider_id, exchange.new_id(), g.teaching_group_id, ${place.learnerId}, daterange(${place.from}::date, upper(g.valid)), 'manual'
    from core_data.teaching_group g where g.education_provider_id = ${provider} and g.school_id = ${place.schoolId}
      and g.teaching_group_id = any(${[...new Set(place.teachingGroupIds)]}::uuid[]) and g.valid @> ${place.from}::date
    returning teaching_group_member_id as id`.execute(tx.db);
  effects.push(...groups.map(({ id }) => made('teaching_group_member', id)));
  return { effects, homeroomName, groups: groups.length };
}

/**
 * Makes everything as it was before the effects, the last one first.
 * @returns whether it could be: false when a row has been changed since, and then nothing may be committed
 */
export async function takeBack(tx: Transaction, effects: readonly Effect[]): Promise<boolean> {
  for (const { table, id, before, version } of effects.toReversed()) {
    const own = sql`education_provider_id = ${provider} and ${idOf(table)} = ${id}`;
    if (before === null) {
      const { numAffectedRows } = await sql`delete from ${tableOf(table)} where ${own} and version = ${version}`.execute(tx.db);
      if (numAffectedRows !== 1n) return false;
    } else if (version === null) {
      await sql`insert into ${tableOf(table)} select * from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(before)}::jsonb)`.execute(tx.db);
    } else {
      const sets = sql.join(PLACES[table].changes.map((column) => sql`${sql.ref(column)} = o.${sql.ref(column)}`));
      const { numAffectedRows } = await sql`update ${tableOf(table)} t set ${sets} from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(before)}::jsonb) o
        where t.education_provider_id = ${provider} and t.${idOf(table)} = ${id} and t.version = ${version}`.execute(tx.db);
      if (numAffectedRows !== 1n) return false;
    }
  }
  return true;
}

/** A study right that others speak of stays, as one that never was in force. */
export async function voidStudyRight(tx: Transaction, studyRightId: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update core_data.study_right set state = 'void' where education_provider_id = ${provider} and study_right_id = ${studyRightId} and version = ${version}`.execute(tx.db);
  return numAffectedRows === 1n;
}
