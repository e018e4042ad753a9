import { sql } from 'kysely';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import { lessonColumns, lessonJoins, type LessonRow } from '@digione/timetable/server';
import type { RegisterState } from '../../contract/index.ts';
import { registerState } from '../day/day.queries.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/**
 * A day's lessons of some schools, `l`, each with its register, `reg`. The day is bound, not asked of the database: only
 * a constant lets the planner put `lessons_between` into the query. The registers come by school, not lesson by lesson.
 */
const lessonsOn = (day: string, schoolIds: readonly string[]) => sql`
  (select * from timetable.lessons_between(${day}::date, ${day}::date) held where held.school_id = any(${schoolIds}::uuid[])) l
  left join teaching.lesson_register reg on reg.education_provider_id = ${provider} and reg.school_id = any(${schoolIds}::uuid[])
    and reg.held_on = ${day}::date and reg.weekly_lesson_id = l.weekly_lesson_id`;

/** A register may be finished a moment after the bell; only then is it missed. */
const isOverdue = sql`(timetable.instant_of(l.held_on, l.ends_at) <= platform.now() - interval '10 minutes')`;
const isUnfinished = sql`(reg.lesson_register_id is null or reg.is_partial)`;

/** `a` is a learner's absence of today. Has the learner been seen since: is there a later lesson of theirs whose register does not say absent? */
const hasCome = sql<boolean>`exists (
  select from core_data.teaching_group_member m
  join teaching.lesson_register reg on reg.education_provider_id = ${provider} and reg.teaching_group_id = m.teaching_group_id and reg.held_on = a.held_on
  join timetable.weekly_lesson wl on wl.education_provider_id = ${provider} and wl.weekly_lesson_id = reg.weekly_lesson_id
  where m.education_provider_id = ${provider} and m.learner_id = a.learner_id and m.valid @> a.held_on
    and timetable.instant_of(a.held_on, wl.starts_at) >= a.ends_at
    and (not reg.is_partial or a.learner_id = any(reg.marked_present))
    and not exists (
      select from school_admin.absence later where later.education_provider_id = ${provider} and later.learner_id = a.learner_id
        and later.held_on = a.held_on and later.weekly_lesson_id = wl.weekly_lesson_id and later.kind = 'absent'))`;

/** The last unexplained absence of today for each learner of the schools. */
const lastUnexplained = (schoolIds: readonly string[]) => sql`
  select distinct on (a.learner_id) a.*, count(*) over w::int as lessons_missed, min(a.starts_at) over w as since
  from school_admin.absence a
  where a.education_provider_id = ${provider} and a.school_id = any(${schoolIds}::uuid[]) and a.held_on = ${today}
    and a.kind = 'absent' and a.absence_type_id is null
  window w as (partition by a.learner_id)
  order by a.learner_id, a.ends_at desc`;

export interface MissingRow {
  personId: string;
  callName: string;
  lastName: string;
  homeroomName: string | null;
  /** Instant of the first lesson missed. */
  sinceAt: string;
  lessonsMissed: number;
  hasCome: boolean;
  contacts: { personId: string; callName: string; lastName: string; isGuardian: boolean; phone: string | null }[];
}

/**
 * Learners away today without explanation, with whom to call: guardians in force, the one at home first; a learner of age
 * themself. No number where the learner or the guardian is protected: that is asked for by name and reason.
 */
export async function listMissing(tx: Transaction, schoolId: string): Promise<MissingRow[]> {
  const isProtected = (person: string) => sql`(${sql.ref(person)}.protected_address and coalesce(${sql.ref(person)}.protection_ends_on > ${today}, true))`;
  const { rows } = await sql<MissingRow>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName", a.since as "sinceAt", a.lessons_missed as "lessonsMissed",
      (select e.homeroom_name from core_data.current_enrolment e where e.education_provider_id = ${provider} and e.learner_id = p.person_id and e.school_id = ${schoolId} limit 1) as "homeroomName",
      ${hasCome} as "hasCome",
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', g.person_id, 'callName', g.call_name, 'lastName', g.last_name, 'isGuardian', true,
          'phone', case when not ${isProtected('p')} and not ${isProtected('g')} then g.phone end) order by ga.lives_with desc, ga.has_custody desc, g.last_name, g.person_id)
        from core_data.guardian_access ga
        join core_data.person g on g.education_provider_id = ${provider} and g.person_id = ga.guardian_id and g.died_on is null
        where ga.education_provider_id = ${provider} and ga.learner_id = p.person_id),
        case when p.born_on + interval '18 years' <= ${today} then jsonb_build_array(jsonb_build_object('personId', p.person_id, 'callName', p.call_name,
          'lastName', p.last_name, 'isGuardian', false, 'phone', case when not ${isProtected('p')} then p.phone end)) end,
        '[]') as contacts
    from (${lastUnexplained([schoolId])}) a
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = a.learner_id
    order by "hasCome", p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu", p.person_id`.execute(tx.db);
  return rows;
}

