import type { LocalDate } from '@digione/local-date';

/** A value of the person with the day since which it holds. */
export interface ValueFact {
  topic: 'name' | 'call-name' | 'born-on' | 'gender' | 'mother-tongue' | 'home-municipality' | 'nationalities' | 'non-disclosure' | 'death';
  value: unknown;
  from_on: LocalDate | null;
  is_removed: boolean;
}

export interface AddressFact {
  kind: 'permanent' | 'temporary' | 'postal';
  street_address: string | null;
  postal_code: string | null;
  post_office: string | null;
  country: string | null;
  valid_from: LocalDate;
  /** First day that no longer belongs. */
  valid_to: LocalDate | null;
  is_removed: boolean;
}

/** That someone is (or was) the guardian of someone, in the register's own dates. */
export interface CustodyFact {
  /** Who the other one is: the guardian of the message's person, or their ward. */
  direction: 'guardian' | 'ward';
  code: string | null;
  first_names: string | null;
  last_name: string | null;
  born_on: LocalDate | null;
  gender: 'female' | 'male' | null;
  /** The register's kind of guardianship: one human can be a guardian in two, one after the other. */
  variant: string;
  role: 'mother' | 'father' | 'parent' | 'other';
  lives_with: boolean | null;
  starts_on: LocalDate;
  /** As told; whether the day itself still belongs is decided where the birth date is known. */
  ends_on: LocalDate | null;
  is_removed: boolean;
}

export interface CodeFact {
  code: string;
  is_current: boolean;
}

/** What one message says about its person. */
export interface Facts {
  values: ValueFact[];
  addresses: AddressFact[];
  custodies: CustodyFact[];
  codes: CodeFact[];
  /** Groups that hold nothing DigiOne keeps. */
  unused: number;
  /** Fields came withheld: the person is under a non-disclosure order. */
  isWithheld: boolean;
  problems: { severity: 'error' | 'warning'; code: string; field: string; value: string }[];
}

/** The day from which something holds that the register does not date. */
export const SINCE_EVER: LocalDate = '1900-01-01';
