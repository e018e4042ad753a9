import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImportWorld, REFERENCE, skipsReference, type ImportWorld } from '../testing/import-world.ts';
import { readServiceDate } from './service-date.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld();
});
afterAll(() => world.close());

const JANUARY_1990 = 631_144_800_000; // 1.1.1990 0.00 in Finland
const organisation = (oid: string, kinds: string[], more: object = {}, children: object[] = []) => ({
  oid,
  nimi: { fi: `Nimi ${oid}` },
  organisaatiotyypit: kinds.map((kind) => `organisaatiotyyppi_${kind}`),
  alkuPvm: JANUARY_1990,
  status: 'AKTIIVINEN',
  children,
  ...more,
});
const site = organisation('1.2.246.562.10.33', ['03'], { nimi: { fi: 'Rantakoulun sivupiste' } });
const school = (more: object = {}) =>
  organisation('1.2.246.562.10.22', ['02'], { nimi: { fi: 'Rantakoulu', sv: 'Strandskolan' }, oppilaitosKoodi: '01234', oppilaitostyyppi: 'oppilaitostyyppi_19#1', kieletUris: ['oppilaitoksenopetuskieli_2#1', 'oppilaitoksenopetuskieli_1#1'], ...more }, [site]);
const city = (more: object = {}, children: object[] = [school()]) => organisation('1.2.246.562.10.11', ['01', '09'], { nimi: { fi: 'Rannan kaupunki' }, ytunnus: '1234567-1', kotipaikkaUri: 'kunta_091', ...more }, children);
const importFile = (content: object | string, options: object = {}) => world.import({ kind: 'organisations', path: world.file('organisaatiot.json', content), ...options });
const tree = (...roots: object[]) => ({ numHits: roots.length, organisaatiot: roots });

describe('dates of the service', () => {
  test.each([
    [JANUARY_1990, '1990-01-01'],
    [-311_652_000_000, '1960-02-16'],
    [1_483_135_200_000, '2016-12-31'],
    [1_596_142_800_000, '2020-07-31'],
    ['2020-07-31', '2020-07-31'],
    [null, null],
    ['', null],
    ['2020-02-30', undefined],
    ['30.2.2020', undefined],
    [1.5, undefined],
    [8_000_000_000_000_000, undefined],
    [true, undefined],
  ])('%j is %j', (value, date) => {
    expect(readServiceDate(value)).toBe(date);
  });
});

