import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { formatIdentityCode } from '@digione/identifiers';
import { stoppedClock } from '@digione/platform/time';
import { openRegisters } from '../registers/open-registers.ts';
import { REFERENCE, skipsReference } from '../testing/import-world.ts';
import { populationClient } from './client.ts';
import { readPerson } from './read-person.ts';
import { populationStandIn, type PopulationStandIn } from './stand-in.ts';

const TODAY = '2026-11-24';
const day = (arvo: string) => ({ arvo, tarkkuus: 'PAIVA' });
const CHILD = formatIdentityCode('2015-08-02', 944);
const MOTHER = formatIdentityCode('1984-05-17', 902);
const FATHER = formatIdentityCode('1982-01-09', 913);
const custody = (code: string, etunimet: string, more: object = {}) => ({
  tietoryhma: 'HUOLTAJA',
  huoltaja: { henkilotunnus: code, etunimet, sukunimi: 'Aalto', syntymapv: day('1984-05-17') },
  huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA',
  huoltajanRooli: 'AITI',
  huoltosuhteenAlkupv: day('2015-08-02'),
  huoltosuhteenLoppupv: day('2033-08-01'),
  ...more,
});
const named = (code: string, etunimi: string, ...more: object[]) => ({ henkilotunnus: code, tietoryhmat: [{ tietoryhma: 'HENKILON_NIMI', etunimi, sukunimi: 'Aalto', alkupv: day('2015-08-02') }, ...more] });
const CHILDS = named(
  CHILD,
  'Oona Maria',
  { tietoryhma: 'SYNTYMAPAIVA', syntymapv: day('2015-08-02') },
  { tietoryhma: 'KUTSUMANIMI', nimilaji: 'NYKYINEN_KUTSUMANIMI', nimi: 'Maria', alkupv: day('2015-08-02') },
  { tietoryhma: 'KOTIKUNTA', kuntakoodi: '837', kuntaanMuuttopv: day('2026-11-20') },
  { tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', katunimi: { fi: 'Rantakatu' }, katunumero: '4', huoneistokirjain: 'B', huoneistonumero: '012', postinumero: '33100', postitoimipaikka: { fi: 'TAMPERE' }, alkupv: day('2026-11-20') },
  custody(MOTHER, 'Kaisa Maria'),
  custody(FATHER, 'Matti', { huoltajanRooli: 'ISA', huoltosuhteenLoppupv: day('2024-01-01') }),
);
const CONNECTION = { url: 'https://exchange.test/r1/api/v1', user: 'koivula', password: 'salainen' };

let standIn: PopulationStandIn;
const failures: ('unavailable' | 'timeout' | 'too-many')[] = [];
beforeEach(() => {
  failures.length = 0;
  standIn = populationStandIn({ people: [CHILDS, named(MOTHER, 'Kaisa Maria', { tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true })], user: 'koivula', password: 'salainen', failures });
});
const registers = (told: string[] = []) => openRegisters(() => ({ population: { ...CONNECTION, fetch: standIn.fetch } }), stoppedClock(`${TODAY}T07:20:00.000Z`), (failure) => told.push(failure.message));

test('a person with the guardians in force and their own protection', async () => {
  const answer = await registers().findPerson('koivula', CHILD);
  expect(answer).toEqual({
    outcome: 'found',
    value: expect.objectContaining({
      identityCode: CHILD,
      firstNames: 'Oona Maria',
      callName: 'Maria',
      lastName: 'Aalto',
      bornOn: '2015-08-02',
      homeMunicipality: '837',
      isProtected: false,
      address: { streetAddress: 'Rantakatu 4 B 12', postalCode: '33100', postOffice: 'TAMPERE', validFrom: '2026-11-20' },
      guardians: [expect.objectContaining({ identityCode: MOTHER, firstNames: 'Kaisa Maria', role: 'mother', isProtected: true, endsOn: '2033-08-01' })],
    }),
  });
});

test('nobody, not connected, not reachable: three different answers, and no identity code in what is told of a failure', async () => {
  expect(await registers().findPerson('koivula', FATHER)).toEqual({ outcome: 'not-found' });
  expect(await openRegisters(() => ({}), stoppedClock(`${TODAY}T07:20:00.000Z`)).findPerson('koivula', CHILD)).toEqual({ outcome: 'not-connected' });
  const told: string[] = [];
  for (const failure of ['unavailable', 'timeout', 'too-many'] as const) {
    failures.push(failure);
    expect(await registers(told).findPerson('koivula', CHILD)).toEqual({ outcome: 'unavailable' });
  }
  expect(told).toEqual(['population register answered 503', 'population register answered nothing', 'population register answered 429']);
  expect(await registers().findPerson('koivula', CHILD)).toMatchObject({ outcome: 'found' });
});

test('wrong credentials and too many people at once are refused', async () => {
  await expect(populationClient({ ...CONNECTION, password: 'arvaus' }, standIn.fetch).listBasicData([CHILD])).rejects.toMatchObject({ status: 401 });
  const many = Array.from({ length: 101 }, (_, index) => formatIdentityCode('2015-08-02', 100 + index));
  expect((await standIn.fetch(new Request('https://exchange.test/r1/api/v1/perustiedot', { method: 'POST', headers: { 'MUTP-Tunnus': 'koivula', 'MUTP-Salasana': 'salainen' }, body: JSON.stringify({ hetulista: many }) }))).status).toBe(400);
  expect(await populationClient(CONNECTION, standIn.fetch).listBasicData([...many, CHILD])).toHaveLength(1);
});

test('the feed of changes is asked on from the key until one is up to date', async () => {
  const client = populationClient(CONNECTION, standIn.fetch);
  let key = await client.getKey(TODAY);
  for (let index = 0; index < 60; index++) standIn.change(index % 2 === 0 ? CHILD : MOTHER, [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'NAINEN' }], `${TODAY}T00:00:00Z`);
  standIn.change(FATHER, [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'MIES' }], `${TODAY}T00:00:00Z`);
  const first = await client.listChanges(key, [CHILD, MOTHER]);
  expect([first.muutokset.length, first.ajanTasalla]).toEqual([50, false]);
  key = first.viimeisinKirjausavain;
  const second = await client.listChanges(key, [CHILD, MOTHER]);
  expect([second.muutokset.length, second.ajanTasalla]).toEqual([10, true]);
  expect((await client.listChanges(second.viimeisinKirjausavain, [CHILD, MOTHER])).muutokset).toEqual([]);
});

