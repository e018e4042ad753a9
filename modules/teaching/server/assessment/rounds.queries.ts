import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { MarkRound, SheetProgress } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

const ROUND = sql`r.mark_round_id as "markRoundId", r.version, r.kind, r.name, r.grade_levels as "gradeLevels", r.due_on as "dueOn", r.publish_at as "publishAt",
  case when r.approved_at is null then 'open' when r.publish_at <= platform.now() then 'published' else 'approved' end as state`;

export interface RoundRow extends MarkRound {
  schoolId: string;
  schoolYearId: string;
}
const PLACE = sql`r.school_id as "schoolId", r.school_year_id as "schoolYearId"`;

export const withoutPlace = ({ schoolId: _school, schoolYearId: _year, ...round }: RoundRow): MarkRound => round;

export async function listRounds(tx: Transaction, schoolId: string): Promise<MarkRound[]> {
  const { rows } = await sql<MarkRound>`select ${ROUND} from teaching.mark_round r
    where r.education_provider_id = ${provider} and r.school_id = ${schoolId} order by r.due_on desc, r.mark_round_id desc`.execute(tx.db);
  return rows;
}

/** @param lock `decide` keeps an approval out while marks are written, `approve` keeps everybody out */
export async function findRound(tx: Transaction, markRoundId: string, lock?: 'decide' | 'approve'): Promise<RoundRow | undefined> {
  const kept = lock === 'decide' ? sql`for key share` : lock === 'approve' ? sql`for update` : sql``;
  const { rows } = await sql<RoundRow>`select ${ROUND}, ${PLACE} from teaching.mark_round r where r.education_provider_id = ${provider} and r.mark_round_id = ${markRoundId} ${kept}`.execute(tx.db);
  return rows[0];
}

