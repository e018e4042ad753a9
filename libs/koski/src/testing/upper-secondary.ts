import type { Json, JsonObject } from '../json.ts';
import { code, confirmed, extent, kind, mark, SCHOOL, state } from './documents.ts';

export const module = (value: string, grade: string, credits = 2, about: JsonObject = {}): JsonObject => ({
  koulutusmoduuli: { tunniste: code(value, 'moduulikoodistolops2021'), laajuus: extent(credits, '2'), pakollinen: true, ...about },
  arviointi: [mark(grade, '2025-10-02')],
  tyyppi: kind('lukionvaltakunnallinenmoduuli'),
});

export const course = (value: string, grade: string, credits = 2): JsonObject => ({
  koulutusmoduuli: { tunniste: { koodiarvo: value, nimi: { fi: 'Tähtitiede' } }, laajuus: extent(credits, '2'), kuvaus: { fi: 'Tähtitieteen perusteet' }, pakollinen: false },
  arviointi: [mark(grade, '2025-12-04')],
  tyyppi: kind('lukionpaikallinenopintojakso'),
});

export const upperSecondarySubject = (value: string, grade: string, parts: readonly Json[], about: JsonObject = {}): JsonObject => ({
  koulutusmoduuli: { tunniste: code(value, 'koskioppiaineetyleissivistava'), pakollinen: true, ...about },
  suoritettuErityisenäTutkintona: false,
  arviointi: [mark(grade)],
  osasuoritukset: parts,
  tyyppi: kind('lukionoppiaine'),
});

export const localUpperSecondarySubject = (value: string, grade: string, parts: readonly Json[]): JsonObject =>
  upperSecondarySubject(value, grade, parts, { tunniste: { koodiarvo: value, nimi: { fi: 'Tähtitiede' } }, kuvaus: { fi: 'Tähtitiede' }, pakollinen: false });

/** MS other studies, LD diplomas, TO thematic studies. */
const group = (value: string, parts: readonly Json[]): JsonObject => ({
  koulutusmoduuli: { tunniste: code(value, 'lukionmuutopinnot') },
  osasuoritukset: parts,
  tyyppi: kind('lukionmuuopinto'),
});

const rightOf = (states: readonly Json[], records: readonly Json[]): JsonObject => ({
  oppilaitos: { oid: SCHOOL },
  tyyppi: code('lukiokoulutus', 'opiskeluoikeudentyyppi'),
  tila: { opiskeluoikeusjaksot: states },
  suoritukset: records,
});

const OPEN = [state('2024-08-08', 'lasna', '1')];
const GRADUATED = [...OPEN, state('2026-05-30', 'valmistunut', '1')];
const inFinnish = { toimipiste: { oid: SCHOOL }, suorituskieli: code('FI', 'kieli') };
const oralTest = (language: string): JsonObject => ({
  kieli: code(language, 'kielivalikoima'),
  arvosana: code('8', 'arviointiasteikkoyleissivistava'),
  taitotaso: code('B2.1', 'arviointiasteikkokehittyvankielitaidontasot'),
  päivä: '2026-02-03',
});

/**
 * Parts of the record: 0 AI, 1 MA (MAA), 2 FY with a wide local course, 3 A English with an oral module, 4 KT, 5 OP, 6 LI, 7 a local subject,
 * 8 diplomas, 9 other studies, 10 thematic studies.
 */
const subjects = (): JsonObject[] => [
  upperSecondarySubject('AI', '9', [module('ÄI1', '8'), module('ÄI2', '9')], { kieli: code('AI1', 'oppiaineaidinkielijakirjallisuus') }),
  upperSecondarySubject('MA', '9', [module('MAY1', '8'), module('MAA2', '9', 3)], { oppimäärä: code('MAA', 'oppiainematematiikka') }),
  upperSecondarySubject('FY', '9', [module('FY1', '9', 2), module('FY2', '8', 100), course('FYX1', 'S', 40)]),
  upperSecondarySubject('A', '8', [module('ENA1', '8'), module('ENA8', '9')], { kieli: code('EN', 'kielivalikoima') }),
  upperSecondarySubject('KT', '8', [module('UE1', '8')]),
  upperSecondarySubject('OP', 'S', [module('OP1', 'S')]),
  upperSecondarySubject('LI', 'S', [module('LI1', '9'), module('LI2', '8')]),
  localUpperSecondarySubject('TÄH', 'S', [course('TÄH1', 'S', 4)]),
  group('LD', [module('MELD5', '9')]),
  group('MS', [module('VKA1', '8', 2, { kieli: code('ES', 'kielivalikoima') }), course('HAI1', 'S')]),
  group('TO', [course('TEEMA', 'S')]),
];

