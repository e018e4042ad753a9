import type { NewLearnerChange } from '@digione/school-admin/contract';

/** What is written in the form; fields of other kinds keep what was written, in case one chooses back. */
export interface Draft {
  readonly kind: NewLearnerChange['kind'];
  readonly from: string | null;
  readonly until: string | null;
  readonly endReason: Extract<NewLearnerChange, { kind: 'ended' }>['endReason'];
  readonly toSchoolId: string | null;
  readonly otherSchool: string;
  readonly note: string;
  readonly decidedOn: string | null;
  readonly decisionNumber: string;
  readonly decidedBy: string;
}

/** The step as it is sent; undefined while something it can't be without is missing. The law's own demands are the server's to judge. */
export function draftOf(draft: Draft): NewLearnerChange | undefined {
  const { from, until, decidedOn } = draft;
  if (from === null) return undefined;
  const [note, otherSchool, decisionNumber, decidedBy] = [draft.note.trim(), draft.otherSchool.trim(), draft.decisionNumber.trim(), draft.decidedBy.trim()];
  const said = { from, ...(note !== '' && { note }) };
  const elsewhere = otherSchool === '' ? {} : { otherSchool };
  const decision = decidedOn === null || decisionNumber === '' || decidedBy === '' ? {} : { decision: { decidedOn, decisionNumber, decidedBy } };
  switch (draft.kind) {
    case 'ended':
      return { kind: 'ended', ...said, endReason: draft.endReason, ...elsewhere, ...decision };
    case 'school-changed':
      return draft.toSchoolId === null ? undefined : { kind: 'school-changed', ...said, toSchoolId: draft.toSchoolId, ...decision };
    case 'home-schooling':
      return { kind: 'home-schooling', ...said, ...(until !== null && { until }) };
    case 'abroad':
      return until === null ? undefined : { kind: 'abroad', ...said, until, ...elsewhere };
    default:
      return until === null ? undefined : { kind: draft.kind, ...said, until, ...decision };
  }
}
