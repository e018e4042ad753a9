import { describeRules } from '../testing/cases.ts';
import { confirmed, prePrimary, pupil, state } from '../testing/documents.ts';
import { upperSecondary } from '../testing/upper-secondary.ts';
import * as curriculum from './curriculum.ts';

const number = '/suoritukset/0/koulutusmoduuli/perusteenDiaarinumero';

describeRules('the national core curriculum', curriculum, {
  unknownCurriculum: { of: prePrimary, with: { [number]: '39/xxx/2014' }, fine: [{ [number]: '1/011/2004' }] },
  curriculumNotInForce: {
    of: prePrimary,
    with: { '/tila/opiskeluoikeusjaksot': [state('2014-08-07', 'lasna'), state('2015-07-31', 'valmistunut')], '/suoritukset/0/vahvistus': confirmed('2015-05-30') },
    fine: [
      { '/tila/opiskeluoikeusjaksot': [state('2014-08-07', 'lasna'), state('2015-08-01', 'valmistunut')], '/suoritukset/0/vahvistus': confirmed('2015-05-30') },
      { '/tila/opiskeluoikeusjaksot': [state('2014-08-07', 'lasna')], '/suoritukset/0/vahvistus': null },
    ],
  },
  curriculumOfOtherEducation: { of: pupil, with: { [number]: 'OPH-1280-2017' }, also: [{ of: upperSecondary, isBeyondStructure: true, with: { [number]: '104/011/2014' } }] },
});
