import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { Effect } from '../changes/effects.queries.ts';
import { keepsTeacher, nextGroupName } from './names.ts';
import type { KeptRun } from './run.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;
const SOURCE = 'roll-over';

/** The new school year, made where it is not there yet. */
export async function ensureYear(tx: Transaction, run: KeptRun): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with there as (select school_year_id as id from core_data.school_year where education_provider_id = ${provider} and valid && daterange(${run.startsOn}::date, ${run.endsOn}::date)),
      made as (insert into core_data.school_year (education_provider_id, school_year_id, name, valid, source)
        select ${provider}, ${uuidv7()}, ${run.yearName}, daterange(${run.startsOn}::date, ${run.endsOn}::date), ${SOURCE} where not exists (select from there) returning school_year_id as id)
    select id from there union all select id from made`.execute(tx.db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The new school year is not there.');
  await sql`update school_admin.roll_over set to_year_id = ${id} where education_provider_id = ${provider} and roll_over_id = ${run.rollOverId} and to_year_id is distinct from ${id}`.execute(tx.db);
  return id;
}

/** The classes of the new year, those there already taken as they are; also one that pupils repeat a grade in and nobody moves up to. */
export async function ensureHomerooms(tx: Transaction, run: KeptRun, yearId: string): Promise<void> {
  await sql`insert into core_data.homeroom (education_provider_id, homeroom_id, school_id, school_year_id, name, grade_level, valid, source)
    select ${provider}, exchange.new_id(), ${run.schoolId}, ${yearId}, n.name, n.grade, daterange(${run.startsOn}::date, ${run.endsOn}::date), ${SOURCE}
    from (select distinct on (l.to_name) l.to_name as name, case when l.action = 'repeats' then c.from_grade else c.to_grade end as grade
      from school_admin.roll_over_learner l join school_admin.roll_over_class c on c.education_provider_id = l.education_provider_id and c.roll_over_class_id = l.roll_over_class_id
      where l.education_provider_id = ${provider} and l.roll_over_id = ${run.rollOverId} and l.to_name is not null order by l.to_name, l.action) n
    where not exists (select from core_data.homeroom h where h.education_provider_id = ${provider} and h.school_id = ${run.schoolId} and h.name = n.name and h.valid && daterange(${run.startsOn}::date, ${run.endsOn}::date))`.execute(tx.db);
  await sql`update school_admin.roll_over_class c set to_homeroom_id = h.homeroom_id, is_made = h.source = ${SOURCE}
    from core_data.homeroom h where h.education_provider_id = ${provider} and h.school_id = ${run.schoolId} and h.valid @> ${run.startsOn}::date
      and c.education_provider_id = ${provider} and c.roll_over_id = ${run.rollOverId} and h.name = c.to_name`.execute(tx.db);
}

/** Class teachers who go on with their class, and the class's own groups under the new class's name. */
export async function carryClasses(tx: Transaction, run: KeptRun, yearId: string): Promise<void> {
  const { rows: classes } = await sql<{ id: string; fromName: string; fromGrade: number | null; toName: string; homeroomId: string; fromHomeroomId: string }>`
    select roll_over_class_id as id, from_name as "fromName", from_grade as "fromGrade", to_name as "toName", to_homeroom_id as "homeroomId", from_homeroom_id as "fromHomeroomId"
    from school_admin.roll_over_class where education_provider_id = ${provider} and roll_over_id = ${run.rollOverId} and to_homeroom_id is not null and is_made`.execute(tx.db);
  const during = sql`daterange(${run.startsOn}::date, ${run.endsOn}::date)`;
  const carried = JSON.stringify(classes.filter(({ fromGrade }) => keepsTeacher(fromGrade)));
  await sql`insert into core_data.homeroom_teacher (education_provider_id, homeroom_teacher_id, homeroom_id, person_id, valid, source)
    select distinct on (c."homeroomId", t.person_id) ${provider}, exchange.new_id(), c."homeroomId", t.person_id, ${during}, ${SOURCE}
    from jsonb_to_recordset(${carried}::jsonb) as c("homeroomId" uuid, "fromHomeroomId" uuid)
    join core_data.homeroom_teacher t on t.education_provider_id = ${provider} and t.homeroom_id = c."fromHomeroomId" and t.valid @> (${run.startsOn}::date - 1)`.execute(tx.db);
  const { rows: groups } = await sql<{ id: string; name: string; classId: string }>`
    select g.teaching_group_id as id, g.name, c.id as "classId" from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c(id uuid, "fromHomeroomId" uuid)
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.school_id = ${run.schoolId} and g.homeroom_id = c."fromHomeroomId" and g.valid @> (${run.startsOn}::date - 1)`.execute(tx.db);
  const byId = new Map(classes.map((one) => [one.id, one]));
  const made = groups.flatMap(({ id, name, classId }) => {
    const of = byId.get(classId);
    return of === undefined ? [] : [{ id, newId: uuidv7(), linkId: uuidv7(), classId, homeroomId: of.homeroomId, name: nextGroupName(name, of.fromName, of.toName) }];
  });
  await sql`insert into core_data.teaching_group (education_provider_id, teaching_group_id, school_id, school_year_id, subject_id, homeroom_id, name, valid, source)
    select ${provider}, n."newId", ${run.schoolId}, ${yearId}, g.subject_id, n."homeroomId", n.name, ${during}, ${SOURCE}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as n(id uuid, "newId" uuid, "homeroomId" uuid, name text)
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = n.id`.execute(tx.db);
  await sql`insert into school_admin.roll_over_group (education_provider_id, roll_over_group_id, roll_over_id, roll_over_class_id, from_group_id, to_group_id)
    select ${provider}, n."linkId", ${run.rollOverId}, n."classId", n.id, n."newId" from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as n(id uuid, "newId" uuid, "linkId" uuid, "classId" uuid)`.execute(tx.db);
}

export async function findNextClass(tx: Transaction, rollOverId: string, isDone: boolean): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select roll_over_class_id as id from school_admin.roll_over_class
    where education_provider_id = ${provider} and roll_over_id = ${rollOverId} and is_done = ${isDone} order by roll_over_class_id limit 1`.execute(tx.db);
  return rows[0]?.id;
}

