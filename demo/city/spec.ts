import type { Name } from '../calendar/school-year.ts';
import type { CastAbsence } from '../cast/absence.ts';
import type { CastFamily } from '../cast/family.ts';
import type { CastStaff } from '../cast/staff.ts';
import type { AreaLanguage } from '../people/names/community.ts';
import type { LocalDate } from '@digione/local-date';

export interface HomeroomSpec {
  readonly name: string;
  /** Grades 1–9; 10–12 are the years of upper secondary. */
  readonly level: number;
  readonly size: number;
}

export interface SchoolSpec {
  readonly key: string;
  readonly name: Name;
  readonly shortName: string;
  readonly kind: 'basic' | 'upper-secondary';
  readonly language: AreaLanguage;
  readonly homerooms: readonly HomeroomSpec[];
}

/** A neighbourhood: its families send their children to its comprehensive schools and to one upper secondary school. */
export interface AreaSpec {
  readonly key: string;
  readonly language: AreaLanguage;
  readonly schools: readonly SchoolSpec[];
  readonly upperSecondary: { readonly schoolKey: string; readonly learnersByLevel: ReadonlyMap<number, number> } | null;
}

/** People of a city with a part to play; everybody else comes by chance. */
export interface Cast {
  readonly families: readonly CastFamily[];
  readonly staff: readonly CastStaff[];
  readonly absences: readonly CastAbsence[];
}

export interface CitySpec {
  readonly key: string;
  readonly name: Name;
  readonly postOffice: string;
  /** 0–6: which share of the artificial identity codes is this city's. */
  readonly share: number;
  readonly municipalityCode: string;
  readonly postalCodes: readonly string[];
  readonly winterBreakWeek: number;
  readonly areas: readonly AreaSpec[];
  readonly upperSecondarySchools: readonly SchoolSpec[];
  castOn(today: LocalDate): Cast;
  /** All five upper secondary periods rather than those around today: only where the rows are few. */
  readonly hasAllPeriods: boolean;
}
