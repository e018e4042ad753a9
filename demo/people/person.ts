import { addDays, dateRange, formatDateRange, type LocalDate } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom } from '../rows/random.ts';
import type { Home } from './home.ts';
import type { FirstNames, Gender } from './names/community.ts';
import { createPeopleRegister, SHARED_PEOPLE, type BirthAndCode } from './register.ts';

/** Where the demo's own sign-in page looks people up. */
export const DEMO_ISSUER = 'urn:digione:demo';

export interface PersonDraft extends FirstNames {
  /** Stable and unique in the city, for example `area-3/family-12/child-1`. */
  readonly key: string;
  readonly lastName: string;
  readonly gender: Gender;
  readonly wantedBirthday: LocalDate;
  readonly motherTongue: string;
  readonly preferredLanguage: 'fi' | 'sv' | 'en';
  readonly nationality: string;
  readonly isLearner: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly home: Home | null;
  readonly protectedUntil: LocalDate | null;
  readonly personaKey: string | null;
  /** The name of a human whom two cities know; the first of them makes the account. */
  readonly shared: { readonly human: string; readonly makesAccount: boolean } | null;
}

export interface Person extends FirstNames {
  readonly id: string;
  readonly key: string;
  readonly lastName: string;
  readonly bornOn: LocalDate;
}

/** One human's birthday and identity code are the same in both cities, whatever else those have given out. */
function sharedIdentityCode(draft: PersonDraft, human: string): BirthAndCode {
  const bornOn = addDays(`${draft.wantedBirthday.slice(0, 4)}-01-01`, createRandom(`shared/${human}`).below(200));
  return createPeopleRegister(SHARED_PEOPLE).takeIdentityCode(bornOn, draft.gender);
}

/** `Åsa-Maria` → `asa-maria` */
export function mailName(text: string): string {
  return text.normalize('NFD').replace(/[^A-Za-z0-9-]/g, '').toLowerCase();
}

/** Writes a person with identity code, address, account and sign-in. */
export function addPerson(city: CityContext, scope: string, draft: PersonDraft): Person {
  const { out, providerId, people } = city;
  const id = idsWithin(scope);
  const personId = id(`person/${draft.key}`);
  const { bornOn, personalIdentityCode } = draft.shared ? sharedIdentityCode(draft, draft.shared.human) : people.takeIdentityCode(draft.wantedBirthday, draft.gender);
  out.add('core_data.person', {
    education_provider_id: providerId,
    person_id: personId,
    learner_number: draft.isLearner ? people.takeLearnerNumber() : null,
    first_names: draft.firstNames,
    call_name: draft.callName,
    last_name: draft.lastName,
    born_on: bornOn,
    gender: draft.gender,
    mother_tongue: draft.motherTongue,
    preferred_language: draft.preferredLanguage,
    nationalities: draft.nationality === '246' ? ['246'] : [draft.nationality, '246'],
    home_municipality: city.spec.municipalityCode,
    email: draft.email,
    phone: draft.phone,
    protected_address: draft.protectedUntil !== null,
    protection_ends_on: draft.protectedUntil,
    source: 'demo',
  });
  out.add('core_data.person_identity_code', {
    education_provider_id: providerId,
    person_identity_code_id: id(`identity-code/${draft.key}`),
    person_id: personId,
    personal_identity_code: personalIdentityCode,
    source: 'demo',
  });
  if (draft.home) {
    out.add('core_data.person_address', {
      education_provider_id: providerId,
      person_address_id: id(`address/${draft.key}`),
      person_id: personId,
      kind: 'permanent',
      street_address: draft.home.streetAddress,
      postal_code: draft.home.postalCode,
      post_office: draft.home.postOffice,
      country: null,
      valid: formatDateRange(dateRange(`${city.year.startYear - 1}-06-01`)),
      source: 'demo',
    });
  }
  addAccount(city, draft, personId, draft.shared ? idsWithin('shared')(draft.shared.human) : id(`account/${draft.key}`));
  return { id: personId, key: draft.key, firstNames: draft.firstNames, callName: draft.callName, lastName: draft.lastName, bornOn };
}

function addAccount(city: CityContext, draft: PersonDraft, personId: string, accountId: string): void {
  const createdAt = city.moment.yearStart;
  if (draft.shared?.makesAccount ?? true) {
    city.out.add('access.account', { account_id: accountId, language: draft.preferredLanguage, persona_key: draft.personaKey, created_at: createdAt });
    city.out.add('access.account_login', {
      issuer: DEMO_ISSUER,
      subject: draft.personaKey ?? draft.shared?.human ?? `${city.spec.key}/${draft.key}`,
      account_id: accountId,
      created_at: createdAt,
    });
  }
  city.out.add('access.account_identity', {
    education_provider_id: city.providerId,
    person_id: personId,
    account_id: accountId,
    linked_at: createdAt,
    source: 'demo',
  });
}
