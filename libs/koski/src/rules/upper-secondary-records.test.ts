import type { JsonObject } from '../json.ts';
import { describeRules } from '../testing/cases.ts';
import { code, extent } from '../testing/documents.ts';
import { localUpperSecondarySubject, preparingForUpperSecondary, upperSecondary, upperSecondary2015, upperSecondaryGraduated, upperSecondarySubject, module, subject2015Syllabus, subjectStudies } from '../testing/upper-secondary.ts';
import * as structure from './upper-secondary-records.ts';

const record = '/suoritukset/0';
const parts = `${record}/osasuoritukset`;
const physics = `${parts}/2`;
const wide = `${physics}/osasuoritukset/1/koulutusmoduuli/laajuus/arvo`;
const open = { '/tila/opiskeluoikeusjaksot/1': null };
const recordOf = (right: JsonObject): JsonObject => (right['suoritukset'] as readonly JsonObject[])[0]!;
const adults = { [`${record}/oppimäärä/koodiarvo`]: 'aikuistenops', [`${record}/koulutusmoduuli/perusteenDiaarinumero`]: 'OPH-2267-2019' };
const motherTongue = {
  [`${record}/omanÄidinkielenOpinnot`]: {
    arvosana: code('8', 'arviointiasteikkoyleissivistava'),
    kieli: code('SO', 'kielivalikoima'),
    laajuus: extent(2, '2'),
    osasuoritukset: [{ koulutusmoduuli: { tunniste: code('OÄI1', 'moduulikoodistolops2021'), laajuus: extent(2, '2') }, arviointi: [{ arvosana: code('8', 'arviointiasteikkoyleissivistava'), päivä: '2025-10-02' }], tyyppi: code('lukionvaltakunnallinenmoduuli', 'suorituksentyyppi') }],
  },
};