describe('reading a person', () => {
  test('withheld fields alone protect', () => {
    expect(readPerson(named(CHILD, 'Oona', { tietoryhma: 'KOTIKUNTA', turvakiellonAlaisetKentat: ['KOTIKUNTA'] }), [], TODAY)).toMatchObject({ isProtected: true, homeMunicipality: null });
  });
  test('half a name is nobody', () => {
    expect(readPerson({ henkilotunnus: CHILD, tietoryhmat: [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'MIES' }] }, [], TODAY)).toBeUndefined();
  });
  test('a call name that is not among the first names is not believed', () => {
    const person = readPerson(named(CHILD, 'Anna Liisa', { tietoryhma: 'KUTSUMANIMI', nimilaji: 'NYKYINEN_KUTSUMANIMI', nimi: 'Beate', alkupv: day('2015-08-02') }), [], TODAY);
    expect(person?.callName).toBe('Anna');
  });
});

describe.skipIf(skipsReference)('the register’s own examples', () => {
  const example = (name: string) => ({ henkilotunnus: '010180-9026', tietoryhmat: JSON.parse(readFileSync(join(REFERENCE, 'population', `${name}.json`), 'utf8')) as unknown[] });
  test('basic data is read as a person', () => {
    expect(readPerson(example('perustieto'), [], TODAY)).toMatchObject({ firstNames: 'Mathilda Helena Sophie', callName: 'Helena', lastName: 'Aslan Tes', bornOn: '1958-01-30', homeMunicipality: '091', isProtected: false, address: { streetAddress: 'Öljymäki 11 C 3' } });
    expect(readPerson(example('perustietoTurvakielto'), [], TODAY)?.isProtected ?? true).toBe(true);
    expect(readPerson(example('perustietoHuoltaja'), [], TODAY)).toBeDefined();
  });
});
