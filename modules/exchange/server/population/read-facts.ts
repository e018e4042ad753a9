import { addDays } from '@digione/local-date';
import { isPersonalIdentityCode, normalizeIdentityCode } from '@digione/identifiers';
import { cleanText } from '../pipeline/stage.queries.ts';
import { SINCE_EVER, type AddressFact, type Facts, type ValueFact } from './facts.ts';
import { Address, ADDRESS_KINDS, Birth, CodeChange, Death, Gender, Group, MotherTongue, Municipality, Name, NameChange, Nationality, NonDisclosure } from './groups.ts';
import { genderOf, readCustody, withoutCorrected } from './read-custody.ts';
import { readRegisterDate } from './register-date.ts';

/** Reads what a message's data groups say; pure. `today` stands in for a day of death that is not told. */
export function readFacts(groups: readonly unknown[], today: string): Facts {
  const facts: Facts = { values: [], addresses: [], custodies: [], codes: [], unused: 0, isWithheld: false, problems: [] };
  for (const value of groups) {
    const group = Group.safeParse(value);
    if (group.success) readGroup(group.data, facts, today);
    else facts.problems.push({ severity: 'error', code: 'not-a-data-group', field: '', value: '' });
  }
  return {
    ...facts,
    custodies: withoutCorrected(facts.custodies),
    addresses: facts.addresses.filter((fact) => !(fact.is_removed && facts.addresses.some((other) => !other.is_removed && other.kind === fact.kind && other.valid_from === fact.valid_from))),
    values: facts.values.filter((fact) => !(fact.is_removed && facts.values.some((other) => !other.is_removed && other.topic === fact.topic && other.from_on === fact.from_on))),
  };
}

const isRemoval = ({ muutosattribuutti }: Group): boolean => muutosattribuutti === 'POISTETTU' || muutosattribuutti === 'KORJATTAVA';

function readGroup(group: Group, facts: Facts, today: string): void {
  if ((group.turvakiellonAlaisetKentat ?? []).length > 0) {
    // Withheld: what we have stays as it is, and nobody is shown it.
    facts.isWithheld = true;
    return;
  }
  if (/^(HUOLTAJA|HUOLLETTAVA)(_SUPPEA)?$/.test(group.tietoryhma)) {
    readCustody(group, facts);
    return;
  }
  const read = READERS[group.tietoryhma] ?? (ADDRESS_KINDS[group.tietoryhma] === undefined ? undefined : readAddress);
  if (read === undefined) {
    facts.unused += 1;
    return;
  }
  for (const value of group.voimassaolevatTiedot ?? []) {
    const nested = Group.safeParse(value);
    if (nested.success) read({ ...nested.data, voimassaolevatTiedot: null }, facts, today);
  }
  read(group, facts, today);
}

/** The date of a field, or a problem. */
function dateOf(value: unknown, group: Group, facts: Facts): { date: string; isExact: boolean } | null | 'wrong' {
  const found = readRegisterDate(value);
  if (found !== undefined) return found;
  facts.problems.push({ severity: 'error', code: 'bad-register-date', field: group.tietoryhma, value: '' });
  return 'wrong';
}

type Reader = (group: Group, facts: Facts, today: string) => void;

/** A reader of a group whose one value holds since a day. */
const dated =
  (topic: ValueFact['topic'], pick: (group: Group) => { value: unknown; from: unknown; to?: unknown } | undefined): Reader =>
  (group, facts, today) => {
    const picked = pick(group);
    if (picked === undefined || picked.value === null) return;
    const [from, to] = [dateOf(picked.from, group, facts), dateOf(picked.to, group, facts)];
    if (from === 'wrong' || to === 'wrong') return;
    const isOver = to !== null && to.date <= today;
    facts.values.push({ topic, value: picked.value, from_on: from?.date ?? null, is_removed: isRemoval(group) || isOver });
  };

