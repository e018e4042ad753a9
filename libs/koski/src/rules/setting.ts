import type { LocalDate } from '@digione/local-date';
import type { CutOver } from '../cut-over.ts';
import type { StudyRight } from '../record/record.ts';

export interface KnownOrganisation {
  readonly oid: string;
  readonly kinds: ReadonlyArray<'provider' | 'school' | 'site' | 'daycare'>;
  /** The provider (koulutustoimija) above it. */
  readonly providerOid?: string;
  /** The institution it is or belongs to. */
  readonly schoolOid?: string;
  readonly isPassive?: boolean;
}

/** Who sends the document. */
export interface Caller {
  /** A service user sends for a source system; an official types into KOSKI's own pages. */
  readonly kind: 'official' | 'service';
  /** Organisations (with all below them) the caller may write to; not given: to all. */
  readonly mayWrite?: (organisationOid: string) => boolean;
  /** The provider that buys pre-primary education, when the caller acts for one. */
  readonly buyingProviderOid?: string;
  /** The learner that the caller is. */
  readonly learnerOid?: string;
}

/** A study right somewhere in KOSKI. */
export interface KnownStudyRight {
  readonly oid: string;
  readonly schoolOid: string;
  readonly learnerOid: string;
}

/**
 * What KOSKI knows besides the document. Whatever is not given is not known, and rules that need it say nothing: without a register
 * nobody can tell whether a learner exists.
 */
export interface Setting {
  /** The day that counts as today. */
  readonly today: LocalDate;
  /** The days on which rules change; production's unless given. */
  readonly cutOver?: CutOver;
  /** What KOSKI already has of this learner; nothing unless given. */
  readonly stored?: readonly StudyRight[];
  readonly storedLearnerOid?: string;
  readonly caller?: Caller;
  readonly findOrganisation?: (oid: string) => KnownOrganisation | undefined;
  readonly isKnownLearner?: (oid: string) => boolean;
  readonly findStudyRight?: (oid: string) => KnownStudyRight | undefined;
  /** Numbers of core curricula besides those of this library. */
  readonly isKnownCurriculum?: (number: string) => boolean;
}
