import { sql } from 'kysely';
import { isPlaceHiddenFrom } from '@digione/core-data/server';
import type { Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { PublishedMark, RoundKind, Shown } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

export async function findLearner(tx: Transaction, actor: Actor, learnerId: string): Promise<{ callName: string; lastName: string; isPlaceHidden: boolean } | undefined> {
  const { rows } = await sql<{ callName: string; lastName: string; isPlaceHidden: boolean }>`
    select p.call_name as "callName", p.last_name as "lastName", ${isPlaceHiddenFrom(actor, sql.ref('p.person_id'))} as "isPlaceHidden"
    from core_data.person p where p.education_provider_id = ${provider} and p.person_id = ${learnerId}`.execute(tx.db);
  return rows[0];
}

export type MarkRow = PublishedMark & { markRoundId: string; kind: RoundKind; roundName: string; publishAt: string };

/** Published marks, the latest report first, in the order of the subjects' names, behaviour last. Read through the view alone. */
export async function listPublished(tx: Transaction, learnerId: string): Promise<MarkRow[]> {
  const { rows } = await sql<MarkRow>`
    select m.mark_round_id as "markRoundId", m.kind, m.round_name as "roundName", m.publish_at as "publishAt", m.value, m.words,
      case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject,
      coalesce((select jsonb_agg(jsonb_build_object('at', to_char(c.corrected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'formerValue', c.former_value, 'formerWords', c.former_words) order by c.corrected_at desc)
        from teaching.mark_correction c where c.education_provider_id = ${provider} and c.mark_id = m.mark_id), '[]') as corrections
    from teaching.published_mark m
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = m.subject_id
    where m.education_provider_id = ${provider} and m.learner_id = ${learnerId}
    order by m.publish_at desc, m.mark_round_id, m.is_behaviour, j.name->>'fi'`.execute(tx.db);
  return rows;
}

export type ShownRow = Shown & { subject: { code: string; name: LocalizedText } | null; editionId: string | null };

/** What a learner has shown this school year, where a teacher has shared it. */
export async function listShown(tx: Transaction, learnerId: string): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select i.name, i.kind, i.held_on as "heldOn", i.scale, v.value, v.words, i.objective_keys as "objectiveKeys", i.edition_id as "editionId", cardinality(i.levels) as levels,
      case when i.scale = 'level' then i.levels[v.value::int] end as "levelText",
      case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject
    from teaching.evidence_value v
    join teaching.evidence_item i on i.education_provider_id = ${provider} and i.evidence_item_id = v.evidence_item_id and i.shared_at is not null and i.removed_at is null
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = i.teaching_group_id
    join core_data.school_year y on y.education_provider_id = ${provider} and y.school_year_id = g.school_year_id and y.valid @> ${today}
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = g.subject_id
    where v.education_provider_id = ${provider} and v.learner_id = ${learnerId} and (v.value is not null or v.words is not null)
    order by j.name->>'fi', i.held_on, i.evidence_item_id`.execute(tx.db);
  return rows;
}

/** The actor's children today, and the actor if a learner. */
const mine = (actor: Actor) => {
  const children = sql`select ga.learner_id, false as is_self from core_data.guardian_access ga where ga.education_provider_id = ${provider} and ga.guardian_id = ${actor.personId}`;
  const me = sql`select ${actor.personId}::uuid as learner_id, true as is_self`;
  const parts = [...(actor.isGuardian ? [children] : []), ...(actor.isLearner ? [me] : [])];
  return parts.length === 0 ? sql`select null::uuid as learner_id, false as is_self where false` : sql.join(parts, sql` union all `);
};

export async function listOwnLearners(tx: Transaction, actor: Actor): Promise<{ learnerId: string; callName: string; isSelf: boolean }[]> {
  const { rows } = await sql<{ learnerId: string; callName: string; isSelf: boolean }>`
    select p.person_id as "learnerId", p.call_name as "callName", own.is_self as "isSelf" from (${mine(actor)}) own
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = own.learner_id
    order by own.is_self desc, p.born_on desc, p.call_name`.execute(tx.db);
  return rows;
}

export interface NewReportRow {
  learnerId: string;
  callName: string;
  isSelf: boolean;
  kind: RoundKind;
  publishedAt: string;
}

/** Reports of the last days, by the learner's own index: two or three learners, one look each. */
export async function listNewReports(tx: Transaction, actor: Actor): Promise<NewReportRow[]> {
  const { rows } = await sql<NewReportRow>`
    select distinct m.publish_at as "publishedAt", p.person_id as "learnerId", p.call_name as "callName", own.is_self as "isSelf", m.kind, m.mark_round_id
    from (${mine(actor)}) own
    join teaching.published_mark m on m.education_provider_id = ${provider} and m.learner_id = own.learner_id and m.publish_at > platform.now() - interval '14 days'
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = own.learner_id
    order by m.publish_at desc, p.call_name limit 10`.execute(tx.db);
  return rows;
}
