import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatIdentityCode } from '@digione/identifiers';
import { createImportWorld, REFERENCE, skipsReference, type ImportWorld } from '../testing/import-world.ts';
import type { ImportOptions } from '../index.ts';

let world: ImportWorld;
let provider: string;
let count = 0;
beforeAll(async () => {
  world = await createImportWorld();
});
afterAll(() => world.close());

const key = () => `kunta-${count}`;
beforeEach(async () => {
  count += 1;
  provider = await world.provider(key());
});

/** Inserts a person as the school entered it. */
async function person(input: { firstNames?: string; lastName?: string; bornOn?: string; code?: string; isProtected?: boolean } = {}): Promise<string> {
  const id = uuidv7();
  const firstNames = input.firstNames ?? 'Martta Helena Sofia';
  await world.pool.query(
    `insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, born_on, protected_address, source) values ($1, $2, $3, $4, $5, $6, $7, 'manual')`,
    [provider, id, firstNames, firstNames.split(' ')[0], input.lastName ?? 'Aslan', input.bornOn ?? '2015-08-02', input.isProtected ?? false],
  );
  if (input.code !== undefined) {
    await world.pool.query(`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source) values ($1, $2, $3, $4, 'manual')`, [provider, uuidv7(), id, input.code]);
  }
  return id;
}

const importFile = (content: object | string, options: Partial<ImportOptions> = {}) => world.import({ kind: 'population', path: world.file('muutos.json', content), providerKey: key(), ...options });
const importFor = (personId: string, groups: object[]) => importFile(groups, { personId });
const reference = (name: string, personId: string) => world.import({ kind: 'population', path: join(REFERENCE, 'population', `${name}.json`), providerKey: key(), personId });
const getPerson = async (id: string) =>
  (
    await world.rows<Record<string, unknown>>(
      `select first_names, call_name, last_name, born_on, gender, mother_tongue, nationalities, home_municipality, protected_address, protection_ends_on, died_on from core_data.person where person_id = $1`,
      [id],
    )
  )[0];
/** Guardians with access today, by last name. */
const access = async (learnerId: string) =>
  (
    await world.rows<{ last_name: string }>(
      `select p.last_name from core_data.guardian_access ga join core_data.person p on p.education_provider_id = ga.education_provider_id and p.person_id = ga.guardian_id
       where ga.learner_id = $1 order by p.last_name`,
      [learnerId],
    )
  ).map(({ last_name }) => last_name);

const day = (arvo: string) => ({ arvo, tarkkuus: 'PAIVA' });
const MOTHER = formatIdentityCode('1984-05-17', 902);
const FATHER = formatIdentityCode('1982-01-09', 913);
const CHILD = formatIdentityCode('2015-08-02', 944);
const custody = (code: string, lastName: string, more: object = {}) => ({
  tietoryhma: 'HUOLTAJA',
  huoltaja: { henkilotunnus: code, etunimet: 'Kaisa Maria', sukunimi: lastName, syntymapv: day('1984-05-17'), sukupuoli: 'NAINEN' },
  huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA',
  huoltajanRooli: 'AITI',
  huoltosuhteenAlkupv: day('2015-08-02'),
  huoltosuhteenLoppupv: day('2033-08-01'),
  oikeudet: [],
  muutosattribuutti: 'LISATTY',
  ...more,
});
const ended = (code: string, lastName: string) => custody(code, lastName, { huoltosuhteenLoppupv: day('2024-05-14'), muutosattribuutti: 'MUUTETTU' });
const removed = (code: string, lastName: string) => custody(code, lastName, { muutosattribuutti: 'POISTETTU' });