describe('an organisation tree', () => {
  test('becomes a provider, its organisations, schools and sites', async () => {
    const report = await importFile(tree(city()));
    expect(report).toMatchObject({ isAccepted: true, read: 3, counts: { created: 3 }, byEntity: { provider: { created: 1 }, school: { created: 1 }, school_site: { created: 1 } }, rows: [] });
    const [row] = await world.rows(`
      select p.key, p.oid, p.business_id, p.municipality_code, p.source, s.name, s.institution_number, s.institution_type, s.teaching_language, s.education_forms,
        s.valid::text, t.name as site, parent.name as above
      from core_data.education_provider p join core_data.school s using (education_provider_id) join core_data.school_site t using (education_provider_id, school_id)
      join core_data.organisation o on o.organisation_id = s.organisation_id join core_data.organisation parent on parent.organisation_id = o.parent_organisation_id
      where p.key = 'rannan-kaupunki'`);
    expect(row).toEqual({
      key: 'rannan-kaupunki',
      oid: '1.2.246.562.10.11',
      business_id: '1234567-1',
      municipality_code: '091',
      source: 'organisation-service',
      name: { fi: 'Rantakoulu', sv: 'Strandskolan' },
      institution_number: '01234',
      institution_type: '19',
      teaching_language: 'sv',
      education_forms: ['basic-education', 'general-upper-secondary'],
      valid: '[1990-01-01,)',
      site: { fi: 'Rantakoulun sivupiste' },
      above: { fi: 'Rannan kaupunki' },
    });
  });

  test('imported again changes nothing', async () => {
    const before = await world.historyLength();
    const report = await importFile(tree(city()));
    expect(report.counts).toMatchObject({ created: 0, changed: 0, ended: 0, unchanged: 3 });
    expect(await world.historyLength()).toBe(before);
  });

  test('in a dry run tells what would happen and does nothing', async () => {
    const before = await world.historyLength();
    const report = await importFile(tree(city({}, [school({ nimi: { fi: 'Uusi nimi' } })])), { dryRun: true });
    expect(report).toMatchObject({ isAccepted: true, isDryRun: true, counts: { changed: 1 } });
    expect(await world.historyLength()).toBe(before);
    expect(await world.rows(`select from core_data.school where name->>'fi' = 'Uusi nimi'`)).toEqual([]);
  });

  test('closes what the service says is closed: its last day still belongs', async () => {
    const report = await importFile(tree(city({}, [school({ status: 'PASSIIVINEN', lakkautusPvm: 1_785_445_200_000 })])));
    expect(report.byEntity['school']).toMatchObject({ changed: 1 });
    expect(await world.rows(`select valid::text from core_data.school where oid = '1.2.246.562.10.22'`)).toEqual([{ valid: '[1990-01-01,2026-08-01)' }]);
    await importFile(tree(city()));
    expect(await world.rows(`select valid::text from core_data.school where oid = '1.2.246.562.10.22'`)).toEqual([{ valid: '[1990-01-01,)' }]);
  });

  test('never re-opens a school that the provider closed itself', async () => {
    await world.pool.query(`begin; set local app.source = 'manual'; update core_data.school set valid = '[1990-01-01,2026-09-01)' where oid = '1.2.246.562.10.22'; commit`);
    for (const more of [{}, { nimi: { fi: 'Rantakoulu uusin nimin' } }]) {
      const report = await importFile(tree(city({}, [school(more)])));
      expect(report.byEntity['school']).toMatchObject({ ignored: 1, changed: 0, created: 0 });
      expect(report.byCode).toMatchObject({ 'closed-by-school': 1 });
      expect(await world.rows(`select valid::text, name->>'fi' as name from core_data.school where oid = '1.2.246.562.10.22'`)).toEqual([{ valid: '[1990-01-01,2026-09-01)', name: 'Rantakoulu' }]);
    }
  });

  test('outside of any provider is counted and named, not lost', async () => {
    const daycare = organisation('1.2.246.562.10.77', ['07'], { nimi: { fi: 'Päiväkodit Oy' } }, [organisation('1.2.246.562.10.78', ['08'])]);
    const report = await importFile(tree(city(), daycare));
    expect(report).toMatchObject({ isAccepted: true, read: 5, counts: { skipped: 2 }, byCode: { 'under-no-provider': 2 } });
    expect(report.rows.map(({ values }) => values['oid'])).toEqual(expect.arrayContaining(['1.2.246.562.10.77', '1.2.246.562.10.78']));
  });
});

describe('for one provider', () => {
  const other = organisation('1.2.246.562.10.99', ['01'], { nimi: { fi: 'Toinen kunta' }, ytunnus: '7654321-2' });

  test('takes its subtree alone', async () => {
    const report = await importFile(tree(city(), other), { providerKey: 'rannan-kaupunki' });
    expect(report).toMatchObject({ isAccepted: true, counts: { skipped: 1 }, byCode: { 'other-providers': 1 } });
    expect(await world.rows(`select from core_data.education_provider where oid = '1.2.246.562.10.99'`)).toEqual([]);
  });

  test('creates it when its name is the key', async () => {
    expect((await importFile(tree(city(), other), { providerKey: 'toinen-kunta' })).isAccepted).toBe(true);
    expect(await world.rows(`select key, name from core_data.education_provider where oid = '1.2.246.562.10.99'`)).toEqual([{ key: 'toinen-kunta', name: { fi: 'Toinen kunta' } }]);
  });

  test('finds one that was entered by hand by its business id, and takes over its school by the number', async () => {
    const byHand = await world.provider('kolmas');
    await world.pool.query(`update core_data.education_provider set business_id = '0201256-6' where education_provider_id = $1`, [byHand]);
    await world.pool.query(`insert into core_data.school (education_provider_id, school_id, institution_number, name, source) values ($1, $1, '05555', '{"fi":"Käsin"}', 'manual')`, [byHand]);
    const third = organisation('1.2.246.562.10.44', ['01'], { ytunnus: '0201256-6' }, [organisation('1.2.246.562.10.45', ['02'], { oppilaitosKoodi: '05555' })]);
    const report = await importFile(tree(third), { providerKey: 'kolmas' });
    expect(report.byEntity).toMatchObject({ provider: { changed: 1 }, school: { changed: 1, created: 0 } });
    expect(await world.rows(`select school_id, oid from core_data.school where education_provider_id = $1`, [byHand])).toEqual([{ school_id: byHand, oid: '1.2.246.562.10.45' }]);
  });

  test('refuses a file that does not hold it', async () => {
    const report = await importFile(tree(other), { providerKey: 'rannan-kaupunki' });
    expect(report).toMatchObject({ isAccepted: false, state: 'refused', byCode: { 'provider-not-in-file': 1 } });
    expect(report.rows[0]?.values).toMatchObject({ found: 'toinen-kunta' });
  });
});

