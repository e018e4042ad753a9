import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImportWorld, REFERENCE, skipsReference, type ImportWorld } from '../testing/import-world.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld();
});
afterAll(() => world.close());

const code = (value: string, more: object = {}) => ({
  koodiUri: `testi_${value.toLowerCase()}`,
  koodiArvo: value,
  versio: 1,
  metadata: [
    { kieli: 'FI', nimi: `Koodi ${value}`, lyhytNimi: '' },
    { kieli: 'SV', nimi: null },
  ],
  withinCodeElements: [{ codeElementUri: 'muu_1', codeElementVersion: 2, passive: true }],
  ...more,
});
const importCodes = (...codes: object[]) => world.import({ kind: 'codes', path: world.file('testi.json', codes) });

test('codes are kept with their names, validity and relations', async () => {
  const dated = { koodisto: { koodistoUri: 'toinen' }, voimassaAlkuPvm: '2019-08-30', voimassaLoppuPvm: '2026-07-31' };
  expect(await importCodes(code('A1_x'), code('B', dated))).toMatchObject({ isAccepted: true, counts: { created: 2 } });
  expect(await world.rows('select code_set, code, version, uri, name, short_name, valid::text, relations from core_data.code order by code_set')).toEqual([
    { code_set: 'testi', code: 'A1_x', version: 1, uri: 'testi_a1_x', name: { fi: 'Koodi A1_x' }, short_name: null, valid: '(,)', relations: [{ kind: 'within', uri: 'muu_1', version: 2, isPassive: true }] },
    { code_set: 'toinen', code: 'B', version: 1, uri: 'testi_b', name: { fi: 'Koodi B' }, short_name: null, valid: '[2019-08-30,2026-08-01)', relations: [{ kind: 'within', uri: 'muu_1', version: 2, isPassive: true }] },
  ]);
});

test('a new version stands beside the old one, a changed name replaces the name', async () => {
  const report = await importCodes(code('A1_x', { versio: 2 }), code('A1_x', { metadata: [{ kieli: 'FI', nimi: 'Uusi' }] }));
  expect(report.counts).toMatchObject({ created: 1, changed: 1 });
  expect(await world.rows(`select version, name->>'fi' as name from core_data.code where code = 'A1_x' order by version`)).toEqual([
    { version: 1, name: 'Uusi' },
    { version: 2, name: 'Koodi A1_x' },
  ]);
});

test('the app itself may only read them', async () => {
  await expect(world.pool.query(`begin; set local role digione_app; insert into core_data.code_set (code_set) values ('x')`)).rejects.toThrow(/permission denied/);
  await world.pool.query('rollback');
});

describe('refused, with nothing of it kept', () => {
  test.each([
    ['a code twice', [code('N'), code('N')], 'duplicate-code'],
    ['30 February', [code('N'), code('M', { voimassaAlkuPvm: '2020-02-30' })], 'bad-code-date'],
    ['reversed dates', [code('N'), code('M', { voimassaAlkuPvm: '2020-02-03', voimassaLoppuPvm: '2019-01-01' })], 'code-dates-reversed'],
    ['a code without version', [code('N'), code('M', { versio: null })], 'not-a-code'],
    ['an organisation', [{ oid: '1.2.3' }], 'no-codes'],
    ['an empty list', [], 'no-codes'],
  ])('%s', async (_what, codes, refusal) => {
    expect(await importCodes(...codes)).toMatchObject({ isAccepted: false, byCode: { [refusal]: 1 } });
    expect(await world.rows(`select from core_data.code where code = 'N'`)).toEqual([]);
  });
});

test.skipIf(skipsReference)('the national code sets and 6 965 institution numbers; again: nothing new', async () => {
  const path = join(REFERENCE, 'koodisto');
  expect(await world.import({ kind: 'codes', path })).toMatchObject({ isAccepted: true, read: 9574, counts: { created: 9574 }, problems: { error: 0, warning: 0 } });
  expect(await world.rows(`select count(*)::int as n from core_data.code where code_set = 'oppilaitosnumero'`)).toEqual([{ n: 6965 }]);
  expect(await world.import({ kind: 'codes', path })).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 9574 } });
});
