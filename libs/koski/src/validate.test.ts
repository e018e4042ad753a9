import { expect, test } from 'vitest';
import { listCutOverNames, PRODUCTION, readCutOver } from './cut-over.ts';
import { readExample } from './example.ts';
import { RULES } from './rules/index.ts';
import { documentOf, LEARNER, mark, pupil, state, TODAY } from './testing/documents.ts';
import { withChanges } from './testing/patch.ts';
import { statusOf, validateDocument } from './validate.ts';

const refused = (changes: Parameters<typeof withChanges>[1], language?: 'fi' | 'sv' | 'en'): ReturnType<typeof validateDocument> =>
  validateDocument(documentOf(withChanges(pupil(), changes)), { today: TODAY }, language);

test('an accepted document has no findings', () => {
  expect(refused({})).toEqual([]);
});

test('a finding has KOSKI’s key, a sentence and a place', () => {
  expect(refused({ '/suoritukset/1/alkamispäivä': null })).toEqual([
    { key: 'badRequest.validation.tila.alkamispäiväPuuttuu', message: 'Vuosiluokalta puuttuu alkamispäivä.', path: '/opiskeluoikeudet/0/suoritukset/1', rule: 'gradeStartMissing' },
  ]);
  expect(refused({ '/suoritukset/1/alkamispäivä': null }, 'sv')).toMatchObject([{ message: 'Årskursens startdatum saknas.' }]);
  expect(refused({ '/suoritukset/1/alkamispäivä': null }, 'en')).toMatchObject([{ message: 'The grade lacks its first day.' }]);
});

test('all findings of a stage are told, none of a later one', () => {
  const broken = { '/suoritukset/1/alkamispäivä': null, '/suoritukset/0/osasuoritukset': [] };
  expect(refused(broken).map(({ rule }) => rule)).toEqual(['gradeStartMissing', 'gradeWithoutSubjects']);
  expect(refused({ ...broken, '/suoritukset/0/koulutusmoduuli/perusteenDiaarinumero': '39/xxx/2014' }).map(({ rule }) => rule)).toEqual(['unknownCurriculum']);
  expect(refused({ ...broken, '/tuntematon': 1 })).toMatchObject([{ key: 'badRequest.validation.jsonSchema', message: [{ path: '/opiskeluoikeudet/0/tuntematon' }] }]);
});

test('a cancelled study right is not judged further', () => {
  const cancelled = { '/oid': '1.2.246.562.15.00000000011', '/tila/opiskeluoikeusjaksot/-': state('2026-11-01', 'mitatoity') };
  expect(refused({ ...cancelled, '/suoritukset/1/alkamispäivä': null, '/suoritukset/0/osasuoritukset/0/arviointi': [mark('S')] })).toEqual([]);
});

test('every sentence is said in three languages and ends', () => {
  expect(RULES.flatMap(({ fi, sv, en }) => [fi, sv, en]).filter((sentence) => !/^[A-ZÅÄÖ].{10,}\.$/.test(sentence))).toEqual([]);
});

test('rules have names of their own', () => {
  const names = RULES.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each([
  ['badRequest.validation.tila.vahvistusPuuttuu', 400],
  ['forbidden.organisaatio', 403],
  ['notFound.oppijaaEiLöydy', 404],
  ['conflict.exists', 409],
  ['unsupportedMediaType.jsonOnly', 415],
])('%s is answered with %i', (key, status) => {
  expect(statusOf(key)).toBe(status);
});

test('days of another environment are read from its settings', () => {
  const read = readCutOver('validaatiot = {\n  tukijaksotVoimaan = "2025-07-01"\n  VSOPKentänViimeinenKäyttöpäivä = "2025-06-30" # comment\n  muu = true\n}');
  expect(read).toEqual({ ...PRODUCTION, supportPeriodsFrom: '2025-07-01', outsideGradesUntil: '2025-06-30' });
});

test('every day of the table is read by a rule', () => {
  const used = new Set(RULES.flatMap(({ dates = [], enforcedFrom }) => [...dates, ...(enforcedFrom === undefined ? [] : [enforcedFrom])]));
  expect(listCutOverNames().filter((name) => !used.has(name))).toEqual([]);
});

test('notes of KOSKI’s own tests are no part of a document', () => {
  const document = { henkilö: { oid: LEARNER }, opiskeluoikeudet: [] };
  expect(readExample({ ...document, ignoreKoskiValidator: true, ignoreJsonEquality: true })).toEqual({ document, isStructureOnly: true });
  expect(readExample(document)).toEqual({ document, isStructureOnly: false });
  expect(readExample([])).toEqual({ document: [], isStructureOnly: false });
});
