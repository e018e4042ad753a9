import { sql } from 'kysely';
import type { Actor } from '@digione/platform/access';
import type { Transaction } from '@digione/platform/db';
import { speaksForSchool } from './wording.queries.ts';

const provider = sql`(select platform.current_provider())`;

export interface ExplainedAbsence {
  absenceId: string;
  heldOn: string;
  /** False when somebody else had explained it. */
  isExplained: boolean;
  isTypeChoosable: boolean;
  isBySchool: boolean;
}

/**
 * Gives the absences a type and the reason in words. The home explains what is open and what it has itself explained;
 * the school may say otherwise. Answers for each absence of the learner that was found.
 */
export async function explainAbsences(
  tx: Transaction,
  actor: Actor,
  learnerId: string,
  said: { absenceIds: readonly string[]; absenceTypeId: string; explanation: string | null; now: string },
): Promise<ExplainedAbsence[]> {
  const { rows } = await sql<ExplainedAbsence>`
    with side as materialized (select ${speaksForSchool(actor, sql`${learnerId}::uuid`)} as is_school),
    type as materialized (
      select t.absence_type_id from school_admin.absence_type t, side
      where t.education_provider_id = ${provider} and t.absence_type_id = ${said.absenceTypeId} and t.category <> 'unexplained'
        and t.valid @> (select platform.today()) and (t.guardian_may_choose or side.is_school)
    ), target as materialized (
      select a.absence_id, a.held_on, a.absence_type_id is null or a.explained_by is not distinct from ${actor.personId}::uuid or side.is_school as is_open
      from school_admin.absence a, side
      where a.education_provider_id = ${provider} and a.learner_id = ${learnerId} and a.absence_id = any(${said.absenceIds}::uuid[])
      for update of a
    ), changed as (
      update school_admin.absence a
      set absence_type_id = type.absence_type_id, explanation = ${said.explanation}, explained_by = ${actor.personId}, explained_at = ${said.now}
      from target, type
      where a.education_provider_id = ${provider} and a.absence_id = target.absence_id and target.is_open
    )
    select target.absence_id as "absenceId", target.held_on as "heldOn", target.is_open as "isExplained",
      exists (select from type) as "isTypeChoosable", side.is_school as "isBySchool"
    from target cross join side order by target.held_on`.execute(tx.db);
  return rows;
}

/** Takes back the actor's own explanations; what a notice had said stands again. */
export async function withdrawExplanations(tx: Transaction, actor: Actor, learnerId: string, absenceIds: readonly string[]) {
  const { rows } = await sql<{ absenceId: string; heldOn: string; isBySchool: boolean }>`
    update school_admin.absence a
    set explanation = null, explained_by = null, explained_at = null,
      absence_type_id = (select n.absence_type_id from school_admin.absence_notice n
        where n.education_provider_id = a.education_provider_id and n.absence_notice_id = a.absence_notice_id)
    where a.education_provider_id = ${provider} and a.learner_id = ${learnerId} and a.absence_id = any(${absenceIds}::uuid[]) and a.explained_by = ${actor.personId}
    returning a.absence_id as "absenceId", a.held_on as "heldOn", ${speaksForSchool(actor, sql`${learnerId}::uuid`)} as "isBySchool"`.execute(tx.db);
  return rows;
}
