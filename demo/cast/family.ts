import type { LocalDate } from '@digione/local-date';
import type { FirstNames, Gender } from '../people/names/community.ts';

/** How one guardian stands to one child; unsaid things are the usual: custody, information, living together. */
export interface CastLink {
  readonly guardian: string;
  readonly hasCustody?: boolean;
  readonly hasRightToInformation?: boolean;
  readonly livesWith?: boolean;
  /** A block set by the school itself. */
  readonly blockedBecause?: string;
}

export interface CastPerson extends FirstNames {
  readonly key: string;
  readonly lastName: string;
  readonly gender: Gender;
  readonly personaKey?: string;
  readonly motherTongue?: string;
  readonly preferredLanguage?: 'fi' | 'sv' | 'en';
}

export interface CastGuardian extends CastPerson {
  readonly age: number;
  readonly isProtected?: boolean;
  /** This guardian is the same human as a person of another city, or as a member of this city's staff. */
  readonly shared?: { readonly human: string; readonly makesAccount: boolean };
  /** The guardian is somebody of this city already, a member of staff or a guardian of another area: then nobody new is made. */
  readonly sameAs?: { readonly in: string; readonly key: string };
  /** Which of the family's homes; 0 unless said. */
  readonly home?: number;
}

export interface CastChild extends CastPerson {
  readonly area: string;
  readonly level: number;
  /** Wished homeroom (comprehensive school only). */
  readonly homeroom?: string;
  readonly bornOn?: LocalDate;
  readonly isProtected?: boolean;
  readonly links: readonly CastLink[];
}

/** A family written by hand. Its children sit in the schools named; chance leaves them alone. */
export interface CastFamily {
  readonly key: string;
  readonly area: string;
  readonly guardians: readonly CastGuardian[];
  readonly children: readonly CastChild[];
}
