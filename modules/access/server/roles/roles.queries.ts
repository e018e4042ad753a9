import { sql, type RawBuilder } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { GIVABLE_ROLES, type RoleAssignment, type RoleCandidate } from '../../contract/index.ts';
import type { Wish } from './roles.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;
const isPast = sql<boolean>`(isempty(r.valid) or coalesce(upper(r.valid) <= ${today}, false))`;
/** For so long can whoever ended a role take the end back. */
const UNDO = sql`interval '15 minutes'`;

const named = (alias: string) => sql`case when ${sql.ref(`${alias}.person_id`)} is null then null else jsonb_build_object(
  'personId', ${sql.ref(`${alias}.person_id`)}, 'callName', ${sql.ref(`${alias}.call_name`)}, 'lastName', ${sql.ref(`${alias}.last_name`)}) end`;

function selectAssignments(actor: Actor, where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  return sql<RoleAssignment>`
    select r.role_assignment_id as "roleAssignmentId", r.version, ${named('p')} as person, r.role, r.school_id as "schoolId", s.name as "schoolName",
      case when ${isPast} then 'past' when lower(r.valid) > ${today} then 'future' else 'current' end as state,
      lower(r.valid) as "validFrom", upper(r.valid) - 1 as "validTo", r.reason, r.given_at as "givenAt", ${named('giver')} as "givenBy",
      r.ended_at as "endedAt", ${named('ender')} as "endedBy", r.end_reason as "endReason",
      jsonb_build_object(
        'end', not ${isPast} and r.role = any(${[...GIVABLE_ROLES]}),
        'undoEnd', coalesce(r.ended_by = ${actor.personId} and r.person_id <> ${actor.personId} and r.ended_at > (select platform.now()) - ${UNDO}, false)) as can
    from access.role_assignment r
    join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.person_id
    left join core_data.school s on s.education_provider_id = r.education_provider_id and s.school_id = r.school_id
    left join core_data.person giver on giver.education_provider_id = r.education_provider_id and giver.person_id = r.granted_by
    left join core_data.person ender on ender.education_provider_id = r.education_provider_id and ender.person_id = r.ended_by
    where r.education_provider_id = ${provider} and ${where} ${tail}`;
}

export interface ListFilter {
  readonly state: 'open' | 'past';
  readonly role?: string | undefined;
  readonly schoolId?: string | undefined;
  readonly personId?: string | undefined;
  readonly q?: string | undefined;
  readonly after: { role: string; lastName: string; callName: string; id: string } | undefined;
  readonly limit: number;
}

/** Every word of the query lies within the folded name of `p`. */
const matchesName = (q: string) =>
  sql`(${sql.join(
    q.trim().split(/\s+/).slice(0, 5).map((word) => sql`p.search_name like '%' || platform.fold(${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}) || '%'`),
    sql` and `,
  )})`;

export async function listAssignments({ db }: Transaction, actor: Actor, filter: ListFilter): Promise<RoleAssignment[]> {
  const conditions = [filter.state === 'past' ? isPast : sql`not ${isPast}`];
  if (filter.role !== undefined) conditions.push(sql`r.role = ${filter.role}`);
  if (filter.schoolId !== undefined) conditions.push(sql`r.school_id = ${filter.schoolId}`);
  if (filter.personId !== undefined) conditions.push(sql`r.person_id = ${filter.personId}`);
  if (filter.q !== undefined && filter.q !== '') conditions.push(matchesName(filter.q));
  if (filter.after !== undefined) {
    const { role, lastName, callName, id } = filter.after;
    conditions.push(sql`(r.role, p.last_name, p.call_name, r.role_assignment_id) > (${role}, ${lastName}, ${callName}, ${id}::uuid)`);
  }
  const { rows } = await selectAssignments(actor, sql.join(conditions, sql` and `), sql`order by r.role, p.last_name, p.call_name, r.role_assignment_id limit ${filter.limit}`).execute(db);
  return rows;
}

export async function findAssignment({ db }: Transaction, actor: Actor, roleAssignmentId: string): Promise<RoleAssignment | undefined> {
  const { rows } = await selectAssignments(actor, sql`r.role_assignment_id = ${roleAssignmentId}`, sql``).execute(db);
  return rows[0];
}

/** Whether the person is there and alive, the school there and open, and the role not given already for those days. */
export async function checkWish({ db }: Transaction, wish: Wish): Promise<{ hasPerson: boolean; hasSchool: boolean; isFree: boolean }> {
  const { rows } = await sql<{ hasPerson: boolean; hasSchool: boolean; isFree: boolean }>`
    select exists (select from core_data.person where education_provider_id = ${provider} and person_id = ${wish.personId} and died_on is null) as "hasPerson",
      ${wish.schoolId}::uuid is null or exists (select from core_data.school where education_provider_id = ${provider} and school_id = ${wish.schoolId}
        and valid @> ${today}) as "hasSchool",
      not exists (select from access.role_assignment where education_provider_id = ${provider} and person_id = ${wish.personId} and role = ${wish.role}
        and school_id is not distinct from ${wish.schoolId}::uuid and valid && daterange(${wish.validFrom}::date, ${wish.validTo}::date, '[]')) as "isFree"`.execute(db);
  return rows[0] ?? { hasPerson: false, hasSchool: false, isFree: false };
}

