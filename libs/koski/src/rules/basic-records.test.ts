import type { JsonObject } from '../json.ts';
import { readDocument } from '../record/read-write.ts';
import { describeRules } from '../testing/cases.ts';
import { adult, code, confirmed, documentOf, graduated, pupil, SCHOOL, state, subject, subjectSyllabus } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import * as records from './basic-records.ts';

const certificate = '/suoritukset/2';
const subjects = `${certificate}/osasuoritukset`;
const goals = { tuenPäätöksenJaksot: [{ alku: '2025-08-01' }], tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-08-07', loppu: '2026-05-30' }] };
const storedRights = (right: JsonObject, changes: JsonObject = {}): ReturnType<typeof readDocument>['studyRights'] => readDocument(documentOf(withChanges(right, changes))).studyRights;
const examination = (changes: JsonObject): JsonObject => ({ ...(subjectSyllabus()['suoritukset'] as readonly JsonObject[])[0], ...changes });
const OID = { '/oid': '1.2.246.562.15.00000000011' };
const adultSyllabus = {
  koulutusmoduuli: { tunniste: code('201101', 'koulutus'), perusteenDiaarinumero: 'OPH-1280-2017' },
  suoritustapa: code('koulutus', 'perusopetuksensuoritustapa'),
  toimipiste: { oid: SCHOOL },
  suorituskieli: code('FI', 'kieli'),
  tyyppi: code('aikuistenperusopetuksenoppimaara', 'suorituksentyyppi'),
};

describeRules('records of basic education', records, {
  syllabusWithoutSubjects: {
    of: graduated,
    with: { [subjects]: [] },
    fine: [{ [subjects]: [], [`${certificate}/vahvistus`]: null, '/tila/opiskeluoikeusjaksot/1': null }],
    also: [{ of: adult, with: { '/suoritukset/0': { ...adultSyllabus, vahvistus: confirmed('2026-05-30') } } }],
  },
  gradeWithoutSubjects: {
    of: pupil,
    with: { '/suoritukset/0/osasuoritukset': [] },
    fine: [
      { '/suoritukset/0/osasuoritukset': [], '/suoritukset/0/jääLuokalle': true },
      { '/suoritukset/0/osasuoritukset': [], '/lisätiedot': { vuosiluokkiinSitoutumatonOpetus: true } },
      { '/suoritukset/0/osasuoritukset': [], '/lisätiedot': goals },
      { '/suoritukset/0/osasuoritukset': [], '/suoritukset/0/vahvistus': null },
    ],
  },
  gradeNineWithSubjects: {
    of: graduated,
    with: { '/suoritukset/1/osasuoritukset': [subject('MA', '4')] },
    fine: [{ '/suoritukset/1/osasuoritukset': [subject('MA', '4')], '/suoritukset/1/jääLuokalle': true }],
  },
  gradeStartMissing: { of: pupil, with: { '/suoritukset/1/alkamispäivä': null } },
  gradesStartTogether: {
    of: pupil,
    with: { '/suoritukset/1/alkamispäivä': '2025-08-07' },
    also: [
      {
        of: pupil,
        // A grade that KOSKI has and this document leaves out stays in the study right.
        with: { ...OID, '/suoritukset/0': null, '/suoritukset/0/alkamispäivä': '2025-08-07' },
        setting: { stored: storedRights(pupil(), OID) },
      },
    ],
  },
  gradeStartsAfterEnd: { of: graduated, with: { '/suoritukset/1/alkamispäivä': '2026-05-31', '/suoritukset/1/vahvistus': null } },
  severalUnfinishedGrades: {
    of: pupil,
    with: { ...OID, '/suoritukset/0/vahvistus': null },
    fine: [OID],
    setting: { stored: storedRights(pupil(), OID) },
  },
  graduatedWithoutCertificate: { of: graduated, with: { [certificate]: null } },
  graduatedWithoutGradeNine: {
    of: graduated,
    with: { '/suoritukset/1': null },
    fine: [
      { '/suoritukset/1': null, '/lisätiedot': { vuosiluokkiinSitoutumatonOpetus: true } },
      { '/suoritukset/1': null, '/lisätiedot': { kotiopetusjaksot: [{ alku: '2026-01-07' }] } },
      { [`${certificate}/suoritustapa`]: code('erityinentutkinto', 'perusopetuksensuoritustapa'), '/suoritukset/1': null },
    ],
    also: [{ of: graduated, with: { '/suoritukset/1': null, '/lisätiedot': { kotiopetusjaksot: [{ alku: '2026-01-07', loppu: '2026-05-29' }] } } }],
  },
  sameSubjectTwice: {
    of: graduated,
    with: { [`${subjects}/-`]: subject('MA', '9') },
    fine: [
      { [`${subjects}/-`]: subject('MA', '9', {}, { luokkaAste: code('8', 'perusopetuksenluokkaaste') }) },
      { [`${subjects}/-`]: subject('KU', '9', { pakollinen: false, laajuus: { arvo: 2, yksikkö: code('3', 'opintojenlaajuusyksikko') } }) },
      { [`${subjects}/-`]: subject('B1', '9', { kieli: code('FI', 'kielivalikoima') }) },
    ],
  },
  religionAndEthics: { of: graduated, with: { [`${subjects}/-`]: subject('ET', 'S', { pakollinen: false, laajuus: { arvo: 1, yksikkö: code('3', 'opintojenlaajuusyksikko') } }) } },
  nearMotherTongueLanguage: {
    of: graduated,
    with: { [`${subjects}/-`]: subject('AOM', '9', { kieli: code('SE', 'kielivalikoima') }) },
    fine: [{ [`${subjects}/-`]: subject('AOM', '9', { kieli: code('SV', 'kielivalikoima') }) }],
  },
  optionalSubjectSyllabus: { of: subjectSyllabus, with: { '/suoritukset/0/koulutusmoduuli/pakollinen': false } },
  unknownSubjectConfirmed: {
    of: subjectSyllabus,
    with: { '/suoritukset/-': examination({ koulutusmoduuli: { tunniste: code('XX', 'koskioppiaineetyleissivistava') } }) },
  },
  gradeLevelOnSubjectSyllabus: {
    of: subjectSyllabus,
    with: { '/suoritukset/0/suoritustapa/koodiarvo': 'koulutus', '/suoritukset/0/luokkaAste': code('8', 'perusopetuksenluokkaaste') },
    fine: [
      { '/suoritukset/0/luokkaAste': code('8', 'perusopetuksenluokkaaste') },
      {
        '/suoritukset/0/suoritustapa/koodiarvo': 'koulutus',
        '/suoritukset/0/luokkaAste': code('8', 'perusopetuksenluokkaaste'),
        '/tila/opiskeluoikeusjaksot/0': state('2024-08-07', 'lasna'),
        '/lisätiedot': { vuosiluokkiinSitoutumatonOpetus: true },
      },
    ],
  },
  sameGradeLevelTwice: {
    of: subjectSyllabus,
    with: {
      '/suoritukset/0/luokkaAste': code('8', 'perusopetuksenluokkaaste'),
      '/suoritukset/-': examination({ luokkaAste: code('8', 'perusopetuksenluokkaaste') }),
    },
    fine: [
      {
        '/suoritukset/0/luokkaAste': code('8', 'perusopetuksenluokkaaste'),
        '/suoritukset/-': examination({ luokkaAste: code('9', 'perusopetuksenluokkaaste') }),
      },
    ],
  },
  adultOptionalSpecialExamination: { of: adult, with: { '/suoritukset/0/koulutusmoduuli/pakollinen': false } },
  adultLocalSpecialExamination: {
    of: adult,
    with: { '/suoritukset/0/koulutusmoduuli': { tunniste: { koodiarvo: 'ROBO', nimi: { fi: 'Robotiikka' } }, pakollinen: false, kuvaus: { fi: 'Robotiikka' }, perusteenDiaarinumero: 'OPH-1280-2017' } },
  },
});
