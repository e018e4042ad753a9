import { describeRules } from '../testing/cases.ts';
import { code, mark } from '../testing/documents.ts';
import { course, localUpperSecondarySubject, upperSecondary, upperSecondarySubject, module } from '../testing/upper-secondary.ts';
import * as marks from './upper-secondary-marks.ts';

const parts = '/suoritukset/0/osasuoritukset';
const optionalLanguage = (grade: string, credits: number): ReturnType<typeof upperSecondarySubject> => upperSecondarySubject('B3', grade, [module('VKB31', '8', credits)], { kieli: code('ES', 'kielivalikoima'), pakollinen: false });

describeRules('marks of upper secondary', marks, {
  wordsForWideSubject: {
    of: upperSecondary,
    with: { [`${parts}/2/arviointi`]: [mark('S')] },
    fine: [
      { [`${parts}/4/arviointi`]: [mark('S')] },
      { [`${parts}/-`]: optionalLanguage('S', 4) },
      { [`${parts}/-`]: optionalLanguage('H', 4) },
      { [`${parts}/6/arviointi`]: [mark('H')], [`${parts}/6/osasuoritukset/1`]: null },
    ],
    also: [
      { of: upperSecondary, with: { [`${parts}/-`]: optionalLanguage('S', 5) } },
      { of: upperSecondary, with: { [`${parts}/4/arviointi`]: [mark('H')] } },
      { of: upperSecondary, with: { [`${parts}/6/arviointi`]: [mark('H')] } },
      { of: upperSecondary, with: { [`${parts}/-`]: localUpperSecondarySubject('ROBO', 'H', [course('ROBO1', 'H')]) } },
    ],
  },
  numberForGuidance: {
    of: upperSecondary,
    with: { [`${parts}/5/arviointi`]: [mark('8')] },
    fine: [{ [`${parts}/5/arviointi`]: [mark('H')] }],
    also: [{ of: upperSecondary, with: { [`${parts}/5/osasuoritukset/0/arviointi`]: [mark('8', '2025-10-02')] } }],
  },
  wordsForModule: {
    of: upperSecondary,
    with: { [`${parts}/2/osasuoritukset/0/arviointi`]: [mark('S', '2025-10-02')] },
    fine: [{ [`${parts}/2/osasuoritukset/2/arviointi`]: [mark('H', '2025-10-02')] }, { [`${parts}/8/osasuoritukset/0/arviointi`]: [mark('S', '2025-10-02')] }, { [`${parts}/5/osasuoritukset/0/arviointi`]: [mark('H', '2025-10-02')] }],
  },
  noDiplomaAmongDiplomas: { of: upperSecondary, with: { [`${parts}/8/osasuoritukset/-`]: course('TAIDE1', 'S') }, also: [{ of: upperSecondary, with: { [`${parts}/8/osasuoritukset/-`]: module('KU1', '8') } }] },
  diplomaElsewhere: {
    of: upperSecondary,
    with: { [`${parts}/6/osasuoritukset/-`]: module('TELD8', '8') },
    fine: [{ [`${parts}/6/osasuoritukset/-`]: module('LILD4', '8') }],
    also: [{ of: upperSecondary, with: { [`${parts}/9/osasuoritukset/-`]: module('LILD4', '8') } }],
  },
  diplomaExtent: { of: upperSecondary, with: { [`${parts}/8/osasuoritukset/0/koulutusmoduuli/laajuus/arvo`]: 1 } },
});
