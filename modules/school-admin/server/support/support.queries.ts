import { sql } from 'kysely';
import { isPlaceHiddenFrom } from '@digione/core-data/server';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import type { SupportedLearner, SupportMeasure, SupportReviews } from '../../contract/index.ts';
import { decideSupport, followSupport, prepareSupport } from './actions.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;
const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** A measure in force by the law before 2025 has its decision with whoever keeps the papers. */
const state = sql`case when m.decided_on is null and m.law = 'since-2025' then 'prepared' when upper(m.valid) <= ${today} then 'ended' when lower(m.valid) > ${today} then 'coming' else 'in-force' end`;
const nameOf = (person: string) => sql`jsonb_build_object('personId', ${sql.ref(`${person}.person_id`)}, 'callName', ${sql.ref(`${person}.call_name`)}, 'lastName', ${sql.ref(`${person}.last_name`)})`;

export interface LearnerRow {
  callName: string;
  lastName: string;
  isPlaceHidden: boolean;
  /** Works with the learner's support; homes and learners read what has been decided. */
  isStaff: boolean;
  canAdd: boolean;
}

export async function findLearner(tx: Transaction, actor: Actor, learnerId: string): Promise<LearnerRow | undefined> {
  const { rows } = await sql<LearnerRow>`
    select p.call_name as "callName", p.last_name as "lastName", ${isPlaceHiddenFrom(actor, sql.ref('p.person_id'))} as "isPlaceHidden",
      coalesce(${allowedFor(actor, prepareSupport, sql.ref('p.person_id'))}, false) as "canAdd", coalesce(${allowedFor(actor, followSupport, sql.ref('p.person_id'))}, false) as "isStaff"
    from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${learnerId}`.execute(tx.db);
  return rows[0];
}

/** The learner's measures, those that run first. One index look for the learner, one for each measure's notes and people. */
export async function listMeasures(tx: Transaction, actor: Actor, learnerId: string, supportMeasureId?: string): Promise<SupportMeasure[]> {
  const { rows } = await sql<SupportMeasure>`
    select m.support_measure_id as "supportMeasureId", m.version, m.law, m.kind, ${state} as state, m.plan, lower(m.valid) as "startsOn", upper(m.valid) - 1 as "endsOn", m.review_on as "reviewOn",
      case when m.decided_on is null then null else jsonb_build_object('decidedOn', m.decided_on, 'decisionNumber', m.decision_number, 'grounds', m.grounds) end as decision,
      coalesce((select jsonb_agg(jsonb_build_object('subjectId', s.subject_id, 'name', s.name) order by s.name->>'fi') from core_data.subject s
        where s.education_provider_id = ${provider} and s.subject_id = any(m.subject_ids)), '[]') as subjects,
      coalesce((select jsonb_agg(${nameOf('p')} order by p.last_name, p.call_name) from school_admin.support_responsible r
        join core_data.person p on p.education_provider_id = ${provider} and p.person_id = r.person_id
        where r.education_provider_id = ${provider} and r.support_measure_id = m.support_measure_id), '[]') as responsible,
      coalesce((select jsonb_agg(jsonb_build_object('at', to_char(n.written_at at time zone 'UTC', ${INSTANT}), 'by', ${nameOf('p')}, 'isReview', n.is_review, 'text', n.text) order by n.written_at desc)
        from school_admin.support_note n join core_data.person p on p.education_provider_id = ${provider} and p.person_id = n.written_by
        where n.education_provider_id = ${provider} and n.support_measure_id = m.support_measure_id), '[]') as notes,
      jsonb_build_object(
        'change', m.law = 'since-2025' and coalesce(${allowedFor(actor, prepareSupport, sql.ref('m.learner_id'))}, false),
        'decide', m.law = 'since-2025' and m.decided_on is null and coalesce(${allowedFor(actor, decideSupport, sql.ref('m.learner_id'))}, false),
        'follow', m.law = 'since-2025' and coalesce(${allowedFor(actor, followSupport, sql.ref('m.learner_id'))}, false)) as can
    from school_admin.support_measure m
    where m.education_provider_id = ${provider} and m.learner_id = ${learnerId} and ${supportMeasureId === undefined ? sql`true` : sql`m.support_measure_id = ${supportMeasureId}`}
    order by (${state}) = 'ended', lower(m.valid) desc, m.support_measure_id`.execute(tx.db);
  return rows;
}

