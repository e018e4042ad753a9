import { addDays, parseDateRange, type LocalDate } from '@digione/local-date';
import type { AnyRow } from '../rows/tables.ts';
import { textOf, type CityIndex } from './city-index.ts';

/** A data group of the population register's change service; what it holds depends on its kind. */
type DataGroup = { readonly tietoryhma: string; readonly [field: string]: unknown };

interface Change {
  readonly muutospv: string;
  readonly henkilotunnus: string;
  readonly tietoryhmat: readonly DataGroup[];
}

/** What is withheld from the message of somebody under non-disclosure. */
const WITHHELD = ['KOTIMAINEN_POSTIOSOITE', 'SAHKOPOSTIOSOITE', 'VAKINAINEN_KOTIMAINEN_ASUINPAIKKATUNNUS', 'VAKINAINEN_KOTIMAINEN_OSOITE'];

const day = (value: LocalDate): { readonly arvo: LocalDate; readonly tarkkuus: 'PAIVA' } => ({ arvo: value, tarkkuus: 'PAIVA' });
const added = { muutosattribuutti: 'LISATTY' } as const;

function addressGroup(row: AnyRow, municipality: string, isProtected: boolean): DataGroup {
  if (isProtected) return { tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', turvakiellonAlaisetKentat: WITHHELD };
  const [, street = '', number = '', stair, flat] = /^(.*?) (\d+)(?: ([A-D]) (\d+))?$/.exec(textOf(row, 'street_address')) ?? [];
  const office = textOf(row, 'post_office');
  return {
    tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', ...added, alkupv: day(parseDateRange(textOf(row, 'valid')).from), katunimi: { fi: street, sv: street },
    katunumero: number, ...(stair === undefined ? {} : { huoneistokirjain: stair, huoneistonumero: flat }), kuntakoodi: municipality,
    postinumero: textOf(row, 'postal_code'), postitoimipaikka: { fi: office, sv: office },
  };
}

interface Guardian {
  readonly row: AnyRow;
  readonly code: string;
}

function guardianGroup(link: AnyRow, guardian: Guardian, bornOn: LocalDate): DataGroup {
  const { to } = parseDateRange(textOf(link, 'valid'));
  return {
    tietoryhma: 'HUOLTAJA',
    huoltaja: {
      henkilotunnus: guardian.code, etunimet: textOf(guardian.row, 'first_names'), sukunimi: textOf(guardian.row, 'last_name'),
      syntymapv: day(textOf(guardian.row, 'born_on')), sukupuoli: guardian.row.gender === 'male' ? 'MIES' : 'NAINEN',
    },
    huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA', huoltajanRooli: link.role === 'mother' ? 'AITI' : 'ISA', huoltosuhteenAlkupv: day(bornOn),
    ...(to === null ? {} : { huoltosuhteenLoppupv: day(addDays(to, -1)) }), oikeudet: [], ...added, lisatytOikeudet: [], poistetutOikeudet: [], muutetutOikeudet: [],
    huoltosuhteenMuutos: false, huollonOikeudenMuutos: false, huollonAsumisenMuutos: false,
  };
}

/** Every learner as the population register knows them: home, language, guardians, non-disclosure. In the envelope of its change service. */
export function writePopulation(city: CityIndex, today: LocalDate): string {
  const people = new Map<string, AnyRow>();
  const addresses = new Map<string, AnyRow>();
  const links = new Map<string, AnyRow[]>();
  for (const row of city.rows('core_data.person')) people.set(textOf(row, 'person_id'), row);
  for (const row of city.rows('core_data.person_address')) addresses.set(textOf(row, 'person_id'), row);
  for (const row of city.rows('core_data.guardianship')) {
    if (row.has_custody === true) links.set(textOf(row, 'learner_id'), [...(links.get(textOf(row, 'learner_id')) ?? []), row]);
  }
  const changes: Change[] = [];
  for (const [personId, row] of people) {
    const isProtected = row.protected_address === true;
    const isLearner = row.learner_number !== null;
    if (!isLearner && !isProtected) continue;
    const code = city.identityCodeOf.get(personId) ?? '';
    const bornOn = textOf(row, 'born_on');
    const address = addresses.get(personId);
    const groups: DataGroup[] = [
      ...(isProtected ? [{ tietoryhma: 'TURVAKIELTO', ...added, turvakieltoAktiivinen: true, turvaLoppuPv: day(textOf(row, 'protection_ends_on')) }] : []),
      { tietoryhma: 'HENKILON_NIMI', muutosattribuutti: 'LISATIETO', etunimi: textOf(row, 'first_names'), sukunimi: textOf(row, 'last_name') },
      ...(address ? [addressGroup(address, city.spec.municipalityCode, isProtected)] : []),
      { tietoryhma: 'KOTIKUNTA', ...added, kuntakoodi: city.spec.municipalityCode, kuntaanMuuttopv: day(bornOn), kuntaanMuuttoPv: day(bornOn) },
      { tietoryhma: 'AIDINKIELI', ...added, kielikoodi: textOf(row, 'mother_tongue'), alkupv: day(bornOn) },
    ];
    for (const link of links.get(personId) ?? []) {
      const guardian = people.get(textOf(link, 'guardian_id'));
      const guardianCode = city.identityCodeOf.get(textOf(link, 'guardian_id'));
      if (guardian && guardianCode !== undefined) groups.push(guardianGroup(link, { row: guardian, code: guardianCode }, bornOn));
    }
    changes.push({ muutospv: `${today}T03:00:00`, henkilotunnus: code, tietoryhmat: groups });
  }
  return `${JSON.stringify({ viimeisinKirjausavain: changes.length, ajanTasalla: true, muutokset: changes }, null, 1)}\n`;
}