/** Lessons of today whose register should be there and is not, longest ago first. */
export async function listUntakenAtSchool(tx: Transaction, schoolId: string, day: string): Promise<(LessonRow & { register: RegisterState })[]> {
  const { rows } = await sql<LessonRow & { register: RegisterState }>`
    select ${lessonColumns}, ${registerState} as register
    from ${lessonsOn(day, [schoolId])} ${lessonJoins}
    where ${isOverdue} and ${isUnfinished}
    order by l.starts_at, g.name, l.weekly_lesson_id`.execute(tx.db);
  return rows;
}

export interface CountsRow {
  schoolName: LocalizedText;
  breakName: LocalizedText | null;
  learners: number;
  absent: number;
  unexplained: number;
  late: number;
  lessonsBegun: number;
  registersTaken: number;
  lessonsToday: number;
}

/** The school's day in numbers; learners are counted once however many lessons they missed. */
export async function getCounts(tx: Transaction, schoolId: string, day: string): Promise<CountsRow> {
  const { rows } = await sql<CountsRow>`
    select s.name as "schoolName",
      (select b.name from core_data.school_break b where b.education_provider_id = ${provider} and b.valid @> ${today} and (b.school_id is null or b.school_id = s.school_id) limit 1) as "breakName",
      (select count(distinct sr.learner_id)::int from core_data.study_right sr
        where sr.education_provider_id = ${provider} and sr.school_id = s.school_id and sr.valid @> ${today} and sr.state = 'present') as learners,
      away.absent, away.unexplained, away.late, held.*
    from core_data.school s
    cross join lateral (
      select count(distinct a.learner_id) filter (where a.kind = 'absent')::int as absent,
        count(distinct a.learner_id) filter (where a.kind = 'absent' and a.absence_type_id is null)::int as unexplained,
        count(distinct a.learner_id) filter (where a.kind = 'late')::int as late
      from school_admin.absence a where a.education_provider_id = ${provider} and a.school_id = s.school_id and a.held_on = ${today}
    ) away
    cross join lateral (
      select count(*) filter (where timetable.instant_of(l.held_on, l.starts_at) <= platform.now())::int as "lessonsBegun",
        count(*) filter (where timetable.instant_of(l.held_on, l.starts_at) <= platform.now() and not ${isUnfinished})::int as "registersTaken",
        count(*)::int as "lessonsToday"
      from ${lessonsOn(day, [schoolId])}
    ) held
    where s.education_provider_id = ${provider} and s.school_id = ${schoolId}`.execute(tx.db);
  const counts = rows[0];
  if (counts === undefined) throw new Error('A school that has just been judged on is not there.');
  return counts;
}

export interface SchoolNumbers {
  schoolId: string;
  schoolName: LocalizedText;
  missingUnexplained: number;
  untakenRegisters: number;
}

/** Two numbers a school for the desk: who has not come and nobody knows why; which registers should be there and are not. */
export async function listSchoolNumbers(tx: Transaction, schoolIds: readonly string[], day: string): Promise<SchoolNumbers[]> {
  const { rows } = await sql<SchoolNumbers>`
    with missing as (
      select a.school_id, count(*) filter (where not ${hasCome})::int as n from (${lastUnexplained(schoolIds)}) a group by a.school_id
    ), untaken as (
      select l.school_id, count(*)::int as n from ${lessonsOn(day, schoolIds)}
      where ${isOverdue} and ${isUnfinished} group by l.school_id
    )
    select s.school_id as "schoolId", s.name as "schoolName", coalesce(m.n, 0) as "missingUnexplained", coalesce(u.n, 0) as "untakenRegisters"
    from core_data.school s left join missing m on m.school_id = s.school_id left join untaken u on u.school_id = s.school_id
    where s.education_provider_id = ${provider} and s.school_id = any(${schoolIds}::uuid[])
    order by s.name ->> 'fi', s.school_id`.execute(tx.db);
  return rows;
}