const record = (more: JsonObject): JsonObject => ({
  koulutusmoduuli: { tunniste: code('309902', 'koulutus'), perusteenDiaarinumero: 'OPH-2263-2019' },
  oppimäärä: code('nuortenops', 'lukionoppimaara'),
  ...inFinnish,
  suoritettuErityisenäTutkintona: false,
  suullisenKielitaidonKokeet: [oralTest('EN')],
  osasuoritukset: subjects(),
  tyyppi: kind('lukionoppimaara'),
  ...more,
});

export const upperSecondary = (): JsonObject => rightOf(OPEN, [record({})]);
export const upperSecondaryGraduated = (): JsonObject => rightOf(GRADUATED, [record({ vahvistus: confirmed('2026-05-30') })]);

const studies = { koulutusmoduuli: { tunniste: { koodiarvo: 'lukionaineopinnot' }, perusteenDiaarinumero: 'OPH-2263-2019' }, oppimäärä: code('nuortenops', 'lukionoppimaara') };

/** One record of subject studies, graduated. */
export const subjectStudies = (): JsonObject =>
  rightOf(GRADUATED, [{ ...studies, ...inFinnish, osasuoritukset: [upperSecondarySubject('FY', '9', [module('FY1', '9')])], tyyppi: kind('lukionaineopinnot') }]);

const course2015 = (value: string, courses: number): JsonObject => ({
  koulutusmoduuli: { tunniste: code(value, 'lukionkurssit'), laajuus: extent(courses, '4'), kurssinTyyppi: code('pakollinen', 'lukionkurssintyyppi') },
  arviointi: [mark('9', '2019-05-02')],
  tyyppi: kind('lukionkurssi'),
});

const subject2015 = (more: JsonObject): JsonObject => ({
  koulutusmoduuli: { tunniste: code('HI', 'koskioppiaineetyleissivistava'), pakollinen: true, ...more },
  arviointi: [mark('9')],
  osasuoritukset: [course2015('HI1', 80)],
  tyyppi: kind('lukionoppiaine'),
});

const LONG_AGO = [state('2016-08-08', 'lasna', '1'), state('2019-06-01', 'valmistunut', '1')];

/** The curriculum of 2015: one record with 80 courses. */
export const upperSecondary2015 = (): JsonObject =>
  rightOf(LONG_AGO, [
    {
      koulutusmoduuli: { tunniste: code('309902', 'koulutus'), perusteenDiaarinumero: '60/011/2015' },
      oppimäärä: code('nuortenops', 'lukionoppimaara'),
      ...inFinnish,
      osasuoritukset: [subject2015({})],
      vahvistus: confirmed('2019-06-01'),
      tyyppi: kind('lukionoppimaara'),
    },
  ]);

/** The curriculum of 2015: one record, the syllabus of a subject. */
export const subject2015Syllabus = (): JsonObject =>
  rightOf(LONG_AGO, [
    { ...subject2015({ perusteenDiaarinumero: '60/011/2015' }), ...inFinnish, vahvistus: confirmed('2019-06-01'), tyyppi: kind('lukionoppiaineenoppimaara') },
  ]);

/** Education preparing for upper secondary. */
export const preparingForUpperSecondary = (): JsonObject => ({
  ...rightOf([state('2025-08-07', 'lasna', '1')], [
    {
      koulutusmoduuli: { tunniste: code('999906', 'koulutus'), perusteenDiaarinumero: 'OPH-4958-2020', laajuus: extent(50, '2') },
      oppimäärä: code('nuortenops', 'lukionoppimaara'),
      ...inFinnish,
      osasuoritukset: [],
      tyyppi: kind('luva'),
    },
  ]),
  tyyppi: code('luva', 'opiskeluoikeudentyyppi'),
});