export async function insertAssignment({ db }: Transaction, actor: Actor, wish: Wish & { reason: string }): Promise<string> {
  const id = uuidv7();
  await sql`insert into access.role_assignment (education_provider_id, role_assignment_id, person_id, role, school_id, valid, reason, granted_by, source, given_at)
    values (${provider}, ${id}, ${wish.personId}, ${wish.role}, ${wish.schoolId}, daterange(${wish.validFrom}::date, ${wish.validTo}::date, '[]'),
            ${wish.reason}, ${actor.personId}, 'manual', platform.now())`.execute(db);
  return id;
}

/**
 * Ends a role after a last day, or (null) at once: then its validity ends before today, and is empty if it began today.
 * @returns false when somebody changed it first
 */
export async function updateEnd({ db }: Transaction, actor: Actor, end: { roleAssignmentId: string; version: number; lastDay: string | null; reason: string | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update access.role_assignment r set
      valid = case when lower(valid) >= until.day then 'empty'::daterange else daterange(lower(valid), until.day) end,
      ended_at = platform.now(), ended_by = ${actor.personId}, end_reason = ${end.reason}
    from (select coalesce(${end.lastDay}::date + 1, platform.today()) as day) until
    where education_provider_id = ${provider} and role_assignment_id = ${end.roleAssignmentId} and version = ${end.version}`.execute(db);
  return numAffectedRows === 1n;
}

/** Puts back the validity that the end replaced, as the row's own history tells it. */
export async function restoreValidity({ db }: Transaction, roleAssignmentId: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update access.role_assignment r set valid = (h.before->>'valid')::daterange, ended_at = (h.before->>'ended_at')::timestamptz,
      ended_by = (h.before->>'ended_by')::uuid, end_reason = h.before->>'end_reason'
    from (select before from platform.row_history
          where education_provider_id = ${provider} and table_name = 'access.role_assignment' and row_id = ${roleAssignmentId}
          order by row_history_id desc limit 1) h
    where education_provider_id = ${provider} and role_assignment_id = ${roleAssignmentId} and version = ${version}`.execute(db);
  return numAffectedRows === 1n;
}

/** Main users of the whole provider, apart from one assignment, who stay on after a day. Locks them: two ends at once must see each other. */
export async function countOtherMainUsers({ db }: Transaction, roleAssignmentId: string, day: string): Promise<number> {
  const { rows } = await sql<{ personId: string }>`
    select r.person_id as "personId" from access.role_assignment r
    join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.person_id and p.died_on is null
    where r.education_provider_id = ${provider} and r.role = 'main-user' and r.school_id is null
      and r.valid @> ${today} and r.valid @> ${day}::date and r.role_assignment_id <> ${roleAssignmentId}
    for update of r`.execute(db);
  return rows.length;
}

/** At the commit every process forgets what it remembers of the person's sessions, so the change holds at once. */
export async function tellSessionsOf({ db }: Transaction, personId: string): Promise<void> {
  await sql`select pg_notify('digione_session', account_id::text) from access.account_identity
    where education_provider_id = ${provider} and person_id = ${personId}`.execute(db);
}

const MOST = 20;

function selectCandidates(actor: Actor, where: RawBuilder<unknown>) {
  return sql<RoleCandidate>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName", p.person_id = ${actor.personId} as "isMe",
      coalesce((select jsonb_agg(jsonb_build_object('role', c.role, 'schoolId', c.school_id, 'schoolName', s.name) order by c.role)
        from access.current_role_assignment c
        left join core_data.school s on s.education_provider_id = c.education_provider_id and s.school_id = c.school_id
        where c.education_provider_id = p.education_provider_id and c.person_id = p.person_id), '[]') as roles
    from core_data.person p
    where p.education_provider_id = ${provider} and p.died_on is null and ${where}
      and (exists (select from core_data.staff_position sp where sp.education_provider_id = p.education_provider_id and sp.person_id = p.person_id and sp.valid @> ${today})
        or exists (select from access.role_assignment ra where ra.education_provider_id = p.education_provider_id and ra.person_id = p.person_id))
    order by p.last_name, p.call_name, p.person_id limit ${MOST}`;
}

export async function searchCandidates({ db }: Transaction, actor: Actor, q: string): Promise<RoleCandidate[]> {
  return (await selectCandidates(actor, matchesName(q)).execute(db)).rows;
}

export async function findCandidate({ db }: Transaction, actor: Actor, personId: string): Promise<RoleCandidate | undefined> {
  return (await selectCandidates(actor, sql`p.person_id = ${personId}`).execute(db)).rows[0];
}
