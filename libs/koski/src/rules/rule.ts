import type { CutOverName } from '../cut-over.ts';
import type { AttainmentView, Context, DocumentView, RightView } from './view.ts';

/** The beginning of most of KOSKI's keys. */
export const V = 'badRequest.validation';

/** KOSKI stops at the first stage that finds something; what a later stage would have said is not told. */
export const STAGES = ['structure', 'completion', 'access', 'source', 'attainments', 'curriculum', 'modules', 'rules', 'identity', 'person', 'storing'] as const;
export type Stage = (typeof STAGES)[number];

interface About {
  /** KOSKI's error key. */
  readonly key: string;
  /** When it is looked at; most rules are looked at together. */
  readonly stage?: Stage;
  /** What is wrong and what would be right, as told to the person who can correct it. */
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
  /** Dates of the cut-over table that the rule reads. */
  readonly dates?: readonly CutOverName[];
  /** Before this day KOSKI does not look at it at all. */
  readonly enforcedFrom?: CutOverName;
  /** Holds for cancelled study rights too. */
  readonly holdsForCancelled?: boolean;
}

/** A rule about the document as a whole. */
export interface DocumentRule extends About {
  readonly over: 'document';
  readonly breaks: (document: DocumentView, context: Context) => boolean;
}

/** A rule about each study right. */
export interface RightRule extends About {
  readonly over: 'studyRight';
  readonly breaks: (right: RightView, context: Context) => boolean;
}

/** A rule about each attainment, at any depth. */
export interface AttainmentRule extends About {
  readonly over: 'attainment';
  readonly breaks: (attainment: AttainmentView, context: Context) => boolean;
}

export type Rule = DocumentRule | RightRule | AttainmentRule;

export const onDocument = (rule: Omit<DocumentRule, 'over'>): DocumentRule => ({ over: 'document', ...rule });
export const onRight = (rule: Omit<RightRule, 'over'>): RightRule => ({ over: 'studyRight', ...rule });
export const onAttainment = (rule: Omit<AttainmentRule, 'over'>): AttainmentRule => ({ over: 'attainment', ...rule });
