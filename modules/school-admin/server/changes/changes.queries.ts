import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { LearnerChange } from '../../contract/index.ts';
import type { Effect } from './effects.queries.ts';

const provider = sql<string>`(select platform.current_provider())`;

export interface NewChange {
  readonly learnerId: string;
  readonly studyRightId: string;
  readonly kind: LearnerChange['kind'];
  readonly schoolId: string;
  readonly toSchoolId?: string;
  readonly from: string;
  /** The last day. */
  readonly until?: string | undefined;
  readonly endReason?: LearnerChange['endReason'] | undefined;
  readonly decidedOn?: string | undefined;
  readonly decisionNumber?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly municipalityCode?: string | undefined;
  readonly otherSchool?: string | undefined;
  readonly note?: string | undefined;
  readonly effects: readonly Effect[];
  readonly madeBy: string;
  readonly madeAt: string;
}

export async function insertChange(tx: Transaction, change: NewChange): Promise<string> {
  const id = uuidv7();
  await sql`insert into school_admin.learner_change (education_provider_id, learner_change_id, learner_id, study_right_id, kind, school_id, to_school_id, during, end_reason,
      decided_on, decision_number, decided_by, municipality_code, other_school, note, effects, made_by, made_at, source)
    values (${provider}, ${id}, ${change.learnerId}, ${change.studyRightId}, ${change.kind}, ${change.schoolId}, ${change.toSchoolId ?? null},
      daterange(${change.from}::date, ${change.until ?? null}::date, '[]'), ${change.endReason ?? null}, ${change.decidedOn ?? null}, ${change.decisionNumber ?? null}, ${change.decidedBy ?? null},
      ${change.municipalityCode ?? null}, ${change.otherSchool ?? null}, ${change.note ?? null}, ${JSON.stringify(change.effects)}, ${change.madeBy}, ${change.madeAt}, 'manual')`.execute(tx.db);
  return id;
}

/** An undo is offered while the step is fresh; later it is corrected by a new one, with its own decision. */
const UNDO_DAYS = 14;

const columnsFor = (schoolId: string) => sql`c.learner_change_id as "learnerChangeId", c.learner_id as "learnerId", p.call_name as "callName", p.last_name as "lastName", c.kind,
  s.name as "schoolName", t.name as "toSchoolName", lower(c.during) as "from", case when upper_inf(c.during) then null else upper(c.during) - 1 end as until,
  c.end_reason as "endReason", c.decided_on as "decidedOn", c.decision_number as "decisionNumber", c.decided_by as "decidedBy", c.municipality_code as "municipalityCode",
  c.other_school as "otherSchool", c.note, case when m.person_id is null then null else jsonb_build_object('callName', m.call_name, 'lastName', m.last_name) end as "madeBy",
  to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt", to_char(c.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "undoneAt",
  jsonb_build_object('undo', c.school_id = ${schoolId} and c.undone_at is null and c.made_at > platform.now() - make_interval(days => ${sql.lit(UNDO_DAYS)})) as can`;

const joined = sql`from school_admin.learner_change c
  join core_data.person p on p.education_provider_id = c.education_provider_id and p.person_id = c.learner_id
  join core_data.school s on s.education_provider_id = c.education_provider_id and s.school_id = c.school_id
  left join core_data.school t on t.education_provider_id = c.education_provider_id and t.school_id = c.to_school_id
  left join core_data.person m on m.education_provider_id = c.education_provider_id and m.person_id = c.made_by`;

/** Of both schools of a change of school: by the two indexes of schools, some hundred rows a school and year. */
export async function listChangesOfSchool(tx: Transaction, schoolId: string, limit: number): Promise<LearnerChange[]> {
  const { rows } = await sql<LearnerChange>`select ${columnsFor(schoolId)} ${joined}
    where c.education_provider_id = ${provider} and (c.school_id = ${schoolId} or c.to_school_id = ${schoolId}) order by c.made_at desc, c.learner_change_id desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** By the learner's index. */
export async function listChangesOfLearner(tx: Transaction, schoolId: string, learnerId: string): Promise<LearnerChange[]> {
  const { rows } = await sql<LearnerChange>`select ${columnsFor(schoolId)} ${joined}
    where c.education_provider_id = ${provider} and c.learner_id = ${learnerId} and (c.school_id = ${schoolId} or c.to_school_id = ${schoolId})
    order by c.made_at desc, c.learner_change_id desc limit 200`.execute(tx.db);
  return rows;
}

export interface KeptChange {
  learnerChangeId: string;
  learnerId: string;
  studyRightId: string;
  kind: LearnerChange['kind'];
  effects: Effect[];
  isUndone: boolean;
  mayUndo: boolean;
}

export async function findChangeForUndo(tx: Transaction, schoolId: string, learnerChangeId: string): Promise<KeptChange | undefined> {
  const { rows } = await sql<KeptChange>`select c.learner_change_id as "learnerChangeId", c.learner_id as "learnerId", c.study_right_id as "studyRightId", c.kind, c.effects,
      c.undone_at is not null as "isUndone", c.made_at > platform.now() - make_interval(days => ${sql.lit(UNDO_DAYS)}) as "mayUndo"
    from school_admin.learner_change c where c.education_provider_id = ${provider} and c.learner_change_id = ${learnerChangeId} and c.school_id = ${schoolId} for update`.execute(tx.db);
  return rows[0];
}

export async function markUndone(tx: Transaction, learnerChangeId: string, by: string, at: string): Promise<void> {
  await sql`update school_admin.learner_change set undone_by = ${by}, undone_at = ${at} where education_provider_id = ${provider} and learner_change_id = ${learnerChangeId}`.execute(tx.db);
}

/** Whose open pages tell of the learner: the home, and the offices of the schools. */
export async function listPlaceAudience(tx: Transaction, learnerId: string, schoolIds: readonly string[]): Promise<{ personIds: string[]; schoolIds: string[] }> {
  const { rows } = await sql<{ personIds: string[] }>`
    select array(select guardian_id from core_data.guardian_access where education_provider_id = ${provider} and learner_id = ${learnerId}) || ${learnerId}::uuid as "personIds"`.execute(tx.db);
  return { personIds: rows[0]?.personIds ?? [], schoolIds: [...schoolIds] };
}
