import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';

const provider = sql<string>`(select platform.current_provider())`;

/** A table of memberships: who belongs where, when. */
interface Membership {
  table: 'core_data.homeroom_member' | 'core_data.teaching_group_member';
  id: 'homeroom_member_id' | 'teaching_group_member_id';
  group: 'homeroom_id' | 'teaching_group_id';
}

const HOMEROOM: Membership = { table: 'core_data.homeroom_member', id: 'homeroom_member_id', group: 'homeroom_id' };
const GROUP: Membership = { table: 'core_data.teaching_group_member', id: 'teaching_group_member_id', group: 'teaching_group_id' };

export const findHomeroom = (tx: Transaction, homeroomId: string) =>
  tx.db
    .selectFrom('core_data.homeroom')
    .where('homeroom_id', '=', homeroomId)
    .select(['homeroom_id as id', 'name', 'school_id as schoolId', sql<string>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('until')])
    .executeTakeFirst();

export const findTeachingGroup = (tx: Transaction, groupId: string) =>
  tx.db
    .selectFrom('core_data.teaching_group')
    .where('teaching_group_id', '=', groupId)
    .select(['teaching_group_id as id', 'name', 'school_id as schoolId', sql<string>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('until')])
    .executeTakeFirst();

/** The learner's homeroom of a school on a date, locked so that two moves at once wait for each other. */
export async function findHomeroomOn(tx: Transaction, learnerId: string, schoolId: string, on: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select h.homeroom_id as id, h.name from core_data.homeroom_member m
    join core_data.homeroom h on h.education_provider_id = m.education_provider_id and h.homeroom_id = m.homeroom_id
    where m.education_provider_id = ${provider} and m.learner_id = ${learnerId} and m.school_id = ${schoolId} and m.valid @> ${on}::date for update of m`.execute(tx.db);
  return rows[0];
}

export async function isMemberOn(tx: Transaction, learnerId: string, groupId: string, on: string): Promise<boolean> {
  const { rows } = await sql`select from core_data.teaching_group_member m where m.education_provider_id = ${provider}
    and m.learner_id = ${learnerId} and m.teaching_group_id = ${groupId} and m.valid @> ${on}::date for update`.execute(tx.db);
  return rows.length > 0;
}

/** Is the learner enrolled at the school on the date? */
export async function isEnrolledOn(tx: Transaction, learnerId: string, schoolId: string, on: string): Promise<boolean> {
  const { rows } = await sql`select from core_data.study_right where education_provider_id = ${provider} and learner_id = ${learnerId}
    and school_id = ${schoolId} and state <> 'void' and valid @> ${on}::date`.execute(tx.db);
  return rows.length > 0;
}

/** Ends memberships from a date on: what began later never was, what was running ends. */
async function endFrom(tx: Transaction, membership: Membership, learnerId: string, from: string, which: ReturnType<typeof sql<boolean>>): Promise<void> {
  const table = sql.table(membership.table);
  await sql`delete from ${table} where education_provider_id = ${provider} and learner_id = ${learnerId} and ${which} and lower(valid) >= ${from}::date`.execute(tx.db);
  await sql`update ${table} set valid = daterange(lower(valid), ${from}::date) where education_provider_id = ${provider} and learner_id = ${learnerId}
    and ${which} and valid @> ${from}::date`.execute(tx.db);
}

/** Begins a membership, or goes on with one of the same group that ends just there: moving back undoes a move. */
async function beginFrom(tx: Transaction, membership: Membership, learnerId: string, groupId: string, from: string, until: string | null, schoolId: string): Promise<void> {
  const table = sql.table(membership.table);
  const extended = await sql`update ${table} set valid = daterange(lower(valid), ${until}::date) where education_provider_id = ${provider}
    and learner_id = ${learnerId} and ${sql.ref(membership.group)} = ${groupId} and upper(valid) = ${from}::date`.execute(tx.db);
  if ((extended.numAffectedRows ?? 0n) > 0n) return;
  const isHomeroom = membership === HOMEROOM;
  await sql`insert into ${table} (education_provider_id, ${sql.ref(membership.id)}, ${sql.ref(membership.group)}, learner_id, valid, source${isHomeroom ? sql`, school_id` : sql``})
    values (${provider}, ${uuidv7()}, ${groupId}, ${learnerId}, daterange(${from}::date, ${until}::date), 'manual'${isHomeroom ? sql`, ${schoolId}` : sql``})`.execute(tx.db);
}

export async function moveHomeroom(tx: Transaction, learnerId: string, to: { id: string; schoolId: string; until: string | null }, from: string): Promise<void> {
  await endFrom(tx, HOMEROOM, learnerId, from, sql<boolean>`school_id = ${to.schoolId}`);
  await beginFrom(tx, HOMEROOM, learnerId, to.id, from, to.until, to.schoolId);
}

export async function moveGroup(tx: Transaction, learnerId: string, fromGroupId: string, to: { id: string; schoolId: string; until: string | null }, from: string): Promise<void> {
  await endFrom(tx, GROUP, learnerId, from, sql<boolean>`teaching_group_id = ${fromGroupId}`);
  await beginFrom(tx, GROUP, learnerId, to.id, from, to.until, to.schoolId);
}

/**
 * The learner's groups that are the old homeroom's own, paired with the new homeroom's groups of the same subject. Where a homeroom is
 * split (crafts 1 and 2), the first answers to the first and the second to the second, so that moving back leads to where one was.
 */
export async function listHomeroomGroupPairs(tx: Transaction, fromHomeroomId: string, toHomeroomId: string, learnerId: string, on: string) {
  const { rows } = await sql<{ fromId: string; toId: string; schoolId: string; until: string | null }>`
    with placed as (
      select g.teaching_group_id, g.homeroom_id, g.subject_id, g.school_id, upper(g.valid) as until,
        row_number() over (partition by g.homeroom_id, g.subject_id order by g.name, g.teaching_group_id) as place,
        count(*) over (partition by g.homeroom_id, g.subject_id) as places
      from core_data.teaching_group g
      where g.education_provider_id = ${provider} and g.homeroom_id in (${fromHomeroomId}, ${toHomeroomId}) and g.valid @> ${on}::date)
    select distinct on (new.teaching_group_id) old.teaching_group_id as "fromId", new.teaching_group_id as "toId", new.school_id as "schoolId", new.until
    from placed old
    join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.teaching_group_id = old.teaching_group_id
      and m.learner_id = ${learnerId} and m.valid @> ${on}::date
    join placed new on new.homeroom_id = ${toHomeroomId} and new.subject_id = old.subject_id and new.place = least(old.place, new.places)
    where old.homeroom_id = ${fromHomeroomId}
    order by new.teaching_group_id, old.place`.execute(tx.db);
  return rows;
}
