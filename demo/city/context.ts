import { fromHelsinki, type LocalDate, type LocalTime } from '@digione/local-date';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { PeopleRegister } from '../people/register.ts';
import type { Collector } from '../rows/batch.ts';
import type { CitySpec } from './spec.ts';

/** The moment the city lives in; everything before it has happened. */
export interface Moment {
  readonly today: LocalDate;
  /** Finnish wall clock. */
  readonly time: LocalTime;
  /** The first instant of the school year: when accounts were made and positions began. */
  readonly yearStart: string;
}

export type AbsenceTypeCode = 'illness' | 'leave' | 'unauthorised' | 'school-activity' | 'other';

export interface Counts {
  schools: number;
  learners: number;
  /** As `learners`, counted while families are being made. */
  learnersPlaced: number;
  /** As `learners`, counted while schools are being staffed. */
  learnersSeated: number;
  guardians: number;
  staff: number;
}

/** What every part of a city's generation knows. */
export interface CityContext {
  readonly spec: CitySpec;
  readonly providerId: string;
  readonly moment: Moment;
  readonly year: SchoolYear;
  readonly schoolYearId: string;
  /** The school days behind the moment that have registers, oldest first. */
  readonly pastSchoolDays: readonly LocalDate[];
  readonly out: Collector;
  readonly people: PeopleRegister;
  subjectId(code: string, educationForm: EducationForm): string;
  absenceTypeId(code: AbsenceTypeCode): string;
  readonly counts: Counts;
  /** Unread notifications by person. */
  readonly unread: Map<string, number>;
}

export type EducationForm = 'basic-education' | 'general-upper-secondary';

/** Wall-clock time on a day as an instant; school hours repeat, so each is worked out once. */
export function createInstants(): (day: LocalDate, time: LocalTime) => string {
  const known = new Map<string, string>();
  return (day, time) => {
    const key = day + time;
    const found = known.get(key) ?? fromHelsinki(day, time);
    known.set(key, found);
    return found;
  };
}