const READERS: Readonly<Record<string, Reader>> = {
  HENKILON_NIMI(group, facts, today) {
    const { etunimi, sukunimi, alkupv } = Name.parse(group);
    const [firstNames, lastName] = [cleanText(etunimi), cleanText(sukunimi)];
    // Half a name replaces nothing: who has one name alone is entered by the school.
    if (firstNames === null || lastName === null) facts.problems.push({ severity: 'warning', code: 'name-incomplete', field: group.tietoryhma, value: '' });
    else dated('name', () => ({ value: { firstNames, lastName }, from: alkupv }))(group, facts, today);
  },
  KUTSUMANIMI: dated('call-name', currentCallName),
  NIMENMUUTOS: dated('call-name', currentCallName),
  AIDINKIELI: dated('mother-tongue', (group) => {
    const { kielikoodi, alkupv, loppupv } = MotherTongue.parse(group);
    return { value: cleanText(kielikoodi)?.toLowerCase() ?? null, from: alkupv, to: loppupv };
  }),
  KOTIKUNTA: dated('home-municipality', (group) => {
    const { kuntakoodi, kuntaanMuuttopv, kuntaanMuuttoPv, kunnastaPoisMuuttopv } = Municipality.parse(group);
    return { value: /^\d{3}$/.test(kuntakoodi ?? '') ? kuntakoodi : null, from: kuntaanMuuttopv ?? kuntaanMuuttoPv, to: kunnastaPoisMuuttopv };
  }),
  SUKUPUOLI: dated('gender', (group) => ({ value: genderOf(Gender.parse(group).sukupuoli), from: null })),
  KANSALAISUUS: dated('nationalities', (group) => {
    const listed = Nationality.safeParse(group).data?.henkilonKansalaisuudet ?? [];
    const codes = listed.filter(({ voimassaolo }) => voimassaolo !== 'PASSIIVI').flatMap(({ kansalaisuuskoodi }) => cleanText(kansalaisuuskoodi) ?? []);
    return codes.length === 0 ? undefined : { value: codes, from: null };
  }),
  SYNTYMAPAIVA(group, facts) {
    const born = dateOf(Birth.parse(group).syntymapv, group, facts);
    if (born !== null && born !== 'wrong' && born.isExact) facts.values.push({ topic: 'born-on', value: born.date, from_on: null, is_removed: isRemoval(group) });
  },
  TURVAKIELTO(group, facts) {
    const parsed = NonDisclosure.safeParse(group);
    if (!parsed.success) {
      facts.problems.push({ severity: 'error', code: 'not-a-data-group', field: group.tietoryhma, value: '' });
      return;
    }
    const ends = dateOf(parsed.data.turvaLoppuPv, group, facts);
    if (ends === 'wrong') return;
    // An order that is taken away is off, however it is told.
    const isOn = parsed.data.turvakieltoAktiivinen && group.muutosattribuutti !== 'POISTETTU';
    facts.values.push({ topic: 'non-disclosure', value: { isOn, endsOn: ends?.date ?? null }, from_on: null, is_removed: false });
  },
  KUOLINPAIVA(group, facts, today) {
    const { kuollut, kuolinpv } = Death.parse(group);
    const died = dateOf(kuolinpv, group, facts);
    if (died === 'wrong') return;
    if (isRemoval(group) || kuollut === false) facts.problems.push({ severity: 'warning', code: 'death-withdrawn', field: group.tietoryhma, value: '' });
    else if (kuollut === true || died !== null) facts.values.push({ topic: 'death', value: died?.date ?? today, from_on: null, is_removed: false });
  },
  HENKILOTUNNUS_KORJAUS(group, facts) {
    const change = CodeChange.parse(group);
    const codes = [change.aktiivinenHenkilotunnus, change.muutettuHenkilotunnus, ...(change.edellisetHenkilotunnukset ?? [])].flatMap((code) => (code ? [normalizeIdentityCode(code)] : []));
    const current = change.aktiivinenHenkilotunnus ? normalizeIdentityCode(change.aktiivinenHenkilotunnus) : undefined;
    for (const code of new Set(codes)) {
      if (isPersonalIdentityCode(code)) facts.codes.push({ code, is_current: code === current });
      else facts.problems.push({ severity: 'error', code: 'bad-identity-code', field: group.tietoryhma, value: '' });
    }
  },
};

function currentCallName(group: Group): { value: unknown; from: unknown } | undefined {
  const { nimilaji, nimi, alkupv } = NameChange.parse(group);
  return nimilaji === 'NYKYINEN_KUTSUMANIMI' ? { value: cleanText(nimi), from: alkupv } : undefined;
}

function readAddress(group: Group, facts: Facts): void {
  const parsed = Address.safeParse(group);
  const kind = ADDRESS_KINDS[group.tietoryhma];
  if (!parsed.success || kind === undefined) return;
  const [from, to] = [dateOf(parsed.data.alkupv, group, facts), dateOf(parsed.data.loppupv, group, facts)];
  if (from === 'wrong' || to === 'wrong') return;
  const valid_from = from?.date ?? SINCE_EVER;
  if (to !== null && to.date < valid_from) {
    facts.problems.push({ severity: 'error', code: 'register-dates-reversed', field: group.tietoryhma, value: '' });
    return;
  }
  const address = writtenAddress(parsed.data);
  if (address.street_address === null && !isRemoval(group)) return;
  facts.addresses.push({ kind, ...address, valid_from, valid_to: to === null ? null : addDays(to.date, 1), is_removed: isRemoval(group) });
}

const inFinnish = (text: { fi?: string | null | undefined; sv?: string | null | undefined } | string | null | undefined): string | null =>
  typeof text === 'string' ? cleanText(text) : cleanText(text?.fi ?? text?.sv);

/** `Piispansilta 11 A 1`: apartment numbers come with zeros in front. */
function writtenAddress(address: Address): Pick<AddressFact, 'street_address' | 'postal_code' | 'post_office' | 'country'> {
  const apartment = `${(address.huoneistonumero ?? '').replace(/^0+/, '')}${address.jakokirjain ?? ''}`;
  const street = inFinnish(address.katunimi);
  const parts = street === null ? [] : [street, address.katunumero, address.huoneistokirjain, apartment];
  const line = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '').join(' ');
  return {
    street_address: cleanText(line) ?? inFinnish(address.postiosoite) ?? inFinnish(address.lahiosoite),
    postal_code: cleanText(address.postinumero),
    post_office: inFinnish(address.postitoimipaikka) ?? inFinnish(address.paikkakunta),
    country: cleanText(address.valtiokoodi),
  };
}
