import { sql } from 'kysely';
import { abilitiesOn, allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { Absence } from '../../contract/index.ts';
import { explainAbsence, reportAbsence } from '../actions.ts';
import { mayReadWords, speaker, speaksForSchool } from './wording.queries.ts';

const provider = sql`(select platform.current_provider())`;

export async function findLearner(tx: Transaction, actor: Actor, learnerId: string) {
  const { rows } = await sql<{ personId: string; callName: string; lastName: string; can: { explain: boolean; report: boolean } }>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName",
      ${abilitiesOn(actor, { explain: explainAbsence, report: reportAbsence }, sql.ref('p.person_id'))} as can
    from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${learnerId}`.execute(tx.db);
  return rows[0];
}

/** The running school year; without one the legal one, from August to July. */
export async function getSchoolYear(tx: Transaction): Promise<{ firstDay: string; lastDay: string }> {
  const { rows } = await sql<{ firstDay: string; lastDay: string }>`
    select coalesce(lower(y.valid), d.first)::date as "firstDay", coalesce(upper(y.valid) - 1, (d.first + interval '1 year')::date - 1) as "lastDay"
    from (select (date_trunc('year', platform.today() - interval '7 months') + interval '7 months')::date as first) d
    left join core_data.school_year y on y.education_provider_id = ${provider} and y.valid @> (select platform.today())`.execute(tx.db);
  const [year] = rows;
  if (year === undefined) throw new Error('There is always a school year.');
  return year;
}

/** Days without school of the learner's schools and of the whole provider. */
export async function listBreaks(tx: Transaction, learnerId: string, firstDay: string, lastDay: string) {
  const { rows } = await sql<{ name: LocalizedText; firstDay: string; lastDay: string }>`
    select distinct b.name, lower(b.valid) as "firstDay", upper(b.valid) - 1 as "lastDay" from core_data.school_break b
    where b.education_provider_id = ${provider} and b.valid && daterange(${firstDay}::date, ${lastDay}::date, '[]')
      and (b.school_id is null or b.school_id in (select sr.school_id from core_data.study_right sr
        where sr.education_provider_id = ${provider} and sr.learner_id = ${learnerId} and sr.state <> 'void' and sr.valid @> (select platform.today())))
    order by lower(b.valid)`.execute(tx.db);
  return rows;
}

/** Newest first. Who may explain: the home what nobody else has explained, the school everything. */
export async function listAbsencesOfLearners(tx: Transaction, actor: Actor, learnerIds: readonly string[], firstDay: string, lastDay: string): Promise<(Absence & { learnerId: string })[]> {
  const learner = sql.ref('a.learner_id');
  const { rows } = await sql<Absence & { learnerId: string }>`
    select a.learner_id as "learnerId", a.absence_id as "absenceId", a.held_on as "heldOn", a.starts_at as "startsAt", a.ends_at as "endsAt", a.kind, a.minutes,
      s.name as "subjectName", s.code as "subjectCode",
      case when t.absence_type_id is null then null
        else jsonb_build_object('absenceTypeId', t.absence_type_id, 'name', t.name, 'category', t.category) end as type,
      a.absence_notice_id is not null as "isNoticed",
      case when a.explanation is not null and ${mayReadWords(actor, learner, sql.ref('a.explained_by'))} then a.explanation end as explanation,
      ${speaker(actor, learner, sql.ref('a.explained_by'))} as "explainedBy", a.explained_at as "explainedAt",
      jsonb_build_object('explain', coalesce(${allowedFor(actor, explainAbsence, learner)}, false)
        and (a.absence_type_id is null or a.explained_by is not distinct from ${actor.personId}::uuid or ${speaksForSchool(actor, learner)})) as can
    from school_admin.absence a
    left join school_admin.absence_type t on t.education_provider_id = a.education_provider_id and t.absence_type_id = a.absence_type_id
    left join core_data.teaching_group g on g.education_provider_id = a.education_provider_id and g.teaching_group_id = a.teaching_group_id
    left join core_data.subject s on s.education_provider_id = g.education_provider_id and s.subject_id = g.subject_id
    where a.education_provider_id = ${provider} and a.learner_id = any(${learnerIds}::uuid[]) and a.held_on between ${firstDay}::date and ${lastDay}::date
    order by a.starts_at desc limit 2000`.execute(tx.db);
  return rows;
}
