import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { Approval, CurriculumText, EducationForm, LessonHours } from '../../contract/index.ts';

const provider = sql`(select platform.current_provider())`;

export interface DraftRow {
  draftId: string;
  name: CurriculumText;
  educationForm: EducationForm;
  basisEditionId: string;
  needsAnother: boolean;
  isSubmitted: boolean;
  version: number;
}

const COLUMNS = sql`d.draft_id as "draftId", d.name, d.education_form as "educationForm", d.basis_edition_id as "basisEditionId", d.needs_another as "needsAnother",
  d.is_submitted as "isSubmitted", d.version`;

export async function listDraftRows(tx: Transaction): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`select ${COLUMNS} from curriculum.draft d where d.education_provider_id = ${provider} order by d.name->>'fi', d.draft_id`.execute(tx.db);
  return rows;
}

/** @param holds keeps others from writing in the draft until the transaction ends */
export async function findDraft(tx: Transaction, draftId: string, { holds = false } = {}): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`
    select ${COLUMNS} from curriculum.draft d where d.education_provider_id = ${provider} and d.draft_id = ${draftId} ${holds ? sql`for no key update` : sql``}`.execute(tx.db);
  return rows[0];
}

export async function insertDraft(tx: Transaction, draft: Pick<DraftRow, 'name' | 'educationForm' | 'basisEditionId'>): Promise<string> {
  const draftId = uuidv7();
  await sql`insert into curriculum.draft (education_provider_id, draft_id, education_form, basis_edition_id, name, source)
    values (${provider}, ${draftId}, ${draft.educationForm}, ${draft.basisEditionId}, ${JSON.stringify(draft.name)}, 'manual')`.execute(tx.db);
  return draftId;
}

/** @returns false when another has changed it meanwhile */
export async function updateDraft(tx: Transaction, draftId: string, version: number, change: Pick<DraftRow, 'name' | 'needsAnother' | 'isSubmitted'>): Promise<boolean> {
  const { rows } = await sql`
    update curriculum.draft set name = ${JSON.stringify(change.name)}, needs_another = ${change.needsAnother}, is_submitted = ${change.isSubmitted}, source = 'manual'
    where education_provider_id = ${provider} and draft_id = ${draftId} and version = ${version} returning 1`.execute(tx.db);
  // What says nothing new is no update either.
  return rows.length > 0 || (await findDraft(tx, draftId))?.version === version;
}

export interface ApprovalRow extends Omit<Approval, 'approvedBy'> {
  draftId: string;
  approvedById: string | null;
  callName: string | null;
  lastName: string | null;
}

/** Newest first. */
export async function listApprovals(tx: Transaction): Promise<(Approval & { draftId: string })[]> {
  const { rows } = await sql<ApprovalRow>`
    select a.approval_id as "approvalId", a.draft_id as "draftId", a.edition_id as "editionId", a.decision_body as "decisionBody", a.decided_on::text as "decidedOn", a.paragraph,
      a.starts_on::text as "startsOn", a.approved_at as "approvedAt", p.person_id as "approvedById", p.call_name as "callName", p.last_name as "lastName"
    from curriculum.approval a
    left join core_data.person p on p.education_provider_id = a.education_provider_id and p.person_id = a.approved_by
    where a.education_provider_id = ${provider} order by a.approved_at desc, a.approval_id desc`.execute(tx.db);
  return rows.map(({ approvedById, callName, lastName, ...row }) => ({ ...row, approvedBy: approvedById === null ? null : { personId: approvedById, callName: callName ?? '', lastName: lastName ?? '' } }));
}

export type NewApproval = Pick<Approval, 'editionId' | 'decisionBody' | 'decidedOn' | 'paragraph' | 'startsOn'> & { readonly draftId: string; readonly approvedBy: string; readonly lessonHours: LessonHours | null };

export async function insertApproval(tx: Transaction, approval: NewApproval): Promise<void> {
  const { draftId, editionId, decisionBody, decidedOn, paragraph, startsOn, lessonHours, approvedBy } = approval;
  await sql`insert into curriculum.approval (education_provider_id, approval_id, draft_id, edition_id, decision_body, decided_on, paragraph, starts_on, lesson_hours, approved_by)
    values (${provider}, ${uuidv7()}, ${draftId}, ${editionId}, ${decisionBody}, ${decidedOn}, ${paragraph}, ${startsOn}, ${lessonHours === null ? null : JSON.stringify(lessonHours)}, ${approvedBy})`.execute(tx.db);
}

export async function findApprovedHours(tx: Transaction, editionId: string): Promise<LessonHours | null> {
  const { rows } = await sql<{ lessonHours: LessonHours | null }>`
    select lesson_hours as "lessonHours" from curriculum.approval where education_provider_id = ${provider} and edition_id = ${editionId}`.execute(tx.db);
  return rows[0]?.lessonHours ?? null;
}
