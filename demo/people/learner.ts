import { birthday18, dateRange, formatDateRange, type DateRange, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import { idsWithin } from '../rows/ids.ts';

/** A learner as the school sees one. */
export interface Learner {
  readonly id: string;
  readonly key: string;
  readonly callName: string;
  readonly lastName: string;
  readonly level: number;
  readonly wishedHomeroom: string | null;
  /** Chance gives no absences to people written by hand. */
  readonly isCast: boolean;
  readonly isProtected: boolean;
  /** Guardians who may see and explain things today. */
  readonly guardianIds: readonly string[];
}

/** The year a learner of a level is born in, as most are. */
export const birthYearOf = (startYear: number, level: number): number => startYear - 6 - level;

export interface GuardianLink {
  readonly guardianId: string;
  readonly role: 'mother' | 'father' | 'parent' | 'other';
  readonly hasCustody: boolean;
  readonly hasRightToInformation: boolean;
  readonly livesWith: boolean;
}

/** Writes a guardianship that lasts to adulthood, as the population register tells it; where it has forgotten to, it lasts on. */
export function addGuardianship(city: CityContext, scope: string, learnerId: string, bornOn: LocalDate, link: GuardianLink, endsAtAdulthood = true): boolean {
  const adultOn = birthday18(bornOn);
  const isAdult = adultOn <= city.moment.today;
  const valid: DateRange = isAdult && !endsAtAdulthood ? dateRange(bornOn) : dateRange(bornOn, adultOn);
  city.out.add('core_data.guardianship', {
    education_provider_id: city.providerId,
    guardianship_id: idsWithin(scope)(`guardianship/${link.guardianId}/${learnerId}`),
    guardian_id: link.guardianId,
    learner_id: learnerId,
    role: link.role,
    has_custody: link.hasCustody,
    has_right_to_information: link.hasRightToInformation,
    lives_with: link.livesWith,
    valid: formatDateRange(valid),
    source: 'demo',
  });
  return !isAdult && (link.hasCustody || link.hasRightToInformation);
}
