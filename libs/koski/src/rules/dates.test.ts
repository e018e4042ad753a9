import { describeRules } from '../testing/cases.ts';
import { confirmed, graduated, mark, state, subjectSyllabus } from '../testing/documents.ts';
import { lukio } from '../testing/upper-secondary.ts';
import * as dates from './dates.ts';

const states = '/tila/opiskeluoikeusjaksot';

describeRules('dates', dates, {
  rightEndsBeforeStart: {
    of: subjectSyllabus,
    with: { [states]: [state('2025-08-07', 'lasna'), state('2025-08-06', 'valmistunut')] },
    fine: [{ [states]: [state('2025-08-07', 'lasna'), state('2027-05-30', 'valmistunut')] }],
  },
  expectedEndBeforeStart: { of: lukio, with: { '/arvioituPäättymispäivä': '2024-08-07' }, fine: [{ '/arvioituPäättymispäivä': '2024-08-08' }] },
  recordBeforeRight: {
    of: graduated,
    with: { '/suoritukset/0/alkamispäivä': '2017-08-09' },
    fine: [{ '/suoritukset/0/alkamispäivä': '2017-08-10' }],
  },
  confirmedAfterRightEnded: {
    of: graduated,
    with: { '/suoritukset/2/vahvistus/päivä': '2026-05-31' },
    fine: [{ '/suoritukset/2/vahvistus/päivä': '2026-05-29' }],
  },
  assessedBeforeStart: {
    of: lukio,
    isBeyondStructure: true,
    with: { '/suoritukset/0/osasuoritukset/2/osasuoritukset/0/alkamispäivä': '2025-10-03' },
    fine: [{ '/suoritukset/0/osasuoritukset/2/osasuoritukset/0/alkamispäivä': '2025-10-02' }],
  },
  confirmedBeforeAssessment: {
    of: subjectSyllabus,
    with: { '/suoritukset/0/arviointi': [mark('8', '2026-05-31')] },
    fine: [{ '/suoritukset/0/arviointi': [mark('8', '2026-05-30')] }],
  },
  confirmedBeforeStart: {
    of: graduated,
    with: { '/suoritukset/0/vahvistus/päivä': '2024-08-07' },
    fine: [{ '/suoritukset/0/vahvistus/päivä': '2024-08-08' }],
  },
  partConfirmedAfterWhole: { of: graduated, isBeyondStructure: true, with: { '/suoritukset/2/osasuoritukset/0/vahvistus': confirmed('2026-05-31') } },
});
