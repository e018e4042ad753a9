import { expect, test } from 'vitest';
import { describeRules } from '../testing/cases.ts';
import { code, documentOf, state, TODAY } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import { course, upperSecondary, upperSecondaryGraduated, upperSecondarySubject, module, subjectStudies } from '../testing/upper-secondary.ts';
import { validateDocument } from '../validate.ts';
import * as modules from './upper-secondary-modules.ts';

const record = '/suoritukset/0';
const parts = `${record}/osasuoritukset`;
const swedish = code('SV', 'kieli');
const english = { kieli: code('EN', 'kielivalikoima') };
const optional = { pakollinen: false };

describeRules('modules and courses of upper secondary', modules, {
  moduleAmongThematicStudies: {
    of: upperSecondary,
    with: { [`${parts}/10/osasuoritukset/-`]: module('HI1', '8') },
    fine: [{ [`${parts}/10/osasuoritukset/-`]: course('TEEMA2', 'S') }],
    also: [{ of: upperSecondary, with: { [`${parts}/7/osasuoritukset/-`]: module('FY3', '8') } }],
  },
  subjectInLanguageOfRecord: { of: upperSecondary, with: { [`${parts}/2/suorituskieli`]: code('FI', 'kieli') }, fine: [{ [`${parts}/2/suorituskieli`]: swedish }] },
  moduleInLanguageOfSubject: {
    of: upperSecondary,
    with: { [`${parts}/2/osasuoritukset/0/suorituskieli`]: code('FI', 'kieli') },
    fine: [{ [`${parts}/2/osasuoritukset/0/suorituskieli`]: swedish }, { [`${parts}/2/suorituskieli`]: swedish, [`${parts}/2/osasuoritukset/0/suorituskieli`]: code('FI', 'kieli') }],
    also: [{ of: upperSecondary, with: { [`${parts}/2/suorituskieli`]: swedish, [`${parts}/2/osasuoritukset/2/suorituskieli`]: swedish } }],
  },
  foreignModuleInMotherTongue: { of: upperSecondary, with: { [`${parts}/0/osasuoritukset/-`]: module('FY3', '8') }, fine: [{ [`${parts}/0/osasuoritukset/-`]: module('MO1', '8') }] },
  ownMotherTongueAsModule: { of: upperSecondary, with: { [`${parts}/9/osasuoritukset/-`]: module('OÄI1', '8') } },
  languageModuleWithoutLanguage: { of: upperSecondary, with: { [`${parts}/9/osasuoritukset/0/koulutusmoduuli/kieli`]: null } },
  otherModuleWithLanguage: {
    of: upperSecondary,
    with: { [`${parts}/9/osasuoritukset/-`]: module('KE1', '8', 2, english) },
    fine: [{ [`${parts}/9/osasuoritukset/-`]: module('ENA2', '8', 2, english) }, { [`${parts}/9/osasuoritukset/-`]: module('KE1', '8') }],
  },
  unnamedLanguage: {
    of: upperSecondary,
    with: { [`${parts}/9/osasuoritukset/0/koulutusmoduuli/kieli`]: code('97', 'kielivalikoima') },
    also: [{ of: upperSecondary, with: { [`${parts}/-`]: upperSecondarySubject('B3', '8', [], { kieli: code('97', 'kielivalikoima') }) } }],
  },
  deprecatedMotherTongue: { of: upperSecondary, with: { [`${parts}/0/koulutusmoduuli/kieli`]: code('AIAI', 'oppiaineaidinkielijakirjallisuus') } },
  oralTestMissing: {
    of: upperSecondaryGraduated,
    with: { [`${record}/suullisenKielitaidonKokeet/0/kieli`]: code('ES', 'kielivalikoima') },
    fine: [{ [`${record}/suullisenKielitaidonKokeet`]: null, [`${record}/vahvistus`]: null, '/tila/opiskeluoikeusjaksot/1': null }],
    also: [
      { of: subjectStudies, with: { [`${parts}/-`]: upperSecondarySubject('A', '8', [module('ENA8', '8')], english) } },
      { of: upperSecondaryGraduated, with: { [`${parts}/9/osasuoritukset/-`]: module('RUB16', '8') } },
    ],
  },
  moduleOfAnotherSubject: {
    of: upperSecondary,
    with: { [`${parts}/4/osasuoritukset/-`]: module('BI1', '8') },
    fine: [
      { [`${parts}/4/osasuoritukset/-`]: module('UO1', '8') },
      { [`${parts}/4/osasuoritukset/-`]: module('ET1', '8', 2, optional) },
      { [`${parts}/1/osasuoritukset/-`]: module('MAB2', '8', 2, optional) },
      { [`${parts}/6/osasuoritukset/-`]: module('LILD4', '8') },
    ],
    also: [
      { of: upperSecondary, with: { [`${parts}/4/osasuoritukset/-`]: module('BI1', '8', 2, optional) } },
      { of: upperSecondary, with: { [`${parts}/4/osasuoritukset/-`]: module('ET1', '8') } },
      { of: upperSecondary, with: { [`${parts}/1/osasuoritukset/-`]: module('MAB2', '8') } },
    ],
  },
});

test('modules are compared with their subject from the day of that rule on', () => {
  const right = withChanges(upperSecondary(), { '/tila/opiskeluoikeusjaksot': [state('2021-08-11', 'lasna', '1')], [`${parts}/4/osasuoritukset/-`]: module('BI1', '8') });
  const keys = (today: string): readonly string[] => validateDocument(documentOf(right), { today }).map(({ key }) => key);
  expect(keys('2023-11-01')).toEqual([]);
  expect(keys('2023-11-02')).toEqual(['badRequest.validation.rakenne']);
});

test('an unknown module is nobody’s', () => {
  const right = withChanges(upperSecondary(), { [`${parts}/4/osasuoritukset/-`]: module('HI3(aikuiset)', '8') });
  expect(validateDocument(documentOf(right), { today: TODAY })).toEqual([]);
});