describeRules('the upper secondary syllabus', structure, {
  incompatibleRecords: { of: upperSecondary, with: { '/suoritukset/-': recordOf(subjectStudies()) }, also: [{ of: subjectStudies, with: { '/suoritukset/-': recordOf(subjectStudies()) } }] },
  wrongCurriculum: {
    of: upperSecondary,
    with: { [`${record}/koulutusmoduuli/perusteenDiaarinumero`]: 'OPH-2267-2019' },
    fine: [adults],
    also: [{ of: upperSecondary, with: { [`${record}/oppimäärä/koodiarvo`]: 'aikuistenops' } }],
  },
  tooFewCredits: {
    of: upperSecondaryGraduated,
    with: { [wide]: 40 },
    fine: [
      { [wide]: 40, ...motherTongue },
      { [wide]: 40, [`${physics}/suoritettuErityisenäTutkintona`]: true, [`${physics}/koulutusmoduuli/laajuus`]: extent(90, '2') },
      { [wide]: 40, ...adults },
      { [wide]: 40, '/oppilaitos/oid': '1.2.246.562.10.73692574509' },
      { [wide]: 40, [`${record}/vahvistus`]: null, ...open },
    ],
    also: [
      { of: upperSecondaryGraduated, with: { [`${physics}/osasuoritukset/2/koulutusmoduuli/pakollinen`]: true } },
      { of: upperSecondary, with: { [wide]: 40, '/oppimääräSuoritettu': true } },
      { of: upperSecondaryGraduated, with: { ...adults, [wide]: 1, [`${physics}/osasuoritukset/2/koulutusmoduuli/laajuus/arvo`]: 20 } },
      { of: subjectStudies, with: { '/oppimääräSuoritettu': true } },
    ],
  },
  subjectStudiesWithoutMark: { of: subjectStudies, with: { [`${parts}/0/arviointi`]: null }, fine: [{ [`${parts}/0/arviointi`]: null, ...open }] },
  deprecatedCompletion: { of: subjectStudies, with: { [`${record}/lukionOppimääräSuoritettu`]: true } },
  religionAndEthicsInSyllabus: {
    of: upperSecondary,
    with: { [`${parts}/-`]: upperSecondarySubject('ET', '8', [module('ET1', '8')]) },
    also: [{ of: upperSecondary2015, with: { [`${parts}/-`]: { koulutusmoduuli: { tunniste: code('ET', 'koskioppiaineetyleissivistava'), pakollinen: true }, arviointi: [{ arvosana: code('8', 'arviointiasteikkoyleissivistava') }], tyyppi: code('lukionoppiaine', 'suorituksentyyppi') }, [`${parts}/0/koulutusmoduuli`]: { tunniste: code('KT', 'koskioppiaineetyleissivistava'), pakollinen: true } } }],
  },
  sameUpperSecondarySubjectTwice: {
    of: upperSecondary,
    with: { [`${parts}/-`]: upperSecondarySubject('MA', '8', [module('MAB2', '8')], { oppimäärä: code('MAB', 'oppiainematematiikka') }) },
    fine: [{ [`${parts}/-`]: upperSecondarySubject('A', '8', [module('VKA1', '8')], { kieli: code('ES', 'kielivalikoima') }) }],
    also: [{ of: upperSecondary, with: { [`${parts}/-`]: upperSecondarySubject('A', '8', [module('ENA2', '8')], { kieli: code('EN', 'kielivalikoima') }) } }],
  },
  youthSpecialExamination: { of: upperSecondary, with: { [`${record}/suoritettuErityisenäTutkintona`]: true } },
  specialExaminationWithoutExtent: {
    of: upperSecondary,
    with: { [`${physics}/suoritettuErityisenäTutkintona`]: true },
    fine: [{ [`${physics}/suoritettuErityisenäTutkintona`]: true, [`${physics}/koulutusmoduuli/laajuus`]: extent(142, '2') }],
  },
  specialExaminationNarrowerThanModules: {
    of: upperSecondary,
    with: { [`${physics}/suoritettuErityisenäTutkintona`]: true, [`${physics}/koulutusmoduuli/laajuus`]: extent(141, '2') },
    fine: [{ [`${physics}/suoritettuErityisenäTutkintona`]: true, [`${physics}/koulutusmoduuli/laajuus`]: extent(150, '2') }],
  },
  tooFewCoursesYouth: { of: upperSecondary2015, with: { [`${parts}/0/osasuoritukset/0/koulutusmoduuli/laajuus/arvo`]: 74 }, fine: [{ [`${parts}/0/osasuoritukset/0/koulutusmoduuli/laajuus/arvo`]: 75 }] },
  tooFewCoursesAdults: {
    of: upperSecondary2015,
    with: { [`${record}/oppimäärä/koodiarvo`]: 'aikuistenops', [`${parts}/0/osasuoritukset/0/koulutusmoduuli/laajuus/arvo`]: 43 },
    fine: [{ [`${record}/oppimäärä/koodiarvo`]: 'aikuistenops', [`${parts}/0/osasuoritukset/0/koulutusmoduuli/laajuus/arvo`]: 44 }],
  },
  completedWithoutConfirmedSubject: {
    of: subject2015Syllabus,
    with: { '/oppimääräSuoritettu': true, [`${record}/vahvistus`]: null, ...open },
    fine: [{ '/oppimääräSuoritettu': true }],
  },
  preparatoryUpperSecondaryUnit: {
    of: preparingForUpperSecondary,
    with: { [`${record}/koulutusmoduuli/laajuus`]: extent(25, '4') },
    fine: [{ [`${record}/koulutusmoduuli/laajuus`]: extent(25, '4'), [`${record}/koulutusmoduuli/perusteenDiaarinumero`]: '56/011/2015' }],
  },
  retiredSpecialTask: {
    of: upperSecondary,
    with: { '/lisätiedot': { erityisenKoulutustehtävänJaksot: [{ alku: '2024-08-08', tehtävä: code('taide', 'erityinenkoulutustehtava') }] } },
    fine: [{ '/lisätiedot': { erityisenKoulutustehtävänJaksot: [{ alku: '2024-08-08', tehtävä: code('104', 'erityinenkoulutustehtava') }] } }],
  },
  localSubjectWithNationalCode: { of: upperSecondary, with: { [`${parts}/-`]: localUpperSecondarySubject('PS', 'S', []) }, fine: [{ [`${parts}/-`]: localUpperSecondarySubject('PSY', 'S', []) }] },
});