describe('refused, with nothing of it kept', () => {
  const good = organisation('1.2.246.562.10.501', ['01'], { nimi: { fi: 'Hyvä kunta' } });
  test.each([
    ['an id twice', tree(good, organisation('1.2.246.562.10.501', ['01'])), 'duplicate-oid'],
    ['a date that does not exist', tree(good, organisation('1.2.246.562.10.502', ['01'], { alkuPvm: '2020-02-30' })), 'bad-service-date'],
    ['an end before the beginning', tree(good, organisation('1.2.246.562.10.502', ['01'], { lakkautusPvm: 0 })), 'dates-reversed'],
    ['no name', tree(good, organisation('1.2.246.562.10.502', ['01'], { nimi: {} })), 'missing-name'],
    ['no kind', tree(good, organisation('1.2.246.562.10.502', [])), 'missing-kind'],
    ['an id that is none', tree(good, organisation('rm -rf', ['01'])), 'bad-oid'],
    ['a node that is none', tree(good, { foo: 1 }), 'not-an-organisation'],
    ['a file cut in half', JSON.stringify(tree(good)).slice(0, -20), 'truncated'],
    ['another kind of file', JSON.stringify([{ koodiUri: 'kunta_091', koodiArvo: '091', versio: 2 }]), 'no-organisations'],
    ['a page of the web', '<!doctype html><title>Kirjaudu</title>', 'not-json'],
    ['a table', 'sourcedId,status\n1,active\n', 'not-json'],
    ['nothing', '', 'empty'],
  ])('%s', async (_what, content, code) => {
    const report = await importFile(content);
    expect(report).toMatchObject({ isAccepted: false, state: 'refused', byCode: { [code]: 1 } });
    expect(await world.rows(`select from core_data.education_provider where oid = '1.2.246.562.10.501'`)).toEqual([]);
  });
});

describe.skipIf(skipsReference)('the service’s real answers', () => {
  const path = join(REFERENCE, 'organisaatio/organisation-hierarchy.json');

  test('991 organisations, each accounted for, 675 of them Helsinki’s; again: nothing new', async () => {
    const first = await world.import({ kind: 'organisations', path });
    expect(first).toMatchObject({ isAccepted: true, read: 991, counts: { created: 987, skipped: 4, refused: 0 }, byEntity: { provider: { created: 25 }, school: { created: 288 }, school_site: { created: 305 } } });
    expect(await world.rows(`select count(*)::int as n, count(*) filter (where upper_inf(o.valid))::int as open from core_data.organisation o
      join core_data.education_provider p using (education_provider_id) where p.key = 'helsingin-kaupunki'`)).toMatchObject([{ n: 675 }]);
    const before = await world.historyLength();
    const second = await world.import({ kind: 'organisations', path });
    expect(second).toMatchObject({ counts: { created: 0, changed: 0, ended: 0, unchanged: 987, skipped: 4 } });
    expect(await world.historyLength()).toBe(before);
  });

  test('an older shape, whose nodes are of several kinds and repeat themselves as subRows', async () => {
    const report = await world.import({ kind: 'organisations', path: join(REFERENCE, 'organisaatio/descendants.json') });
    expect(report).toMatchObject({ isAccepted: true, read: 11, counts: { created: 8, skipped: 3 } });
  });
});
