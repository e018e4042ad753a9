import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isObject, listDifferences, readExample, type Json, type JsonObject } from '@digione/koski';
import { documentOf, graduated, prePrimary, pupil, upperSecondaryGraduated } from '@digione/koski/testing';
import { readStudyRight, writeStudyRight } from './study-right-document.ts';

const rightsOf = (document: Json): readonly JsonObject[] => (isObject(document) && Array.isArray(document['opiskeluoikeudet']) ? (document['opiskeluoikeudet'] as JsonObject[]) : []);

function roundTrip(right: JsonObject): Json {
  const record = readStudyRight(right);
  if (record === undefined) throw new Error('A form that is not kept');
  return writeStudyRight(record, 'received', 'id');
}

describe('a study right of the register is kept without loss', () => {
  test.each([['a graduate of basic education', graduated], ['a pupil', pupil], ['pre-primary', prePrimary], ['an upper secondary graduate', upperSecondaryGraduated]])('%s', (_, right) => {
    const [only] = rightsOf(documentOf(right()));
    expect(listDifferences(only, roundTrip(only ?? {}))).toEqual([]);
  });

  test('what people look at stands in columns', () => {
    const [right] = rightsOf(documentOf(graduated()));
    const record = readStudyRight(right ?? {});
    expect(record).toMatchObject({ educationForm: 'basic-education', periods: [{ startsOn: '2017-08-10', state: 'lasna' }, { startsOn: '2026-05-30', state: 'valmistunut' }] });
    expect(record?.attainments[2]).toMatchObject({ kind: 'perusopetuksenoppimaara', confirmedOn: '2026-05-30', curriculum: '104/011/2014' });
    expect(record?.attainments[2]?.parts[1]).toMatchObject({ code: 'MA', codeSet: 'koskioppiaineetyleissivistava', mark: '8', extent: 4, extentUnit: '3', isCompulsory: true, more: { yksilöllistettyOppimäärä: false } });
  });

  test('of several assessments the latest is the mark, the others stay', () => {
    const part = { koulutusmoduuli: { tunniste: { koodiarvo: 'MA', koodistoUri: 'x' } }, arviointi: [{ arvosana: { koodiarvo: '6' } }, { arvosana: { koodiarvo: '7', koodistoUri: 'a', nimi: { fi: '7' } }, päivä: '2026-01-02' }], tyyppi: { koodiarvo: 'k', koodistoUri: 'suorituksentyyppi' } };
    const right = { tyyppi: { koodiarvo: 'perusopetus', koodistoUri: 'opiskeluoikeudentyyppi' }, tila: { opiskeluoikeusjaksot: [] }, suoritukset: [part] };
    expect(readStudyRight(right)?.attainments[0]).toMatchObject({ mark: '7', assessedOn: '2026-01-02' });
    expect(listDifferences(right, roundTrip(right))).toEqual([]);
  });

  test('as its own it is sent with the source id, and without what the register said of itself', () => {
    const [right] = rightsOf(documentOf(pupil()));
    const record = readStudyRight({ ...right, versionumero: 7, alkamispäivä: '2020-08-10' });
    const sent = record && writeStudyRight(record, 'sent', 'our-id');
    expect(sent).toMatchObject({ lähdejärjestelmänId: { id: 'our-id', lähdejärjestelmä: { koodiarvo: 'DigiOne' } } });
    expect(sent).not.toHaveProperty('versionumero');
    expect(sent).not.toHaveProperty('alkamispäivä');
  });

  test('a form of education that is not kept', () => {
    expect(readStudyRight({ tyyppi: { koodiarvo: 'ammatillinenkoulutus', koodistoUri: 'opiskeluoikeudentyyppi' } })).toBeUndefined();
  });
});

const folder = path.resolve(import.meta.dirname, '../../../../../shared/reference/koski/documents');
if (!existsSync(folder)) console.warn(`Reference data is missing (${folder}): the tests that read it are skipped.`);

describe.skipIf(!existsSync(folder))("the register's own example documents", () => {
  test.each(existsSync(folder) ? readdirSync(folder) : [])('%s', (name) => {
    const { document } = readExample(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const rights = rightsOf(document);
    expect(rights.length).toBeGreaterThan(0);
    for (const right of rights) expect(listDifferences(right, roundTrip(right))).toEqual([]);
  });
});
