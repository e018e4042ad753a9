import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { code, documentOf, graduated, LEARNER, prePrimary, pupil } from '../testing/documents.ts';
import { upperSecondaryGraduated, preparingForUpperSecondary } from '../testing/upper-secondary.ts';
import { listDifferences, readDocument, writeDocument } from './read-write.ts';

test.each([['basic education', graduated], ['a pupil', pupil], ['pre-primary', prePrimary], ['upper secondary', upperSecondaryGraduated], ['preparing for it', preparingForUpperSecondary]])('%s is read and written back without loss', (_, right) => {
  const document = documentOf(right());
  expect(listDifferences(document, writeDocument(readDocument(document)))).toEqual([]);
});

test('a record speaks of study rights, periods and attainments', () => {
  const { learner, studyRights } = readDocument(documentOf(graduated()));
  expect(learner).toEqual({ oid: LEARNER });
  expect(studyRights).toMatchObject([
    {
      kind: { value: 'perusopetus' },
      states: [{ from: '2017-08-10', state: { value: 'lasna' } }, { from: '2026-05-30', state: { value: 'valmistunut' } }],
      attainments: [{ homeroom: '8B' }, { homeroom: '9B' }, { confirmation: { on: '2026-05-30' } }],
    },
  ]);
  expect(studyRights[0]?.attainments[2]?.parts?.[1]).toMatchObject({ content: { code: { value: 'MA' }, extent: { value: 4 }, isCompulsory: true }, assessments: [{ mark: { value: '8' } }] });
});

test('what the record has no name for is kept where it was', () => {
  const right = { ...pupil(), lisätiedot: { koulukoti: [{ alku: '2026-08-10' }], vuosiluokkiinSitoutumatonOpetus: true } };
  const { studyRights } = readDocument(documentOf(right));
  expect(studyRights[0]?.extras).toEqual({ isOutsideGrades: true, rest: { koulukoti: [{ alku: '2026-08-10' }] } });
});

test.each<[string, Json]>([
  ['a code without a value', { tyyppi: { koodistoUri: 'opiskeluoikeudentyyppi' } }],
  ['a list that is none', { suoritukset: { arviointi: 'hyvä' } }],
  ['states beside something unknown', { tila: { opiskeluoikeusjaksot: [], muuta: 1 } }],
  ['numbers where texts belong', { oid: 1, suoritukset: [{ koulutusmoduuli: { tunniste: code('1', 'x'), laajuus: { arvo: 'kaksi' } }, luokka: 7 }] }],
  ['nothing', {}],
  ['null', { lisätiedot: null, suoritukset: [null] }],
])('%s is kept as it is', (_, right) => {
  const document = { henkilö: {}, opiskeluoikeudet: [right] };
  expect(writeDocument(readDocument(document))).toEqual(document);
});

test('nothing is lost of any JSON', () => {
  const keys = fc.constantFrom('tila', 'suoritukset', 'koulutusmoduuli', 'tunniste', 'koodiarvo', 'arviointi', 'arvosana', 'laajuus', 'arvo', 'lisätiedot', 'maksuttomuus', 'alku', 'rest', 'opiskeluoikeudet', 'henkilö', 'osasuoritukset');
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(keys, tie('value'), { maxKeys: 5, noNullPrototype: true })),
  }));
  fc.assert(
    fc.property(fc.dictionary(keys, value, { maxKeys: 5, noNullPrototype: true }), (document) => {
      expect(writeDocument(readDocument(document))).toEqual(document);
    }),
    { numRuns: 2000, seed: 20261123 },
  );
});

test('differences are listed by place', () => {
  expect(listDifferences({ a: 1, b: [1, 2], c: { d: 1 } }, { c: { d: 2 }, b: [1, 2, 3], a: 1 })).toEqual([
    { path: '/b/2', left: undefined, right: 3 },
    { path: '/c/d', left: 1, right: 2 },
  ]);
  expect(listDifferences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
});

test('what is no object is no document', () => {
  expect(() => readDocument('[]')).toThrow(TypeError);
});
