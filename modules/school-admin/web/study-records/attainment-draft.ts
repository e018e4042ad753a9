import type { StudyAttainment } from '@digione/school-admin/contract';
import { GRADE } from './words.ts';

/** An attainment as it stands in the form. */
export interface AttainmentDraft {
  readonly code: string;
  readonly name: string;
  readonly language: string | null;
  readonly mark: string | null;
  readonly assessedOn: string | null;
  readonly extent: string;
  readonly isCompulsory: boolean;
  readonly homeroom: string;
  readonly startsOn: string | null;
  readonly confirmedOn: string | null;
  readonly confirmerName: string;
  readonly confirmerTitle: string;
  readonly recognition: string;
  readonly exemptedOn: string | null;
  readonly exemptionReason: string;
}

/** What an attainment is made of: a syllabus of subjects, a subject of upper secondary of modules. */
export function kindOfPart(parent: StudyAttainment | null): string {
  if (parent === null) return GRADE;
  if (parent.kind === 'lukionoppimaara' || parent.kind === 'lukionaineopinnot') return 'lukionoppiaine';
  if (parent.kind === 'lukionoppiaine') return 'lukionvaltakunnallinenmoduuli';
  return parent.kind === 'perusopetuksenlisaopetus' ? 'perusopetuksenlisaopetuksenoppiaine' : parent.kind === 'perusopetukseenvalmistavaopetus' ? 'perusopetukseenvalmistavanopetuksenoppiaine' : 'perusopetuksenoppiaine';
}

export const startDraft = (before: StudyAttainment | undefined, kind: string): AttainmentDraft => ({
  code: before?.code ?? '',
  name: '',
  language: before?.language ?? null,
  mark: before?.mark ?? null,
  assessedOn: before?.assessedOn ?? null,
  extent: before === undefined ? (kind === 'lukionvaltakunnallinenmoduuli' ? '2' : '') : (before.extent === null ? '' : String(before.extent)),
  isCompulsory: before?.isCompulsory ?? true,
  homeroom: before?.homeroom ?? '',
  startsOn: before?.startsOn ?? null,
  confirmedOn: before?.confirmedOn ?? null,
  confirmerName: '',
  confirmerTitle: '',
  recognition: before?.recognition ?? '',
  exemptedOn: before?.exemptedOn ?? null,
  exemptionReason: before?.exemptionReason ?? '',
});

const UNIT_OF: Readonly<Record<string, '2' | '3'>> = { lukionvaltakunnallinenmoduuli: '2', lukionpaikallinenopintojakso: '2', lukionoppiaine: '2' };
const SET_OF: Readonly<Record<string, string>> = { [GRADE]: 'perusopetuksenluokkaaste', lukionvaltakunnallinenmoduuli: 'moduulikoodistolops2021' };

/** What is sent: everything the form says, and nothing that it does not ask for this kind. */
export function inputOf(draft: AttainmentDraft, before: StudyAttainment | undefined, kind: string, signer: { readonly name: string; readonly title: string }) {
  const isLocal = draft.name !== '';
  const isPart = before === undefined ? kind !== GRADE : before.depth > 0;
  const extent = draft.extent === '' ? null : Number(draft.extent.replace(',', '.'));
  const whole = { confirmedOn: draft.confirmedOn, ...(draft.confirmedOn !== null && draft.confirmedOn !== before?.confirmedOn && { confirmedBy: signer }) };
  const grade = kind === GRADE ? { homeroom: draft.homeroom, startsOn: draft.startsOn } : {};
  const part = {
    mark: draft.mark,
    assessedOn: draft.assessedOn,
    extent: extent === null || Number.isNaN(extent) ? null : extent,
    extentUnit: extent === null ? null : (UNIT_OF[kind] ?? '3'),
    isCompulsory: draft.isCompulsory,
    language: draft.language,
    recognition: draft.recognition === '' ? null : draft.recognition,
    exemptedOn: draft.exemptedOn,
    exemptionReason: draft.exemptionReason === '' ? null : draft.exemptionReason,
  };
  const named = { code: draft.code, codeSet: isLocal ? null : (before === undefined ? (SET_OF[kind] ?? 'koskioppiaineetyleissivistava') : before.codeSet), ...(isLocal && { name: draft.name }) };
  return { ...named, ...(isPart ? part : { ...grade, ...whole }) };
}
