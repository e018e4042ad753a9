import { expect, test } from 'vitest';
import { describeRules } from '../testing/cases.ts';
import { confirmed, documentOf, graduated, mark, state, subjectSyllabus, TODAY } from '../testing/documents.ts';
import { upperSecondary, subjectStudies } from '../testing/upper-secondary.ts';
import { withChanges } from '../testing/patch.ts';
import { validateDocument } from '../validate.ts';
import * as dates from './dates.ts';

const states = '/tila/opiskeluoikeusjaksot';

test('the confirmation of subject studies is dropped, so it cannot be too late', () => {
  const right = withChanges(subjectStudies(), { '/suoritukset/0/vahvistus': confirmed('2026-06-30') });
  expect(validateDocument(documentOf(right), { today: TODAY })).toEqual([]);
});

describeRules('dates', dates, {
  rightEndsBeforeStart: {
    of: subjectSyllabus,
    with: { [states]: [state('2025-08-07', 'lasna'), state('2025-08-06', 'valmistunut')] },
    fine: [{ [states]: [state('2025-08-07', 'lasna'), state('2027-05-30', 'valmistunut')] }],
  },
  expectedEndBeforeStart: { of: upperSecondary, with: { '/arvioituPäättymispäivä': '2024-08-07' }, fine: [{ '/arvioituPäättymispäivä': '2024-08-08' }] },
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
    of: upperSecondary,
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
