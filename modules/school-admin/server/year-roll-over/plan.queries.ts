import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { RollOverAction } from '../../contract/index.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface EndingClass {
  homeroomId: string;
  name: string;
  gradeLevel: number | null;
}

export async function findEndingYear(tx: Transaction): Promise<{ schoolYearId: string; startsOn: string; endsOn: string } | undefined> {
  const { rows } = await sql<{ schoolYearId: string; startsOn: string; endsOn: string }>`
    select school_year_id as "schoolYearId", lower(valid) as "startsOn", upper(valid) as "endsOn" from core_data.school_year
    where education_provider_id = ${provider} and valid @> platform.today()`.execute(tx.db);
  return rows[0];
}

/** The school year that begins when the other ends, where it has been entered. */
export async function findYearFrom(tx: Transaction, startsOn: string): Promise<{ schoolYearId: string; name: string; endsOn: string } | undefined> {
  const { rows } = await sql<{ schoolYearId: string; name: string; endsOn: string }>`
    select school_year_id as "schoolYearId", name, upper(valid) as "endsOn" from core_data.school_year where education_provider_id = ${provider} and lower(valid) = ${startsOn}::date and not upper_inf(valid)`.execute(tx.db);
  return rows[0];
}

export async function listEndingClasses(tx: Transaction, schoolId: string, schoolYearId: string): Promise<EndingClass[]> {
  const { rows } = await sql<EndingClass>`
    select homeroom_id as "homeroomId", name, grade_level as "gradeLevel" from core_data.homeroom
    where education_provider_id = ${provider} and school_id = ${schoolId} and school_year_id = ${schoolYearId} and valid @> (upper(valid) - 1) order by grade_level nulls last, name`.execute(tx.db);
  return rows;
}

export async function deletePlans(tx: Transaction, schoolId: string, fromYearId: string): Promise<void> {
  await sql`delete from school_admin.roll_over where education_provider_id = ${provider} and school_id = ${schoolId} and from_year_id = ${fromYearId} and state = 'planned'`.execute(tx.db);
}

export interface NewPlan {
  readonly schoolId: string;
  readonly fromYearId: string;
  readonly yearName: string;
  readonly startsOn: string;
  /** First day after the new year. */
  readonly endsOn: string;
  readonly nextSchoolId: string | null;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly classes: readonly (EndingClass & { toName: string | null; toGrade: number | null; action: RollOverAction })[];
}

/**
 * Writes a plan: the classes, and of each class everybody who is in it on the last day of the ending year and studies at the school then.
 * The members come by the homerooms' index.
 */
export async function insertPlan(tx: Transaction, plan: NewPlan): Promise<string> {
  const rollOverId = uuidv7();
  await sql`insert into school_admin.roll_over (education_provider_id, roll_over_id, school_id, from_year_id, to_year_id, year_name, during, next_school_id, state, planned_by, planned_at, source)
    values (${provider}, ${rollOverId}, ${plan.schoolId}, ${plan.fromYearId}, null, ${plan.yearName}, daterange(${plan.startsOn}::date, ${plan.endsOn}::date), ${plan.nextSchoolId}, 'planned',
      ${plan.plannedBy}, ${plan.plannedAt}, 'manual')`.execute(tx.db);
  const classes = plan.classes.map(({ homeroomId, name, gradeLevel, toName, toGrade, action }) => ({ id: uuidv7(), homeroomId, name, gradeLevel, toName, toGrade, action }));
  await sql`insert into school_admin.roll_over_class (education_provider_id, roll_over_class_id, roll_over_id, from_homeroom_id, from_name, from_grade, to_name, to_grade)
    select ${provider}, c.id, ${rollOverId}, c."homeroomId", c.name, c."gradeLevel", c."toName", c."toGrade"
    from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c(id uuid, "homeroomId" uuid, name text, "gradeLevel" int, "toName" text, "toGrade" int)`.execute(tx.db);
  await sql`insert into school_admin.roll_over_learner (education_provider_id, roll_over_learner_id, roll_over_id, roll_over_class_id, learner_id, study_right_id, action, to_name)
    select ${provider}, exchange.new_id(), ${rollOverId}, c.id, m.learner_id, r.study_right_id, c.action, c."toName"
    from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c(id uuid, "homeroomId" uuid, "toName" text, action text)
    join core_data.homeroom_member m on m.education_provider_id = ${provider} and m.homeroom_id = c."homeroomId" and m.valid @> (${plan.startsOn}::date - 1)
    join core_data.study_right r on r.education_provider_id = ${provider} and r.learner_id = m.learner_id and r.school_id = ${plan.schoolId} and r.state <> 'void' and r.valid @> (${plan.startsOn}::date - 1)
    on conflict do nothing`.execute(tx.db);
  return rollOverId;
}

export async function setLearnerAction(tx: Transaction, rollOverId: string, learnerId: string, action: RollOverAction, toName: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update school_admin.roll_over_learner l set action = ${action}, to_name = ${toName}
    from school_admin.roll_over o where o.education_provider_id = ${provider} and o.roll_over_id = l.roll_over_id and o.state = 'planned'
      and l.education_provider_id = ${provider} and l.roll_over_id = ${rollOverId} and l.learner_id = ${learnerId}`.execute(tx.db);
  return numAffectedRows === 1n;
}

export async function listClassLearners(tx: Transaction, rollOverId: string, rollOverClassId: string) {
  const { rows } = await sql<{ learnerId: string; callName: string; lastName: string; action: RollOverAction; toName: string | null }>`
    select l.learner_id as "learnerId", p.call_name as "callName", p.last_name as "lastName", l.action, l.to_name as "toName"
    from school_admin.roll_over_learner l join core_data.person p on p.education_provider_id = l.education_provider_id and p.person_id = l.learner_id
    where l.education_provider_id = ${provider} and l.roll_over_id = ${rollOverId} and l.roll_over_class_id = ${rollOverClassId} order by p.last_name, p.call_name, p.person_id`.execute(tx.db);
  return rows;
}
