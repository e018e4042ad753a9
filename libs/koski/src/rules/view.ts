import type { LocalDate } from '@digione/local-date';
import { findIdentityCodeParts } from '@digione/identifiers';
import type { CutOver } from '../cut-over.ts';
import type { Attainment, KoskiRecord, Learner, StatePeriod, StudyRight } from '../record/record.ts';
import { findStored } from './stored.ts';
import type { Setting } from './setting.ts';

/** An attainment with what stands around it. */
export interface AttainmentView {
  readonly attainment: Attainment;
  readonly right: RightView;
  /** The record it belongs to: itself, when it stands directly in the study right. */
  readonly top: AttainmentView;
  readonly parent: AttainmentView | undefined;
  readonly parts: readonly AttainmentView[];
  /** Codes of `suorituksentyyppi` and of what was studied. */
  readonly kind: string;
  readonly code: string;
  readonly path: string;
}

/** A study right with what follows from it. */
export interface RightView {
  readonly right: StudyRight;
  /** Code of `opiskeluoikeudentyyppi`. */
  readonly kind: string;
  readonly path: string;
  /** The first day, and the last when it has ended. */
  readonly startsOn: LocalDate | undefined;
  readonly endsOn: LocalDate | undefined;
  readonly lastState: StatePeriod | undefined;
  /** The records that stand directly in it, and all attainments at any depth. */
  readonly records: readonly AttainmentView[];
  readonly attainments: readonly AttainmentView[];
  /** What KOSKI has of it; `undefined` when it is new or not known. */
  readonly stored: StudyRight | undefined;
  readonly isNew: boolean;
}

export interface DocumentView {
  readonly record: KoskiRecord;
  readonly learner: Learner;
  readonly rights: readonly RightView[];
}

export interface Context extends Setting {
  readonly cutOver: CutOver;
  readonly document: DocumentView;
  /** Born on, as far as the document tells. */
  readonly bornOn: LocalDate | undefined;
}

const FINAL = new Set(['valmistunut', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity', 'hyvaksytystisuoritettu', 'keskeytynyt', 'paattynyt']);

export const stateOf = (period: StatePeriod | undefined): string | undefined => period?.state.value;
export const isFinal = (period: StatePeriod | undefined): boolean => FINAL.has(stateOf(period) ?? '');
export const isCancelled = (right: RightView): boolean => stateOf(right.lastState) === 'mitatoity';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** KOSKI drops the confirmation of subject studies in upper secondary without a word. */
function asKept(attainment: Attainment): Attainment {
  if (attainment.kind?.value !== 'lukionaineopinnot') return attainment;
  const { confirmation: _dropped, ...kept } = attainment;
  return kept;
}

function viewAttainment(attainment: Attainment, right: RightView, parent: AttainmentView | undefined, path: string, all: AttainmentView[]): AttainmentView {
  const parts: AttainmentView[] = [];
  const about = { attainment, right, parent, parts, kind: attainment.kind?.value ?? '', code: attainment.content.code.value, path };
  const view: AttainmentView = parent === undefined ? { ...about, get top() { return view; } } : { ...about, top: parent.top };
  all.push(view);
  for (const [index, part] of (attainment.parts ?? []).entries()) parts.push(viewAttainment(part, right, view, `${path}/osasuoritukset/${index}`, all));
  return view;
}

function viewRight(right: StudyRight, index: number, setting: Setting): RightView {
  const lastState = right.states.at(-1);
  const records: AttainmentView[] = [];
  const attainments: AttainmentView[] = [];
  const match = findStored(right, setting);
  const view: Draft<RightView> = {
    right,
    kind: right.kind.value,
    path: `/opiskeluoikeudet/${index}`,
    startsOn: right.states[0]?.from,
    endsOn: isFinal(lastState) ? lastState?.from : undefined,
    lastState,
    records,
    attainments,
    stored: match.stored,
    isNew: match.isNew,
  };
  for (const [at, record] of right.attainments.entries()) records.push(viewAttainment(asKept(record), view, undefined, `${view.path}/suoritukset/${at}`, attainments));
  return view;
}

export function viewDocument(record: KoskiRecord, setting: Setting): DocumentView {
  return { record, learner: record.learner, rights: record.studyRights.map((right, index) => viewRight(right, index, setting)) };
}

export const birthDateOf = ({ bornOn, identityCode }: Learner): LocalDate | undefined => bornOn ?? findIdentityCodeParts(identityCode ?? '')?.bornOn;