export interface MeasureContent {
  kind: string;
  subjectIds: readonly string[];
  plan: string;
  startsOn: string;
  endsOn: string | null;
  reviewOn: string;
  responsibleIds: readonly string[];
}

const period = ({ startsOn, endsOn }: Pick<MeasureContent, 'startsOn' | 'endsOn'>) => sql`daterange(${startsOn}::date, ${endsOn}::date, '[]')`;

/** The school where the learner studies today. */
export async function findSchoolOf(tx: Transaction, learnerId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select e.school_id as id from core_data.current_enrolment e where e.education_provider_id = ${provider} and e.learner_id = ${learnerId} order by e.study_right_id limit 1`.execute(tx.db);
  return rows[0]?.id;
}

/** Which of the people work in the school today. */
export async function listStaffAmong(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct r.person_id as id from access.current_role_assignment r where r.education_provider_id = ${provider} and r.person_id = any(${[...personIds]}::uuid[])`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export async function countSubjects(tx: Transaction, subjectIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from core_data.subject s where s.education_provider_id = ${provider} and s.subject_id = any(${[...subjectIds]}::uuid[])`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

export async function insertMeasure(tx: Transaction, measure: MeasureContent & { supportMeasureId: string; learnerId: string; schoolId: string; by: string }): Promise<void> {
  await sql`insert into school_admin.support_measure (education_provider_id, support_measure_id, learner_id, school_id, kind, subject_ids, plan, valid, review_on, recorded_by, source)
    values (${provider}, ${measure.supportMeasureId}, ${measure.learnerId}, ${measure.schoolId}, ${measure.kind}, ${[...measure.subjectIds]}::uuid[], ${measure.plan}, ${period(measure)}, ${measure.reviewOn}::date, ${measure.by}, 'manual')`.execute(tx.db);
  await setResponsible(tx, measure.supportMeasureId, measure.responsibleIds);
}

async function setResponsible(tx: Transaction, supportMeasureId: string, personIds: readonly string[]): Promise<void> {
  await sql`delete from school_admin.support_responsible r where r.education_provider_id = ${provider} and r.support_measure_id = ${supportMeasureId}`.execute(tx.db);
  await sql`insert into school_admin.support_responsible (education_provider_id, support_measure_id, person_id)
    select ${provider}, ${supportMeasureId}::uuid, unnest(${[...new Set(personIds)]}::uuid[])`.execute(tx.db);
}

/** Keeps the measure from other writers. @returns its version; undefined when the learner has no such measure */
export async function lockMeasure(tx: Transaction, learnerId: string, supportMeasureId: string): Promise<{ version: number } | undefined> {
  const { rows } = await sql<{ version: number }>`select m.version from school_admin.support_measure m
    where m.education_provider_id = ${provider} and m.learner_id = ${learnerId} and m.support_measure_id = ${supportMeasureId} for update`.execute(tx.db);
  return rows[0];
}

export async function updateMeasure(tx: Transaction, supportMeasureId: string, measure: MeasureContent): Promise<void> {
  await sql`update school_admin.support_measure m set kind = ${measure.kind}, subject_ids = ${[...measure.subjectIds]}::uuid[], plan = ${measure.plan}, valid = ${period(measure)}, review_on = ${measure.reviewOn}::date
    where m.education_provider_id = ${provider} and m.support_measure_id = ${supportMeasureId}`.execute(tx.db);
  await setResponsible(tx, supportMeasureId, measure.responsibleIds);
}

export async function setDecision(tx: Transaction, supportMeasureId: string, decision: { decidedOn: string; decisionNumber: string | null; grounds: string; by: string }): Promise<void> {
  await sql`update school_admin.support_measure m set decided_on = ${decision.decidedOn}::date, decision_number = ${decision.decisionNumber}, grounds = ${decision.grounds}, decided_by = ${decision.by}
    where m.education_provider_id = ${provider} and m.support_measure_id = ${supportMeasureId}`.execute(tx.db);
}

export async function insertNote(tx: Transaction, note: { supportNoteId: string; supportMeasureId: string; at: string; by: string; isReview: boolean; text: string }): Promise<void> {
  await sql`insert into school_admin.support_note (education_provider_id, support_note_id, support_measure_id, written_at, written_by, is_review, text)
    values (${provider}, ${note.supportNoteId}, ${note.supportMeasureId}, ${note.at}, ${note.by}, ${note.isReview}, ${note.text})`.execute(tx.db);
}

export async function setReview(tx: Transaction, supportMeasureId: string, reviewOn: string): Promise<void> {
  await sql`update school_admin.support_measure m set review_on = ${reviewOn}::date where m.education_provider_id = ${provider} and m.support_measure_id = ${supportMeasureId}`.execute(tx.db);
}

/** Learners of a school with measures that have not ended, the next review first. */
export async function listSupported(tx: Transaction, schoolId: string): Promise<SupportedLearner[]> {
  const { rows } = await sql<SupportedLearner>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName",
      (select e.homeroom_name from core_data.current_enrolment e where e.education_provider_id = ${provider} and e.learner_id = p.person_id and e.school_id = ${schoolId} limit 1) as "homeroomName",
      jsonb_agg(jsonb_build_object('supportMeasureId', m.support_measure_id, 'kind', m.kind, 'state', ${state}, 'reviewOn', m.review_on, 'endsOn', upper(m.valid) - 1) order by m.review_on, lower(m.valid)) as measures
    from school_admin.support_measure m
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = m.learner_id
    where m.education_provider_id = ${provider} and m.school_id = ${schoolId} and coalesce(upper(m.valid) > ${today}, true)
      and exists (select from core_data.study_right sr where sr.education_provider_id = ${provider} and sr.learner_id = m.learner_id and sr.school_id = ${schoolId} and sr.state <> 'void' and sr.valid @> ${today})
    group by p.person_id, p.call_name, p.last_name
    order by min(m.review_on) nulls last, p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu"`.execute(tx.db);
  return rows;
}

export type ReviewRow = SupportReviews['reviews'][number] & { total: number };

/** Reviews due by a day that are the actor's to make: of measures they answer for, and of the schools whose support they lead. */
export async function listReviews(tx: Transaction, personId: string, schoolIds: readonly string[] | 'all', until: string, limit: number): Promise<ReviewRow[]> {
  const led = schoolIds === 'all' ? sql`true` : sql`m.school_id = any(${[...schoolIds]}::uuid[])`;
  const { rows } = await sql<ReviewRow>`
    select p.person_id as "learnerId", p.call_name as "callName", p.last_name as "lastName", m.kind, m.review_on as "reviewOn", m.review_on < ${today} as "isOverdue", count(*) over ()::int as total
    from school_admin.support_measure m
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = m.learner_id
    where m.education_provider_id = ${provider} and m.law = 'since-2025' and m.decided_on is not null and m.review_on <= ${until}::date and coalesce(upper(m.valid) > ${today}, true)
      and (${led} or exists (select from school_admin.support_responsible r where r.education_provider_id = ${provider} and r.support_measure_id = m.support_measure_id and r.person_id = ${personId}))
      and exists (select from core_data.study_right sr where sr.education_provider_id = ${provider} and sr.learner_id = m.learner_id and sr.school_id = m.school_id and sr.state <> 'void' and sr.valid @> ${today})
    order by m.review_on, p.last_name limit ${limit}`.execute(tx.db);
  return rows;
}
