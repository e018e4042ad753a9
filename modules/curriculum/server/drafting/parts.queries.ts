import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { DraftPart, LessonHourCode } from '../../contract/index.ts';
import type { HoursCell } from './lesson-hours.ts';

const provider = sql`(select platform.current_provider())`;

const COLUMNS = sql`p.draft_part_id as "draftPartId", p.kind, p.unit_key as "unitKey", p.grade_level as "gradeLevel", p.basis_key as "basisKey", p.position, p.code, p.name, p.body,
  p.credits, p.modules, p.subjects, p.version`;

/** What stands in a draft now, in order. */
export async function listParts(tx: Transaction, draftId: string, where: { unitKey?: string; gradeLevel?: number | null; kind?: DraftPart['kind'] } = {}): Promise<DraftPart[]> {
  const { unitKey, gradeLevel, kind } = where;
  const { rows } = await sql<DraftPart>`
    select ${COLUMNS} from curriculum.draft_part p
    where p.education_provider_id = ${provider} and p.draft_id = ${draftId} and not p.is_removed
      ${unitKey === undefined ? sql`` : sql`and p.unit_key = ${unitKey}`} ${kind === undefined ? sql`` : sql`and p.kind = ${kind}`}
      ${gradeLevel === undefined ? sql`` : sql`and p.grade_level is not distinct from ${gradeLevel}::int`}
    order by p.position, p.draft_part_id`.execute(tx.db);
  return rows;
}

/** Also one that was taken out. */
export async function findPart(tx: Transaction, draftPartId: string): Promise<(DraftPart & { draftId: string; isRemoved: boolean }) | undefined> {
  const { rows } = await sql<DraftPart & { draftId: string; isRemoved: boolean }>`
    select ${COLUMNS}, p.draft_id as "draftId", p.is_removed as "isRemoved" from curriculum.draft_part p
    where p.education_provider_id = ${provider} and p.draft_part_id = ${draftPartId}`.execute(tx.db);
  return rows[0];
}

export async function countParts(tx: Transaction, draftId: string): Promise<{ unitKey: string; gradeLevel: number | null; parts: number }[]> {
  const { rows } = await sql<{ unitKey: string; gradeLevel: number | null; parts: number }>`
    select unit_key as "unitKey", grade_level as "gradeLevel", count(*)::int as parts from curriculum.draft_part
    where education_provider_id = ${provider} and draft_id = ${draftId} and not is_removed and kind not in ('study-unit', 'omission') group by 1, 2`.execute(tx.db);
  return rows;
}

export type PartContent = Omit<DraftPart, 'draftPartId' | 'position' | 'version'>;

const json = (text: DraftPart['name']): string => JSON.stringify(text);

export async function insertPart(tx: Transaction, draftId: string, draftPartId: string, createdBy: string, part: PartContent): Promise<void> {
  await sql`insert into curriculum.draft_part (education_provider_id, draft_part_id, draft_id, kind, unit_key, grade_level, basis_key, position, code, name, body, credits, modules, subjects, created_by, source)
    values (${provider}, ${draftPartId}, ${draftId}, ${part.kind}, ${part.unitKey}, ${part.gradeLevel}, ${part.basisKey},
      (select coalesce(max(position), 0) + 1 from curriculum.draft_part where education_provider_id = ${provider} and draft_id = ${draftId}),
      ${part.code}, ${json(part.name)}, ${json(part.body)}, ${part.credits}, ${part.modules}, ${part.subjects}, ${createdBy}, 'manual')`.execute(tx.db);
}

/** Where it stands is never changed; what was taken out is put back. */
export async function updatePart(tx: Transaction, draftPartId: string, part: PartContent): Promise<void> {
  await sql`update curriculum.draft_part set code = ${part.code}, name = ${json(part.name)}, body = ${json(part.body)}, credits = ${part.credits}, modules = ${part.modules},
      subjects = ${part.subjects}, is_removed = false, source = 'manual'
    where education_provider_id = ${provider} and draft_part_id = ${draftPartId}`.execute(tx.db);
}

export async function updateRemoved(tx: Transaction, draftPartId: string): Promise<void> {
  await sql`update curriculum.draft_part set is_removed = true, source = 'manual' where education_provider_id = ${provider} and draft_part_id = ${draftPartId}`.execute(tx.db);
}

export async function listHours(tx: Transaction, draftId: string): Promise<HoursCell[]> {
  const { rows } = await sql<HoursCell>`
    select code, grade_level as "gradeLevel", hours from curriculum.lesson_hours
    where education_provider_id = ${provider} and draft_id = ${draftId} and hours is not null order by grade_level`.execute(tx.db);
  return rows;
}

export async function updateHours(tx: Transaction, draftId: string, createdBy: string, cell: { code: LessonHourCode; gradeLevel: number; hours: number | null }): Promise<void> {
  const { code, gradeLevel, hours } = cell;
  await sql`insert into curriculum.lesson_hours (education_provider_id, lesson_hours_id, draft_id, code, grade_level, hours, created_by, source)
    values (${provider}, ${uuidv7()}, ${draftId}, ${code}, ${gradeLevel}, ${hours === 0 ? null : hours}, ${createdBy}, 'manual')
    on conflict (education_provider_id, draft_id, code, grade_level) do update set hours = excluded.hours, source = excluded.source`.execute(tx.db);
}