describe('custody', () => {
  test('of someone unknown makes a guardian with name, birth and identity code', async () => {
    const child = await person();
    const report = await importFor(child, [custody(MOTHER, 'Äitinen')]);
    expect(report).toMatchObject({ isAccepted: true, byEntity: { person: { created: 1 }, guardianship: { created: 1 }, identity_code: { created: 1 } } });
    expect(await access(child)).toEqual(['Äitinen']);
    expect(
      await world.rows(`select p.first_names, p.call_name, p.born_on, p.gender, p.source, g.kind, g.role, g.has_custody, g.valid::text, g.source as guardianship_source
        from core_data.guardianship g join core_data.person p on p.person_id = g.guardian_id where g.learner_id = $1`, [child]),
    ).toEqual([{ first_names: 'Kaisa Maria', call_name: 'Kaisa', born_on: '1984-05-17', gender: 'female', source: 'population-register', kind: 'statutory', role: 'mother', has_custody: true, valid: '[2015-08-02,2033-08-02)', guardianship_source: 'population-register' }]);
  });

  test('told again changes nothing', async () => {
    const child = await person();
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    const before = await world.historyLength();
    const report = await importFor(child, [custody(MOTHER, 'Äitinen')]);
    expect(report.counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    expect(await world.historyLength()).toBe(before);
  });

  test('is found by identity code among the people we have: staff, or the guardian of another child', async () => {
    const [child, mother] = [await person(), await person({ firstNames: 'Kaisa', lastName: 'Opettaja', bornOn: '1984-05-17', code: MOTHER })];
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    expect(await access(child)).toEqual(['Opettaja']);
    expect(await world.rows('select guardian_id from core_data.guardianship where learner_id = $1', [child])).toEqual([{ guardian_id: mother }]);
  });

  test('that ended gives no access from that very day, whoever had told of it', async () => {
    const [child, mother] = [await person(), await person({ lastName: 'Äitinen', code: MOTHER })];
    await world.pool.query(
      `insert into core_data.guardianship (education_provider_id, guardianship_id, guardian_id, learner_id, has_custody, has_right_to_information, valid, source) values ($1, $2, $3, $4, true, true, '[2020-01-01,)', 'oneroster')`,
      [provider, uuidv7(), mother, child],
    );
    expect(await access(child)).toEqual(['Äitinen']);
    const report = await importFor(child, [custody(MOTHER, 'Äitinen', { huoltosuhteenLoppupv: day('2026-11-24'), muutosattribuutti: 'MUUTETTU' })]);
    expect(report.byEntity['guardianship']).toMatchObject({ ended: 1 });
    expect(await access(child)).toEqual([]);
  });

  test('of a ward: the message is about the guardian', async () => {
    const [child, mother] = [await person({ code: CHILD }), await person({ lastName: 'Äitinen' })];
    const { huoltaja: _guardian, ...rest } = custody(MOTHER, '');
    await importFor(mother, [{ ...rest, tietoryhma: 'HUOLLETTAVA_SUPPEA', huollettava: { henkilotunnus: CHILD, etunimet: 'X', sukunimi: 'Y' } }]);
    expect(await access(child)).toEqual(['Äitinen']);
  });

  test('of someone to themself, or of a child we do not have, is left out', async () => {
    const mother = await person({ lastName: 'Äitinen', code: MOTHER });
    const { huoltaja: _guardian, ...rest } = custody(MOTHER, '');
    const report = await importFor(mother, [custody(MOTHER, 'Äitinen'), { ...rest, tietoryhma: 'HUOLLETTAVA', huollettava: { henkilotunnus: CHILD } }]);
    expect(report).toMatchObject({ isAccepted: true, byCode: { 'relations-outside': 1 } });
    expect(await world.rows('select from core_data.guardianship where education_provider_id = $1', [provider])).toEqual([]);
  });

  test('never comes back by an older message', async () => {
    const child = await person();
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    await importFor(child, [removed(MOTHER, 'Äitinen')]);
    expect(await access(child)).toEqual([]);
    const report = await importFor(child, [custody(MOTHER, 'Äitinen')]);
    expect(report.byCode).toMatchObject({ 'older-message': 1 });
    expect(await access(child)).toEqual([]);
  });

  test('comes back by a newer dated one, and stays for good by a relation of its own', async () => {
    const child = await person({ code: CHILD });
    const at = (muutospv: string, group: object) => importFile({ muutokset: [{ henkilotunnus: CHILD, muutospv, tietoryhmat: [group] }] });
    await at('2026-03-01T00:00:00Z', removed(MOTHER, 'Äitinen'));
    await at('2026-02-01T00:00:00Z', custody(MOTHER, 'Äitinen'));
    expect(await access(child)).toEqual([]);
    await at('2026-04-01T00:00:00Z', custody(MOTHER, 'Äitinen'));
    expect(await access(child)).toEqual(['Äitinen']);
  });

  test('no order of messages gives an access that their own order would not', async () => {
    const messages = [custody(MOTHER, 'Äitinen'), ended(MOTHER, 'Äitinen'), custody(FATHER, 'Isänen', { huoltajanRooli: 'ISA' }), removed(FATHER, 'Isänen'), { tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true, muutosattribuutti: 'LISATTY' }];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(messages.map((_, index) => index)), async (order) => {
        const child = await person();
        for (const index of order) await importFor(child, [messages[index] ?? {}]);
        const expected = [...(order.includes(0) && !order.includes(1) ? ['Äitinen'] : []), ...(order.includes(2) && !order.includes(3) ? ['Isänen'] : [])];
        expect(new Set(await access(child))).toEqual(new Set(expected));
        expect((await getPerson(child))?.['protected_address']).toBe(order.includes(4));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('the school’s own word stands', () => {
  test('a guardian it keeps away stays away through every import', async () => {
    const [child, mother] = [await person(), await person({ lastName: 'Äitinen', code: MOTHER })];
    await world.pool.query(`insert into core_data.guardian_block (education_provider_id, guardian_block_id, guardian_id, learner_id, reason, valid, source) values ($1, $2, $3, $4, 'Päätös', '[2026-01-01,)', 'manual')`, [provider, uuidv7(), mother, child]);
    for (const groups of [[custody(MOTHER, 'Äitinen')], [ended(MOTHER, 'Äitinen')], [custody(MOTHER, 'Äitinen', { huoltosuhteenAlkupv: day('2026-02-02') })]]) {
      await importFor(child, groups);
      expect(await access(child)).toEqual([]);
    }
    expect(await world.rows('select valid::text from core_data.guardian_block where learner_id = $1', [child])).toEqual([{ valid: '[2026-01-01,)' }]);
  });

  test('a guardianship it ended is not begun again', async () => {
    const child = await person();
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    await world.pool.query(`update core_data.guardianship set valid = '[2015-08-02,2026-10-01)' where learner_id = $1`, [child]);
    const report = await importFor(child, [custody(MOTHER, 'Äitinen')]);
    expect(report.byEntity['guardianship']).toMatchObject({ ignored: 1, created: 0, changed: 0 });
    await importFor(child, [custody(MOTHER, 'Äitinen', { huoltosuhteenLoppupv: day('2030-01-01') })]);
    expect(await access(child)).toEqual([]);
  });

  test('a guardian it gave the right to information alone gets no custody', async () => {
    const child = await person();
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    await world.pool.query('update core_data.guardianship set has_custody = false where learner_id = $1', [child]);
    await importFor(child, [custody(MOTHER, 'Äitinen', { huoltajanLaji: 'MAARATTY_HUOLTAJA' })]);
    expect(await world.rows('select has_custody from core_data.guardianship where learner_id = $1', [child])).toEqual([{ has_custody: false }]);
  });

  test('protection it set itself is not lifted by the register', async () => {
    const child = await person({ isProtected: true });
    const report = await importFor(child, [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: false, muutosattribuutti: 'MUUTETTU', turvaLoppuPv: day('2026-11-01') }]);
    expect(report).toMatchObject({ isAccepted: true, byCode: { 'protection-by-school': 1 } });
    expect((await getPerson(child))?.['protected_address']).toBe(true);
  });
});

describe('non-disclosure', () => {
  const on = { tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true, muutosattribuutti: 'LISATTY' };
  const off = { tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: false, muutosattribuutti: 'MUUTETTU', turvaLoppuPv: day('2026-11-20') };

  test('goes on and off as the register says', async () => {
    const child = await person();
    await importFor(child, [on]);
    expect(await getPerson(child)).toMatchObject({ protected_address: true });
    await importFor(child, [off]);
    expect(await getPerson(child)).toMatchObject({ protected_address: false, protection_ends_on: '2026-11-20' });
  });

  test('told both ways at once is on; an older word does not lift a newer one', async () => {
    const child = await person({ code: CHILD });
    await importFor(child, [off, on]);
    expect(await getPerson(child)).toMatchObject({ protected_address: true });
    const at = (muutospv: string, group: object) => importFile([{ henkilotunnus: CHILD, muutospv, tietoryhmat: [group] }]);
    await at('2026-03-01T00:00:00Z', on);
    await at('2026-02-01T00:00:00Z', off);
    expect(await getPerson(child)).toMatchObject({ protected_address: true });
    await at('2026-04-01T00:00:00Z', off);
    expect(await getPerson(child)).toMatchObject({ protected_address: false });
  });

  test('withheld fields hide the person and empty nothing', async () => {
    const child = await person();
    await importFor(child, [{ tietoryhma: 'KOTIKUNTA', kuntakoodi: '091', kuntaanMuuttopv: day('2019-05-04') }]);
    await importFor(child, [{ tietoryhma: 'KOTIKUNTA', turvakiellonAlaisetKentat: ['KOTIKUNTA'] }, { tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', turvakiellonAlaisetKentat: ['VAKINAINEN_KOTIMAINEN_OSOITE'] }]);
    expect(await getPerson(child)).toMatchObject({ protected_address: true, home_municipality: '091' });
  });
});

describe('death', () => {
  const death = { tietoryhma: 'KUOLINPAIVA', kuollut: true, kuolinpv: day('2026-11-20'), muutosattribuutti: 'LISATTY' };

  test('of a guardian ends every guardianship, and none begins after it', async () => {
    const [child, mother] = [await person(), await person({ lastName: 'Äitinen', code: MOTHER })];
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    await importFor(mother, [death]);
    expect(await getPerson(mother)).toMatchObject({ died_on: '2026-11-20' });
    expect(await world.rows('select valid::text from core_data.guardianship where guardian_id = $1', [mother])).toEqual([{ valid: '[2015-08-02,2026-11-20)' }]);
    await importFor(child, [custody(MOTHER, 'Äitinen', { huoltajanLaji: 'MAARATTY_HUOLTAJA' })]);
    expect(await access(child)).toEqual([]);
  });

  test('of a learner ends the guardians’ access', async () => {
    const child = await person();
    await importFor(child, [custody(MOTHER, 'Äitinen')]);
    await importFor(child, [death]);
    expect(await access(child)).toEqual([]);
  });

  test('taken back is told, and for the school to judge', async () => {
    const child = await person();
    await importFor(child, [death]);
    const report = await importFor(child, [{ ...death, muutosattribuutti: 'POISTETTU' }]);
    expect(report).toMatchObject({ isAccepted: true, byCode: { 'death-withdrawn': 1 } });
    expect(await getPerson(child)).toMatchObject({ died_on: '2026-11-20' });
  });
});

describe('the person', () => {
  const name = (etunimi: string, sukunimi: string, from: string) => ({ tietoryhma: 'HENKILON_NIMI', muutosattribuutti: 'MUUTETTU', etunimi, sukunimi, alkupv: day(from) });

  test('gets a new name from its day; an older one changes nothing', async () => {
    const child = await person({ firstNames: 'Martta Helena', lastName: 'Aslan' });
    await importFor(child, [name('Matilda Martta', 'von Aslan', '2026-05-08')]);
    expect(await getPerson(child)).toMatchObject({ first_names: 'Matilda Martta', call_name: 'Martta', last_name: 'von Aslan' });
    await importFor(child, [name('Maija', 'Vanha', '2020-01-01')]);
    await importFor(child, [name('Matilda Martta', 'Uusi', '2026-09-09')]);
    expect(await world.rows('select last_name, valid::text from core_data.person_name where person_id = $1 order by valid', [child])).toEqual([
      { last_name: 'Aslan', valid: '(,2026-05-08)' },
      { last_name: 'von Aslan', valid: '[2026-05-08,2026-09-09)' },
      { last_name: 'Uusi', valid: '[2026-09-09,)' },
    ]);
  });

  test('keeps its name when the register tells half of one, and that is told', async () => {
    const child = await person({ firstNames: 'Aino', lastName: 'Aslan' });
    for (const half of [{ etunimi: 'Maija' }, { sukunimi: 'Uusi' }, {}]) {
      const report = await importFor(child, [{ tietoryhma: 'HENKILON_NIMI', muutosattribuutti: 'MUUTETTU', alkupv: day('2026-05-08'), ...half }]);
      expect(report).toMatchObject({ isAccepted: true, byCode: { 'name-incomplete': 1 }, counts: { changed: 0, created: 0 } });
    }
    expect(await getPerson(child)).toMatchObject({ first_names: 'Aino', last_name: 'Aslan' });
  });

  test('moves: the old address ends when the new one begins, and a move taken back restores it', async () => {
    const child = await person();
    const address = (katunimi: string, from: string, more: object = {}) => ({ tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', katunimi: { fi: katunimi }, katunumero: '4', huoneistokirjain: 'A', huoneistonumero: '012', jakokirjain: 'b', postinumero: '00100', postitoimipaikka: { fi: 'HELSINKI' }, alkupv: day(from), ...more });
    const listed = () => world.rows('select street_address, valid::text from core_data.person_address where person_id = $1 and not isempty(valid) order by valid', [child]);
    await importFor(child, [address('Vanhakatu', '2020-01-01', { muutosattribuutti: 'LISATTY' })]);
    await importFor(child, [address('Uusikatu', '2026-06-01', { muutosattribuutti: 'LISATTY' }), address('Vanhakatu', '2020-01-01', { loppupv: day('2026-05-31'), muutosattribuutti: 'MUUTETTU' })]);
    expect(await listed()).toEqual([{ street_address: 'Vanhakatu 4 A 12b', valid: '[2020-01-01,2026-06-01)' }, { street_address: 'Uusikatu 4 A 12b', valid: '[2026-06-01,)' }]);
    await importFor(child, [
      address('Uusikatu', '2026-06-01', { muutosattribuutti: 'POISTETTU', voimassaolevatTiedot: [address('Vanhakatu', '2020-01-01')] }),
      address('Vanhakatu', '2020-01-01', { loppupv: day('2026-05-31'), muutosattribuutti: 'KORJATTAVA' }),
      address('Vanhakatu', '2020-01-01', { muutosattribuutti: 'KORJATTU' }),
    ]);
    expect(await listed()).toEqual([{ street_address: 'Vanhakatu 4 A 12b', valid: '[2020-01-01,)' }]);
  });

  test('gets a new identity code and keeps the old one as history', async () => {
    const [oldCode, newCode] = [formatIdentityCode('2015-08-02', 944), formatIdentityCode('2015-08-03', 955)];
    const child = await person({ code: oldCode });
    const change = { tietoryhma: 'HENKILOTUNNUS_KORJAUS', voimassaolo: 'AKTIIVI', muutettuHenkilotunnus: newCode, aktiivinenHenkilotunnus: newCode, edellisetHenkilotunnukset: [oldCode] };
    // The codes themselves say who it is.
    expect(await importFile([change, { tietoryhma: 'SYNTYMAPAIVA', syntymapv: day('2015-08-03') }])).toMatchObject({ isAccepted: true, byEntity: { identity_code: { created: 1 } } });
    const codes = () => world.rows('select personal_identity_code as code, is_current from core_data.person_identity_code where person_id = $1 order by is_current desc', [child]);
    expect(await codes()).toEqual([{ code: newCode, is_current: true }, { code: oldCode, is_current: false }]);
    expect(await getPerson(child)).toMatchObject({ born_on: '2015-08-03' });
    // The old state told once more.
    await importFor(child, [{ ...change, muutettuHenkilotunnus: oldCode, aktiivinenHenkilotunnus: oldCode, edellisetHenkilotunnukset: [] }]);
    expect(await codes()).toEqual([{ code: newCode, is_current: true }, { code: oldCode, is_current: false }]);
  });

  test('never gets the identity code of another', async () => {
    const [child] = [await person(), await person({ code: MOTHER })];
    const report = await importFor(child, [{ tietoryhma: 'HENKILOTUNNUS_KORJAUS', aktiivinenHenkilotunnus: MOTHER, muutettuHenkilotunnus: MOTHER }]);
    expect(report).toMatchObject({ isAccepted: false, byCode: { 'identity-code-of-another': 1 } });
  });
});

describe('whom it is about', () => {
  test('nobody is said: refused', async () => {
    expect(await importFile([{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }])).toMatchObject({ isAccepted: false, byCode: { 'person-missing': 1 } });
  });

  test('someone unknown is given: refused; named in the message: not ours', async () => {
    expect(await importFor(uuidv7(), [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }])).toMatchObject({ isAccepted: false, byCode: { 'unknown-person': 1 } });
    expect(await importFor('../x', [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }])).toMatchObject({ isAccepted: false, byCode: { 'bad-person-id': 1 } });
    expect(await importFile({ perustiedot: [{ henkilotunnus: CHILD, tietoryhmat: [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'MIES' }] }] })).toMatchObject({ isAccepted: true, counts: { skipped: 1 }, byCode: { 'not-our-person': 1 } });
  });

  test('a person of another provider is nobody here', async () => {
    const elsewhere = await person({ code: CHILD });
    count += 1;
    provider = await world.provider(key());
    expect(await importFor(elsewhere, [{ tietoryhma: 'KUOLINPAIVA', kuollut: true }])).toMatchObject({ isAccepted: false, byCode: { 'unknown-person': 1 } });
    expect(await getPerson(elsewhere)).toMatchObject({ died_on: null });
  });

  test('the learner number names one, too', async () => {
    const child = await person();
    await world.pool.query(`update core_data.person set learner_number = '1.2.246.562.24.00000000123' where person_id = $1`, [child]);
    expect(await importFor('1.2.246.562.24.00000000123', [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'NAINEN' }])).toMatchObject({ isAccepted: true, byEntity: { person: { changed: 1 } } });
  });
});

describe('refused, with nothing of it kept', () => {
  const good = { tietoryhma: 'SUKUPUOLI', sukupuoli: 'MIES' };
  test.each([
    ['30 February', [good, { tietoryhma: 'KUOLINPAIVA', kuollut: true, kuolinpv: day('2026-02-30') }], 'bad-register-date'],
    ['a guardian with a garbled code', [good, custody('010101-123X', 'X')], 'bad-identity-code'],
    ['a guardian who is nobody', [good, { tietoryhma: 'HUOLTAJA' }], 'custody-without-person'],
    ['a group that is none', [good, { tietoryhma: 'TURVAKIELTO' }], 'not-a-data-group'],
    ['organisations', { organisaatiot: [{ oid: '1.2.3' }] }, 'no-population'],
    ['an empty list', [], 'no-population'],
    ['half a file', JSON.stringify([good]).slice(0, -4), 'truncated'],
  ])('%s', async (_what, content, code) => {
    const child = await person();
    expect(await importFile(content, { personId: child })).toMatchObject({ isAccepted: false, state: 'refused', byCode: { [code]: 1 } });
    expect(await getPerson(child)).toMatchObject({ gender: null });
  });
});

describe.skipIf(skipsReference)('the register’s own examples', () => {
  test.each(skipsReference ? [] : readdirSync(join(REFERENCE, 'population')))('%s is taken whole, and again changes nothing', async (file) => {
    const child = await person();
    const first = await reference(file.replace('.json', ''), child);
    expect(first).toMatchObject({ isAccepted: true, problems: { error: 0 } });
    const before = await world.historyLength();
    const second = await reference(file.replace('.json', ''), child);
    expect(second.counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
    expect(await world.historyLength()).toBe(before);
  });

  test('a mother who is no guardian any more loses access, the other and a third one have it', async () => {
    const [child, mother] = [await person({ bornOn: '2018-12-31' }), await person({ lastName: 'Hui Lai Lee Tes', code: '140891-9642' })];
    await world.pool.query(
      `insert into core_data.guardianship (education_provider_id, guardianship_id, guardian_id, learner_id, has_custody, has_right_to_information, valid, source) values ($1, $2, $3, $4, true, true, '[2018-12-31,)', 'demo')`,
      [provider, uuidv7(), mother, child],
    );
    await reference('muutostietoHuoltajanPoisto', child);
    expect(await access(child)).toEqual(['Stenman Tes', 'Weitsell Tes']);
  });

  test('a whole person', async () => {
    const child = await person();
    await reference('perustieto', child);
    expect(await getPerson(child)).toEqual({
      first_names: 'Mathilda Helena Sophie',
      call_name: 'Helena',
      last_name: 'Aslan Tes',
      born_on: '1958-01-30',
      gender: 'female',
      mother_tongue: 'fi',
      nationalities: ['123', '456'],
      home_municipality: '091',
      protected_address: false,
      protection_ends_on: null,
      died_on: null,
    });
    expect(await world.rows('select kind, street_address, postal_code, post_office, valid::text from core_data.person_address where person_id = $1 order by kind', [child])).toEqual([
      { kind: 'permanent', street_address: 'Öljymäki 11 C 3', postal_code: '00780', post_office: 'HELSINKI', valid: '[1986-06-02,)' },
      { kind: 'postal', street_address: 'Kaljamäki 12 B 4', postal_code: '00100', post_office: 'HELSINKI', valid: '[1986-06-02,)' },
    ]);
    await reference('perustietoTurvakielto', child);
    expect(await getPerson(child)).toMatchObject({ protected_address: true });
    expect(await world.rows('select from core_data.person_address where person_id = $1', [child])).toHaveLength(2);
  });

  test('a move between municipalities, and one taken back', async () => {
    const child = await person();
    await reference('muutostietoKunnastaToiseenMuutto', child);
    expect(await getPerson(child)).toMatchObject({ home_municipality: '287' });
    await reference('muutostietoKotikunnanPoisto', child);
    expect(await getPerson(child)).toMatchObject({ home_municipality: '091' });
  });
});
