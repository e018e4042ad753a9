import { expect, test } from 'vitest';
import type { Json } from '../json.ts';
import type { Changes } from '../testing/cases.ts';
import { code, documentOf, graduated, LEARNER, prePrimary, pupil, state } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import { upperSecondary, upperSecondarySubject, module } from '../testing/upper-secondary.ts';
import { checkStructure, isKoskiDocument } from './check-structure.ts';
import { describeStructure } from './sentences.ts';

const RIGHT = '/opiskeluoikeudet/0';
const found = (document: Json): ReadonlyArray<readonly [string, string]> => checkStructure(document).map(({ path, error }) => [path.replace(RIGHT, ''), error.errorType] as const);
const parts = '/suoritukset/0/osasuoritukset';

test.each<[string, () => ReturnType<typeof pupil>, Changes, string, string]>([
  ['an unknown field', pupil, { '/opettaja': 'Olli' }, '/opettaja', 'unexpectedProperty'],
  ['a wrong type', pupil, { '/suoritukset/0/jääLuokalle': 'ei' }, '/suoritukset/0/jääLuokalle', 'unexpectedType'],
  ['a missing field', pupil, { '/suoritukset/0/luokka': null }, '/suoritukset/0/luokka', 'missingProperty'],
  ['a code of no set', pupil, { '/suoritukset/0/suorituskieli/koodiarvo': 'QQ' }, '/suoritukset/0/suorituskieli', 'unknownCode'],
  ['a state of another form', pupil, { '/tila/opiskeluoikeusjaksot/0/tila/koodiarvo': 'loma' }, '/tila/opiskeluoikeusjaksot/0/tila/koodiarvo', 'unexpectedValue'],
  ['an unknown form', pupil, { '/tyyppi/koodiarvo': 'taiteilu' }, '/tyyppi/koodiarvo', 'unexpectedValue'],
  ['an object identifier of something else', pupil, { '/oppilaitos/oid': LEARNER }, '/oppilaitos/oid', 'invalidOid'],
  ['a day that does not exist', pupil, { '/suoritukset/0/alkamispäivä': '2025-02-30' }, '/suoritukset/0/alkamispäivä', 'invalidDate'],
  ['a period that ends before it begins', pupil, { '/lisätiedot': { majoitusetu: { alku: '2026-05-31', loppu: '2025-05-31' } } }, '/lisätiedot/majoitusetu', 'periodEndsBeforeItStarts'],
  ['a period without a beginning', pupil, { '/lisätiedot': { tuenPäätöksenJaksot: [{ loppu: '2025-05-31' }] } }, '/lisätiedot/tuenPäätöksenJaksot/0', 'periodWithoutStart'],
  ['no states', pupil, { '/tila/opiskeluoikeusjaksot': [] }, '/tila/opiskeluoikeusjaksot', 'tooFewItems'],
  ['an empty number of the curriculum', prePrimary, { '/suoritukset/0/koulutusmoduuli/perusteenDiaarinumero': '' }, '/suoritukset/0/koulutusmoduuli/perusteenDiaarinumero', 'emptyString'],
  ['an extent of nothing', graduated, { '/suoritukset/2/osasuoritukset/1/koulutusmoduuli/laajuus/arvo': 0 }, '/suoritukset/2/osasuoritukset/1/koulutusmoduuli/laajuus/arvo', 'tooSmall'],
  ['two records of pre-primary education', prePrimary, { '/suoritukset/-': {} }, '/suoritukset', 'tooManyItems'],
  ['mathematics without its syllabus', upperSecondary, { [`${parts}/1/koulutusmoduuli/oppimäärä`]: null }, `${parts}/1/koulutusmoduuli/oppimäärä`, 'missingProperty'],
  ['a module without a day', upperSecondary, { [`${parts}/1/osasuoritukset/0/arviointi`]: [{ arvosana: code('8', 'arviointiasteikkoyleissivistava') }] }, `${parts}/1/osasuoritukset/0/arviointi/0/päivä`, 'missingProperty'],
])('%s is found where it is', (_, right, changes, path, error) => {
  expect(found(documentOf(withChanges(right(), changes)))).toContainEqual([path, error]);
});

test('of a subject only what concerns it is said', () => {
  const language = upperSecondarySubject('B1', '8', [module('RUB11', '8')], { kieli: code('SV', 'kielivalikoima'), opettaja: 'Olli' });
  expect(found(documentOf(withChanges(upperSecondary(), { [`${parts}/-`]: language })))).toEqual([[`${parts}/11/koulutusmoduuli/opettaja`, 'unexpectedProperty']]);
});

test.each<[string, Json, string]>([
  ['a text', 'henkilö', ''],
  ['a learner without a name', { henkilö: { hetu: '010112A912Y', etunimet: 'Tuisku', kutsumanimi: 'Tuisku' }, opiskeluoikeudet: [] }, '/henkilö/sukunimi'],
  ['an empty name', { henkilö: { hetu: '010112A912Y', etunimet: 'Tuisku', kutsumanimi: 'Tuisku', sukunimi: '' }, opiskeluoikeudet: [] }, '/henkilö/sukunimi'],
  ['no learner', { opiskeluoikeudet: [] }, '/henkilö'],
  ['study rights that are no list', { henkilö: { oid: LEARNER }, opiskeluoikeudet: {} }, '/opiskeluoikeudet'],
  ['something beside', { henkilö: { oid: LEARNER }, opiskeluoikeudet: [], ignoreKoskiValidator: true }, '/ignoreKoskiValidator'],
])('%s is found', (_, document, path) => {
  expect(checkStructure(document).map((finding) => finding.path)).toContain(path);
});

test('a document without findings has the types of KOSKI', () => {
  const document: Json = documentOf(pupil());
  expect(isKoskiDocument(document) && document.opiskeluoikeudet[0]?.tyyppi.koodiarvo).toBe('perusopetus');
  expect(isKoskiDocument(documentOf(withChanges(pupil(), { '/tila/opiskeluoikeusjaksot': [state('2025-13-01', 'lasna')] })))).toBe(false);
});

test('a document nested without end is refused, not followed', () => {
  const deep: Json = JSON.parse(`${'{"tila":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(found(documentOf({ ...pupil(), tila: deep })).length).toBeGreaterThan(0);
});

test('a finding is said in a sentence', () => {
  const [finding] = checkStructure(documentOf(withChanges(pupil(), { '/suoritukset/0/luokka': null })));
  expect((['fi', 'sv', 'en'] as const).map((language) => finding && describeStructure(finding, language))).toEqual(['Pakollinen tieto puuttuu.', 'En obligatorisk uppgift saknas.', 'Something required is missing.']);
});
