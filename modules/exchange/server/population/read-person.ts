import type { RegisterGuardian, RegisterPerson } from '@digione/school-admin/server';
import type { PersonEnvelope } from './client.ts';
import type { CustodyFact, ValueFact } from './facts.ts';
import { readFacts } from './read-facts.ts';

const KINDS: Readonly<Record<string, RegisterGuardian['kind']>> = { LAKISAATEINEN_HUOLTAJA: 'statutory', MAARATTY_HUOLTAJA: 'appointed' };

/** Of several values of one topic the one that began last holds. */
function latest(values: readonly ValueFact[], topic: ValueFact['topic']): unknown {
  const [last] = values.filter((value) => value.topic === topic && !value.is_removed).toSorted((a, b) => (b.from_on ?? '').localeCompare(a.from_on ?? ''));
  return last?.value ?? null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && name in value ? Object.entries(value).find(([key]) => key === name)?.[1] : null);

/** Is the person under a non-disclosure order: told so, or told with fields withheld? */
function isProtected(envelope: PersonEnvelope, today: string): boolean {
  const facts = readFacts(envelope.tietoryhmat, today);
  return facts.isWithheld || field(latest(facts.values, 'non-disclosure'), 'isOn') === true;
}

/**
 * A person out of the register's basic data; pure.
 * @param guardians the envelopes of those guardians that were asked for: a guardian's own protection stands there
 * @returns undefined when the data has no name
 */
export function readPerson(envelope: PersonEnvelope, guardians: readonly PersonEnvelope[], today: string): RegisterPerson | undefined {
  const facts = readFacts(envelope.tietoryhmat, today);
  const name = latest(facts.values, 'name');
  const [firstNames, lastName] = [text(field(name, 'firstNames')), text(field(name, 'lastName'))];
  if (firstNames === null || lastName === null) return undefined;
  const gender = latest(facts.values, 'gender');
  const [address] = facts.addresses.filter((one) => one.kind === 'permanent' && !one.is_removed && (one.valid_to === null || one.valid_to > today)).toSorted((a, b) => b.valid_from.localeCompare(a.valid_from));
  const told = text(latest(facts.values, 'call-name'));
  const owned = new Map(guardians.map((one) => [one.henkilotunnus, one]));
  return {
    identityCode: envelope.henkilotunnus,
    firstNames,
    // The register may hold a call name from before a change of first names.
    callName: told !== null && firstNames.split(/[\s-]+/).includes(told.split('-')[0] ?? told) ? told : (firstNames.split(/\s+/)[0] ?? firstNames),
    lastName,
    bornOn: text(latest(facts.values, 'born-on')),
    gender: gender === 'female' || gender === 'male' ? gender : null,
    motherTongue: text(latest(facts.values, 'mother-tongue')),
    homeMunicipality: text(latest(facts.values, 'home-municipality')),
    isProtected: isProtected(envelope, today),
    diedOn: text(latest(facts.values, 'death')),
    address: address === undefined || address.street_address === null ? null : { streetAddress: address.street_address, postalCode: address.postal_code, postOffice: address.post_office, validFrom: address.valid_from },
    guardians: facts.custodies
      .filter((fact) => fact.direction === 'guardian' && !fact.is_removed && fact.starts_on <= today && (fact.ends_on === null || fact.ends_on > today))
      .flatMap((fact) => readGuardian(fact, fact.code === null ? undefined : owned.get(fact.code), today)),
  };
}

function readGuardian(fact: CustodyFact, own: PersonEnvelope | undefined, today: string): RegisterGuardian[] {
  const name = own === undefined ? null : latest(readFacts(own.tietoryhmat, today).values, 'name');
  const [firstNames, lastName] = [fact.first_names ?? text(field(name, 'firstNames')), fact.last_name ?? text(field(name, 'lastName'))];
  if (firstNames === null || lastName === null) return [];
  return [
    {
      identityCode: fact.code,
      firstNames,
      lastName,
      bornOn: fact.born_on,
      gender: fact.gender,
      kind: KINDS[fact.variant] ?? 'other',
      role: fact.role,
      livesWith: fact.lives_with,
      isProtected: own !== undefined && isProtected(own, today),
      startsOn: fact.starts_on,
      endsOn: fact.ends_on,
    },
  ];
}
