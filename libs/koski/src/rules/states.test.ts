import { describeRules } from '../testing/cases.ts';
import { adult, additional, graduated, kind, prePrimary, preparatory, pupil, state, subjectSyllabus } from '../testing/documents.ts';
import { upperSecondary, upperSecondaryGraduated, subjectStudies } from '../testing/upper-secondary.ts';
import * as states from './states.ts';

const list = '/tila/opiskeluoikeusjaksot';
const present = state('2020-08-10', 'lasna');

describeRules('states of the study right', states, {
  statesNotInOrder: {
    of: pupil,
    with: { [list]: [present, state('2020-08-10', 'valiaikaisestikeskeytynyt')] },
    fine: [{ [list]: [present, state('2021-01-04', 'valiaikaisestikeskeytynyt'), state('2021-02-04', 'lasna')] }],
  },
  stateAfterFinal: {
    of: graduated,
    with: { [`${list}/-`]: state('2026-08-01', 'lasna') },
  },
  severalFinalStates: { of: graduated, with: { [`${list}/-`]: state('2026-08-01', 'eronnut') } },
  cancelledInFuture: {
    of: pupil,
    with: { '/oid': '1.2.246.562.15.00000000011', [`${list}/-`]: state('2026-11-24', 'mitatoity') },
    fine: [{ '/oid': '1.2.246.562.15.00000000011', [`${list}/-`]: state('2026-11-23', 'mitatoity') }],
  },
  fundingMissing: {
    of: upperSecondary,
    with: { [`${list}/0/opintojenRahoitus`]: null },
    fine: [{ [`${list}/-`]: state('2025-08-08', 'valiaikaisestikeskeytynyt') }],
    also: [
      { of: subjectStudies, with: { [`${list}/1/opintojenRahoitus`]: null } },
      { of: adult, with: { [`${list}/1/opintojenRahoitus`]: null } },
    ],
  },
  tuitionFeeTooEarly: {
    of: upperSecondary,
    with: { [list]: [state('2026-07-31', 'lasna', '16')] },
    fine: [{ [list]: [state('2026-08-01', 'lasna', '16')] }],
  },
  graduatedUnconfirmed: {
    of: prePrimary,
    with: { '/suoritukset/0/vahvistus': null },
    fine: [{ '/suoritukset/0/vahvistus': null, [`${list}/1`]: null }],
    also: [
      { of: preparatory, with: { '/suoritukset/0/vahvistus': null } },
      { of: subjectSyllabus, with: { '/suoritukset/0/arviointi': null } },
    ],
  },
  graduatedFromInitialPhaseOnly: {
    of: adult,
    with: {
      '/suoritukset/0': {
        koulutusmoduuli: { tunniste: kind('aikuistenperusopetuksenoppimaaranalkuvaihe'), perusteenDiaarinumero: 'OPH-1280-2017' },
        toimipiste: { oid: '1.2.246.562.10.14613773812' },
        suorituskieli: { koodiarvo: 'FI', koodistoUri: 'kieli' },
        suoritustapa: { koodiarvo: 'koulutus', koodistoUri: 'perusopetuksensuoritustapa' },
        tyyppi: kind('aikuistenperusopetuksenoppimaaranalkuvaihe'),
      },
    },
  },
  confirmedWithoutAssessment: { of: subjectSyllabus, with: { '/suoritukset/0/arviointi': null } },
  confirmedWithUnassessedPart: {
    of: upperSecondaryGraduated,
    with: { '/suoritukset/0/osasuoritukset/2/osasuoritukset/1/arviointi': null },
    fine: [{ [`${list}/1`]: null, '/suoritukset/0/vahvistus': null, '/suoritukset/0/osasuoritukset/2/osasuoritukset/1/arviointi': null }],
    also: [
      {
        of: upperSecondary,
        with: { '/oppimääräSuoritettu': true, '/suoritukset/0/osasuoritukset/2/osasuoritukset/1/arviointi': null },
      },
      {
        of: graduated,
        with: { '/suoritukset/2/osasuoritukset/1/arviointi': null },
      },
    ],
  },
  confirmedWithoutParts: {
    of: preparatory,
    with: { '/suoritukset/0/osasuoritukset': null },
    fine: [{ '/suoritukset/0/osasuoritukset': null, '/oid': '1.2.246.562.15.00000000011' }, { '/suoritukset/0/osasuoritukset': null, '/suoritukset/0/vahvistus': null, [`${list}/1`]: null }],
    also: [{ of: additional, with: { '/suoritukset/0/osasuoritukset': [] } }],
  },
  leftThoughConfirmed: {
    of: graduated,
    with: { [`${list}/1`]: state('2026-05-30', 'eronnut') },
    fine: [{ [`${list}/1`]: state('2026-05-30', 'eronnut'), '/suoritukset/2/vahvistus': null }],
    also: [
      { of: prePrimary, with: { [`${list}/1`]: state('2026-05-30', 'katsotaaneronneeksi') } },
      { of: additional, with: { [`${list}/1`]: state('2022-06-04', 'eronnut') } },
      { of: upperSecondaryGraduated, with: { [`${list}/1`]: state('2026-05-30', 'eronnut', '1') } },
    ],
  },
});