/** The school year of a day; undefined outside of all. */
export async function findSchoolYear(tx: Transaction, day: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select y.school_year_id as id from core_data.school_year y where y.education_provider_id = ${provider} and y.valid @> ${day}::date`.execute(tx.db);
  return rows[0]?.id;
}

export async function insertRound(tx: Transaction, round: { markRoundId: string; schoolId: string; schoolYearId: string; kind: string; name: string; gradeLevels: readonly number[]; dueOn: string }): Promise<void> {
  await sql`insert into teaching.mark_round (education_provider_id, mark_round_id, school_id, school_year_id, kind, name, grade_levels, due_on, source)
    values (${provider}, ${round.markRoundId}, ${round.schoolId}, ${round.schoolYearId}, ${round.kind}, ${round.name}, ${[...round.gradeLevels]}::int[], ${round.dueOn}::date, 'manual')`.execute(tx.db);
}

/** The row is locked already. Null takes the approval back. */
export async function setApproval(tx: Transaction, markRoundId: string, approval: { at: string; by: string; publishAt: string } | null): Promise<void> {
  await sql`update teaching.mark_round r set approved_at = ${approval?.at ?? null}, approved_by = ${approval?.by ?? null}, publish_at = ${approval?.publishAt ?? null}, announced_at = null
    where r.education_provider_id = ${provider} and r.mark_round_id = ${markRoundId}`.execute(tx.db);
}

/**
 * Who is to be given a mark in a round, `r`: the members of its day's groups that have a subject, and of its classes for behaviour.
 * Behaviour stands in reports of the year, never in the final assessment, and not in upper secondary.
 * @param groups condition on the group `g`; @param homerooms condition on the class `h`
 */
export const askedIn = (groups = sql`true`, homerooms = sql`true`) => sql`
  select r.mark_round_id, g.teaching_group_id as target, g.teaching_group_id as group_id, null::uuid as homeroom_id, g.name, g.subject_id, m.learner_id
  from core_data.teaching_group g
  join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id and m.valid @> r.due_on
  where g.education_provider_id = ${provider} and g.school_id = r.school_id and g.school_year_id = r.school_year_id and g.subject_id is not null and g.valid @> r.due_on and ${groups}
    and (r.grade_levels = '{}' or exists (select from core_data.homeroom_member hm join core_data.homeroom h on h.education_provider_id = ${provider} and h.homeroom_id = hm.homeroom_id
      where hm.education_provider_id = ${provider} and hm.learner_id = m.learner_id and hm.school_id = g.school_id and hm.valid @> r.due_on and h.grade_level = any(r.grade_levels)))
  union all
  select r.mark_round_id, h.homeroom_id, null, h.homeroom_id, h.name, null, hm.learner_id
  from core_data.homeroom h
  join core_data.homeroom_member hm on hm.education_provider_id = ${provider} and hm.homeroom_id = h.homeroom_id and hm.valid @> r.due_on
  where h.education_provider_id = ${provider} and h.school_id = r.school_id and h.school_year_id = r.school_year_id and h.grade_level is not null and h.valid @> r.due_on and ${homerooms}
    and r.kind in ('interim', 'school-year') and (r.grade_levels = '{}' or h.grade_level = any(r.grade_levels))`;

/** The sheet `s` and the mark `k` of one who is asked, `a`. */
export const standing = sql`
  left join teaching.mark_sheet s on s.education_provider_id = ${provider} and s.mark_round_id = a.mark_round_id and coalesce(s.teaching_group_id, s.homeroom_id) = a.target
  left join teaching.mark k on k.education_provider_id = ${provider} and k.mark_sheet_id = s.mark_sheet_id and k.learner_id = a.learner_id`;

export const givenCount = sql`count(*) filter (where k.value is not null or k.words is not null)::int`;

/** Every sheet of a round in the order of classes. */
export async function listProgress(tx: Transaction, markRoundId: string): Promise<SheetProgress[]> {
  const { rows } = await sql<SheetProgress>`
    with counted as (
      select a.target, a.group_id, a.homeroom_id, a.name, a.subject_id, count(*)::int as learners, ${givenCount} as given, bool_or(s.locked_at is not null) as locked
      from teaching.mark_round r cross join lateral (${askedIn()}) a ${standing}
      where r.education_provider_id = ${provider} and r.mark_round_id = ${markRoundId}
      group by a.target, a.group_id, a.homeroom_id, a.name, a.subject_id
    )
    select c.group_id as "groupId", c.homeroom_id as "homeroomId", c.name, j.name as "subjectName", c.learners, c.given, c.locked as "isLocked",
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'callName', p.call_name, 'lastName', p.last_name) order by p.last_name)
        from (select gt.person_id from core_data.teaching_group_teacher gt where gt.education_provider_id = ${provider} and gt.teaching_group_id = c.group_id and gt.valid @> ${today} and gt.role in ('main', 'co')
          union select ht.person_id from core_data.homeroom_teacher ht where ht.education_provider_id = ${provider} and ht.homeroom_id = c.homeroom_id and ht.valid @> ${today}) t
        join core_data.person p on p.education_provider_id = ${provider} and p.person_id = t.person_id), '[]') as teachers
    from counted c left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = c.subject_id
    order by c.name, j.name->>'fi', c.target`.execute(tx.db);
  return rows;
}

/** Principals and secretaries of the school, and everybody who gives marks in the round: whose open pages a change touches. */
export async function listMarkers(tx: Transaction, round: { markRoundId: string; schoolId: string }): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select ra.person_id as "personId" from access.current_role_assignment ra where ra.education_provider_id = ${provider} and ra.school_id = ${round.schoolId} and ra.role in ('principal', 'school-secretary')
    union select gt.person_id from core_data.teaching_group g join core_data.teaching_group_teacher gt on gt.education_provider_id = ${provider} and gt.teaching_group_id = g.teaching_group_id
      where g.education_provider_id = ${provider} and g.school_id = ${round.schoolId} and g.valid @> ${today} and gt.valid @> ${today} and gt.role in ('main', 'co')
    union select ht.person_id from core_data.homeroom h join core_data.homeroom_teacher ht on ht.education_provider_id = ${provider} and ht.homeroom_id = h.homeroom_id
      where h.education_provider_id = ${provider} and h.school_id = ${round.schoolId} and h.valid @> ${today} and ht.valid @> ${today}`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}