export interface PlannedLearner {
  learnerId: string;
  studyRightId: string;
  action: string;
  educationForm: string;
  /** The class or a group would reach into the new year. */
  reachesOver: boolean;
}

/** The class's learners who still study at the school when the new year begins; locked with their study rights. */
export async function listPlannedLearners(tx: Transaction, run: KeptRun, classId: string): Promise<PlannedLearner[]> {
  const { rows } = await sql<PlannedLearner>`
    select l.learner_id as "learnerId", l.study_right_id as "studyRightId", l.action, r.education_form as "educationForm",
      exists (select from core_data.homeroom_member m where m.education_provider_id = ${provider} and m.learner_id = l.learner_id and m.school_id = ${run.schoolId} and (upper_inf(m.valid) or upper(m.valid) > ${run.startsOn}::date))
      or exists (select from core_data.teaching_group_member m join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = m.teaching_group_id and g.school_id = ${run.schoolId}
        where m.education_provider_id = ${provider} and m.learner_id = l.learner_id and (upper_inf(m.valid) or upper(m.valid) > ${run.startsOn}::date)) as "reachesOver"
    from school_admin.roll_over_learner l
    join core_data.study_right r on r.education_provider_id = ${provider} and r.study_right_id = l.study_right_id and r.state <> 'void' and r.school_id = ${run.schoolId} and r.valid @> ${run.startsOn}::date
    where l.education_provider_id = ${provider} and l.roll_over_class_id = ${classId} and not l.is_done for update of r`.execute(tx.db);
  return rows;
}

/** Puts those who have a class in the new year into it and into its groups: their own groups' successors, or one of each subject for who comes from another class. */
export async function placeLearners(tx: Transaction, run: KeptRun, classId: string, learnerIds: readonly string[]): Promise<void> {
  const during = sql`daterange(${run.startsOn}::date, ${run.endsOn}::date)`;
  const placed = sql`(select l.learner_id, h.homeroom_id, h.homeroom_id = c.to_homeroom_id and l.action = 'moves-up' as is_with_class
    from school_admin.roll_over_learner l
    join school_admin.roll_over_class c on c.education_provider_id = l.education_provider_id and c.roll_over_class_id = l.roll_over_class_id
    join core_data.homeroom h on h.education_provider_id = ${provider} and h.school_id = ${run.schoolId} and h.name = l.to_name and h.valid @> ${run.startsOn}::date
    where l.education_provider_id = ${provider} and l.roll_over_class_id = ${classId} and l.learner_id = any(${[...learnerIds]}::uuid[]) and l.action in ('moves-up', 'repeats'))`;
  await sql`insert into core_data.homeroom_member (education_provider_id, homeroom_member_id, homeroom_id, school_id, learner_id, valid, source)
    select ${provider}, exchange.new_id(), p.homeroom_id, ${run.schoolId}, p.learner_id, ${during}, ${SOURCE} from ${placed} p`.execute(tx.db);
  await sql`insert into core_data.teaching_group_member (education_provider_id, teaching_group_member_id, teaching_group_id, learner_id, valid, source)
    select ${provider}, exchange.new_id(), n.group_id, n.learner_id, ${during}, ${SOURCE} from (
      select p.learner_id, x.to_group_id as group_id from ${placed} p
        join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.learner_id = p.learner_id and m.valid @> (${run.startsOn}::date - 1)
        join school_admin.roll_over_group x on x.education_provider_id = ${provider} and x.roll_over_id = ${run.rollOverId} and x.from_group_id = m.teaching_group_id
        where p.is_with_class
      union
      select p.learner_id, g.teaching_group_id from ${placed} p
        join lateral (select distinct on (g.subject_id) g.teaching_group_id from core_data.teaching_group g
          where g.education_provider_id = ${provider} and g.school_id = ${run.schoolId} and g.homeroom_id = p.homeroom_id and g.valid @> ${run.startsOn}::date order by g.subject_id, g.name) g on not p.is_with_class) n`.execute(tx.db);
}

export async function saveEffects(tx: Transaction, classId: string, effects: ReadonlyMap<string, readonly Effect[]>): Promise<void> {
  const list = JSON.stringify([...effects].map(([learnerId, done]) => ({ learnerId, done })));
  await sql`update school_admin.roll_over_learner l set is_done = true, effects = e.done from jsonb_to_recordset(${list}::jsonb) as e("learnerId" uuid, done jsonb)
    where l.education_provider_id = ${provider} and l.roll_over_class_id = ${classId} and l.learner_id = e."learnerId"`.execute(tx.db);
}

export async function markClass(tx: Transaction, classId: string, isDone: boolean): Promise<void> {
  await sql`update school_admin.roll_over_class set is_done = ${isDone} where education_provider_id = ${provider} and roll_over_class_id = ${classId}`.execute(tx.db);
}
