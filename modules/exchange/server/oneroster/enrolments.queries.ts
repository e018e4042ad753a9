import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Plan, SyncSpec } from '../pipeline/sync.queries.ts';
import { PROVIDER } from './schools.queries.ts';

/** Enrolments with their person and class; `problem` says why one cannot be used. */
export async function placeEnrolments(tx: Transaction): Promise<void> {
  await sql`create temporary table placed_enrolment on commit drop as
    select e.external_id, e.file, e.line, e.is_deleted or coalesce(m.is_deleted, false) or coalesce(c.is_deleted, false) as is_deleted, e.class, e.user_id, e.role, e.is_primary, m.person_id, c.kind, c.id as class_id, c.school_id,
      e.begin_on as valid_from, case when e.end_on is null then c.valid_to when c.valid_to is null then e.end_on else e.end_on end as valid_to, c.valid_from as default_from,
      case when c.is_nothing then 'deleted-class' when c.is_closed then 'closed-class' when c.id is null then 'unknown-class' when m.person_id is null then 'unknown-user' when coalesce(e.end_on, c.valid_to) <= coalesce(e.begin_on, c.valid_from) then 'enrolment-dates'
        when e.role not in ('student', 'teacher', 'aide') then 'enrolment-role' end as problem
    from r_enrollment e left join map_user m on m.external_id = e.user_id left join map_class c on c.external_id = e.class`.execute(tx.db);
  await sql`create index on placed_enrolment (person_id)`.execute(tx.db);
  await sql`analyze placed_enrolment`.execute(tx.db);
}

export interface EnrolmentProblem {
  file: string;
  line: number;
  problem: string;
  class: string;
  user: string;
}

export async function listEnrolmentProblems(tx: Transaction): Promise<EnrolmentProblem[]> {
  const { rows } = await sql<EnrolmentProblem>`select file, line, problem, class, user_id as "user" from placed_enrolment where problem is not null order by file, line`.execute(tx.db);
  return rows;
}

const staged = (name: string, columns: string, where: string, distinctOn: string, order: string): string => `create temporary table ${name} on commit drop as
  select distinct on (${distinctOn}) ${PROVIDER} as education_provider_id, external_id, file, line, is_deleted, ${columns}, valid_from, valid_to, default_from
  from placed_enrolment where problem is null and ${where} order by ${distinctOn}, is_deleted, ${order}`;

export async function stageEnrolments(tx: Transaction): Promise<void> {
  // A learner has one homeroom at a time in a school: of several at once the first counts.
  await sql
    .raw(
      `create temporary table staged_homeroom_member on commit drop as
    select ${PROVIDER} as education_provider_id, external_id, file, line, is_deleted, class_id as homeroom_id, school_id, person_id as learner_id, valid_from, valid_to,
      case when exists (select from core_data.homeroom_member o where o.education_provider_id = ${PROVIDER} and o.learner_id = person_id and o.school_id = e.school_id and o.homeroom_id <> e.class_id and o.valid @> (select platform.today()))
        then greatest(default_from, (select platform.today())) else default_from end as default_from
    from placed_enrolment e where problem is null and kind = 'homeroom' and role = 'student'
      and not exists (select from placed_enrolment f where not e.is_deleted and not f.is_deleted and f.problem is null and f.kind = 'homeroom' and f.role = 'student' and f.person_id = e.person_id and f.school_id = e.school_id
        and (f.line, f.external_id) < (e.line, e.external_id)
        and daterange(coalesce(f.valid_from, f.default_from), f.valid_to) && daterange(coalesce(e.valid_from, e.default_from), e.valid_to))`,
    )
    .execute(tx.db);
  await sql.raw(staged('staged_homeroom_teacher', 'class_id as homeroom_id, person_id', `kind = 'homeroom' and role = 'teacher'`, 'class_id, person_id', 'external_id')).execute(tx.db);
  await sql.raw(staged('staged_teaching_group_member', 'class_id as teaching_group_id, person_id as learner_id', `kind = 'teaching_group' and role = 'student'`, 'class_id, person_id', 'external_id')).execute(tx.db);
  await sql
    .raw(
      staged(
        'staged_teaching_group_teacher',
        `class_id as teaching_group_id, person_id, case when role = 'aide' then 'assistant' when is_primary = false then 'co' else 'main' end as role`,
        `kind = 'teaching_group' and role in ('teacher', 'aide')`,
        'class_id, person_id',
        'external_id',
      ),
    )
    .execute(tx.db);
  for (const name of ['staged_homeroom_member', 'staged_homeroom_teacher', 'staged_teaching_group_member', 'staged_teaching_group_teacher']) await sql.raw(`analyze ${name}`).execute(tx.db);
}

