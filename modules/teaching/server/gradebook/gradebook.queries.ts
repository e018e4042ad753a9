import { sql } from 'kysely';
import { allowedFor, type Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { AssessedGroup, EvidenceItem, EvidenceValue, Gradebook, ShownObjective } from '../../contract/index.ts';
import { recordEvidence } from './actions.ts';

const provider = sql`(select platform.current_provider())`;
const today = sql`(select platform.today())`;

/** Whose members a group of another time is shown with: today's, else those of its last or first day. */
const dayOfGroup = sql`greatest(lower(g.valid), least(${today}, upper(g.valid) - 1))`;

export interface GroupRow {
  groupId: string;
  groupName: string;
  schoolId: string;
  schoolName: LocalizedText;
  subject: Gradebook['subject'];
  canRecord: boolean;
}

export async function findGroup(tx: Transaction, actor: Actor, groupId: string): Promise<GroupRow | undefined> {
  const { rows } = await sql<GroupRow>`
    select g.teaching_group_id as "groupId", g.name as "groupName", g.school_id as "schoolId", s.name as "schoolName",
      case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject,
      coalesce(${allowedFor(actor, recordEvidence, sql.ref('g.teaching_group_id'))}, false) as "canRecord"
    from core_data.teaching_group g
    join core_data.school s on s.education_provider_id = ${provider} and s.school_id = g.school_id
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = g.subject_id
    where g.education_provider_id = ${provider} and g.teaching_group_id = ${groupId}`.execute(tx.db);
  return rows[0];
}

/** The group's members in the order of a Finnish class list. */
export async function listMembers(tx: Transaction, groupId: string): Promise<Gradebook['learners']> {
  const { rows } = await sql<Gradebook['learners'][number]>`
    select p.person_id as "personId", p.call_name as "callName", p.last_name as "lastName"
    from core_data.teaching_group g
    join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id and m.valid @> ${dayOfGroup}
    join core_data.person p on p.education_provider_id = ${provider} and p.person_id = m.learner_id
    where g.education_provider_id = ${provider} and g.teaching_group_id = ${groupId}
    order by p.last_name collate "fi-x-icu", p.call_name collate "fi-x-icu", p.person_id`.execute(tx.db);
  return rows;
}

const ITEM = sql`i.evidence_item_id as "evidenceItemId", i.version, i.name, i.kind, i.held_on as "heldOn", i.scale, i.levels, i.weight_halves / 2.0::float8 as weight,
  i.edition_id as "editionId", i.objective_keys as "objectiveKeys", i.shared_at as "sharedAt"`;

export async function listItems(tx: Transaction, groupId: string): Promise<EvidenceItem[]> {
  const { rows } = await sql<EvidenceItem>`
    select ${ITEM} from teaching.evidence_item i
    where i.education_provider_id = ${provider} and i.teaching_group_id = ${groupId} and i.removed_at is null
    order by i.held_on, i.evidence_item_id`.execute(tx.db);
  return rows;
}

/**
 * The cells of the members. The index of (item, learner) is walked once an item
 * (Nested Loop → Index Scan using evidence_value_education_provider_id_evidence_item_id_learn_key).
 */
export async function listValues(tx: Transaction, groupId: string): Promise<EvidenceValue[]> {
  const { rows } = await sql<EvidenceValue>`
    select v.evidence_item_id as "evidenceItemId", v.learner_id as "learnerId", v.value, v.words, v.version
    from teaching.evidence_item i
    join teaching.evidence_value v on v.education_provider_id = ${provider} and v.evidence_item_id = i.evidence_item_id
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = i.teaching_group_id
    join core_data.teaching_group_member m on m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id
      and m.learner_id = v.learner_id and m.valid @> ${dayOfGroup}
    where i.education_provider_id = ${provider} and i.teaching_group_id = ${groupId} and i.removed_at is null`.execute(tx.db);
  return rows;
}

/** The platform's own curricula stand under the nil id. */
const isReadable = (alias: string) => sql<boolean>`${sql.ref(`${alias}.education_provider_id`)} in (${provider}, '00000000-0000-0000-0000-000000000000'::uuid)`;

/** Objectives by their keys, in the order of the curriculum. */
export async function listObjectives(tx: Transaction, editionId: string, keys: readonly string[]): Promise<ShownObjective[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<ShownObjective>`
    select e.key, e.label, case when e.name is null then null else jsonb_strip_nulls(jsonb_build_object('fi', e.name->'fi', 'sv', e.name->'sv', 'en', e.name->'en')) end as text
    from curriculum.element e
    where ${isReadable('e')} and e.edition_id = ${editionId} and e.key = any(${keys}::text[]) and e.kind = 'objective'
    order by e.position`.execute(tx.db);
  return rows;
}

export async function findItem(tx: Transaction, groupId: string, evidenceItemId: string): Promise<EvidenceItem | undefined> {
  const { rows } = await sql<EvidenceItem>`
    select ${ITEM} from teaching.evidence_item i
    where i.education_provider_id = ${provider} and i.teaching_group_id = ${groupId} and i.evidence_item_id = ${evidenceItemId}`.execute(tx.db);
  return rows[0];
}

export async function hasValues(tx: Transaction, evidenceItemId: string): Promise<boolean> {
  const { rows } = await sql`select from teaching.evidence_value v
    where v.education_provider_id = ${provider} and v.evidence_item_id = ${evidenceItemId} and (v.value is not null or v.words is not null) limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** Highest level that stands somewhere in the item; 0 without one. */
export async function getHighestLevel(tx: Transaction, evidenceItemId: string): Promise<number> {
  const { rows } = await sql<{ highest: number }>`select coalesce(max(v.value::int), 0) as highest from teaching.evidence_value v
    where v.education_provider_id = ${provider} and v.evidence_item_id = ${evidenceItemId} and v.scale = 'level'`.execute(tx.db);
  return rows[0]?.highest ?? 0;
}

export type ItemContent = Omit<EvidenceItem, 'evidenceItemId' | 'version'>;

const halvesOf = ({ weight }: ItemContent) => (weight === null ? null : Math.round(weight * 2));

export async function insertItem(tx: Transaction, groupId: string, evidenceItemId: string, item: ItemContent): Promise<void> {
  await sql`insert into teaching.evidence_item (education_provider_id, evidence_item_id, teaching_group_id, name, kind, held_on, scale, levels, weight_halves, edition_id, objective_keys, shared_at, source)
    values (platform.current_provider(), ${evidenceItemId}, ${groupId}, ${item.name}, ${item.kind}, ${item.heldOn}::date, ${item.scale}, ${item.levels}::text[], ${halvesOf(item)},
      ${item.editionId}, ${item.objectiveKeys}::text[], ${item.sharedAt}, 'manual')`.execute(tx.db);
}

/** @returns false when somebody else has changed it since */
export async function updateItem(tx: Transaction, evidenceItemId: string, version: number, item: ItemContent, removedAt: string | null): Promise<boolean> {
  // The lock, with the version, before the change: of one that says nothing new the trigger lets no row through.
  const { rows } = await sql<{ version: number }>`select i.version from teaching.evidence_item i
    where i.education_provider_id = ${provider} and i.evidence_item_id = ${evidenceItemId} for update`.execute(tx.db);
  if (rows[0]?.version !== version) return false;
  await sql`update teaching.evidence_item i set name = ${item.name}, kind = ${item.kind}, held_on = ${item.heldOn}::date, scale = ${item.scale}, levels = ${item.levels}::text[],
      weight_halves = ${halvesOf(item)}, edition_id = ${item.editionId}, objective_keys = ${item.objectiveKeys}::text[], shared_at = ${item.sharedAt}, removed_at = ${removedAt}
    where i.education_provider_id = ${provider} and i.evidence_item_id = ${evidenceItemId}`.execute(tx.db);
  return true;
}

/** The groups somebody judges today, with how far each book is. */
export async function listGroupsOf(tx: Transaction, personId: string): Promise<AssessedGroup[]> {
  const { rows } = await sql<AssessedGroup>`
    select g.teaching_group_id as "groupId", g.name, s.name as "schoolName",
      case when j.subject_id is null then null else jsonb_build_object('code', j.code, 'name', j.name) end as subject,
      (select count(*)::int from core_data.teaching_group_member m where m.education_provider_id = ${provider} and m.teaching_group_id = g.teaching_group_id and m.valid @> ${today}) as "learnerCount",
      coalesce(book.items, 0) as "itemCount", book.last as "lastHeldOn"
    from core_data.teaching_group_teacher gt
    join core_data.teaching_group g on g.education_provider_id = ${provider} and g.teaching_group_id = gt.teaching_group_id and g.valid @> ${today}
    join core_data.school s on s.education_provider_id = ${provider} and s.school_id = g.school_id
    left join core_data.subject j on j.education_provider_id = ${provider} and j.subject_id = g.subject_id
    left join lateral (select count(*)::int as items, max(i.held_on) as last from teaching.evidence_item i
      where i.education_provider_id = ${provider} and i.teaching_group_id = g.teaching_group_id and i.removed_at is null) book on true
    where gt.education_provider_id = ${provider} and gt.person_id = ${personId} and gt.valid @> ${today} and gt.role in ('main', 'co', 'substitute')
    order by g.name, g.teaching_group_id`.execute(tx.db);
  return rows;
}

/** Who judges the group today: whose open pages a change touches. */
export async function listAssessors(tx: Transaction, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select gt.person_id as "personId" from core_data.teaching_group_teacher gt
    where gt.education_provider_id = ${provider} and gt.teaching_group_id = ${groupId} and gt.valid @> ${today} and gt.role in ('main', 'co', 'substitute')`.execute(tx.db);
  return rows.map(({ personId }) => personId);
}