export async function listSecondHomerooms(tx: Transaction): Promise<{ file: string; line: number }[]> {
  const { rows } = await sql<{ file: string; line: number }>`select e.file, e.line from placed_enrolment e where e.problem is null and e.kind = 'homeroom' and e.role = 'student'
    and not exists (select from staged_homeroom_member s where s.external_id = e.external_id) order by e.file, e.line limit 500`.execute(tx.db);
  return rows;
}

const membership = (kind: string, group: string, person: string, more: SyncSpec['columns'] = []): SyncSpec => ({
  kind,
  table: `core_data.${kind}`,
  id: `${kind}_id`,
  staged: `staged_${kind}`,
  columns: [{ name: group, isMade: true }, ...more, { name: person, isMade: true }],
  isEffectiveDated: true,
  reopen: 'new-row',
  recognisesOwnIds: true,
  match: `select distinct on (s.external_id) t.education_provider_id, s.external_id, t.${kind}_id as id from core_data.${kind} t
    join staged_${kind} s on s.${group} = t.${group} and s.${person} = t.${person}
    where t.education_provider_id = ${PROVIDER} and t.valid && daterange(coalesce(s.valid_from, s.default_from), s.valid_to) order by s.external_id, t.valid desc`,
  people: [person],
});

export const HOMEROOM_MEMBER = membership('homeroom_member', 'homeroom_id', 'learner_id', [{ name: 'school_id', isMade: true }]);
export const HOMEROOM_TEACHER = membership('homeroom_teacher', 'homeroom_id', 'person_id');
export const GROUP_MEMBER = membership('teaching_group_member', 'teaching_group_id', 'learner_id');
export const GROUP_TEACHER = membership('teaching_group_teacher', 'teaching_group_id', 'person_id', [{ name: 'role' }]);

/**
 * New places must fit beside the old ones: what began before an ended place begins when that ended, and where the school itself has
 * placed the learner elsewhere, its word stands.
 */
export async function fitHomeroomMembers(tx: Transaction, plan: Plan): Promise<void> {
  await sql
    .raw(`update ${plan.name} p set new_valid = case when upper_inf(p.new_valid) then daterange(b.free_from, null) else daterange(b.free_from, greatest(b.free_from, upper(p.new_valid))) end
      from (select p2.id, max(case when e.op = 'end' then (select platform.today()) else upper(o.valid) end) as free_from
        from ${plan.name} p2 join core_data.homeroom_member o on o.education_provider_id = p2.education_provider_id and o.learner_id = p2.learner_id and o.school_id = p2.school_id
        left join ${plan.name} e on e.id = o.homeroom_member_id
        where p2.op in ('create', 'reopen') and o.valid && p2.new_valid and (e.op = 'end' or upper(o.valid) <= (select platform.today())) group by p2.id) b
      where p.id = b.id and b.free_from > lower(p.new_valid)`)
    .execute(tx.db);
  await sql
    .raw(`update ${plan.name} p set op = 'ignored' where p.op in ('create', 'reopen', 'change') and exists (
        select from core_data.homeroom_member o left join ${plan.name} e on e.id = o.homeroom_member_id
        where o.education_provider_id = p.education_provider_id and o.learner_id = p.learner_id and o.school_id = p.school_id and o.homeroom_member_id <> p.id
          and coalesce(e.op, '') not in ('end', 'change') and o.valid && p.new_valid)`)
    .execute(tx.db);
}

/** The same learner in the same group twice at once, once by hand: the row there stays. */
export async function fitMembers(tx: Transaction, plan: Plan, group: string, person: string): Promise<void> {
  const { table, id } = plan.spec;
  await sql
    .raw(`update ${plan.name} p set op = 'unchanged' where p.op in ('create', 'reopen') and exists (
        select from ${table} o left join ${plan.name} e on e.id = o.${id}
        where o.education_provider_id = p.education_provider_id and o.${group} = p.${group} and o.${person} = p.${person} and o.${id} <> p.id and coalesce(e.op, '') <> 'end' and o.valid && p.new_valid)`)
    .execute(tx.db);
  await sql
    .raw(`update ${plan.name} p set new_valid = case when upper_inf(p.new_valid) then daterange((select platform.today()), null) else daterange((select platform.today()), greatest((select platform.today()), upper(p.new_valid))) end
      where p.op in ('create', 'reopen') and lower(p.new_valid) < (select platform.today()) and exists (
        select from ${table} o join ${plan.name} e on e.id = o.${id} and e.op = 'end' where o.education_provider_id = p.education_provider_id and o.${group} = p.${group} and o.${person} = p.${person} and o.valid && p.new_valid)`)
    .execute(tx.db);
}
