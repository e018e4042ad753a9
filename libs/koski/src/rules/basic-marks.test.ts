import { describeRules } from '../testing/cases.ts';
import { byActivityAreas, code, extent, graduated, localSubject, mark, pupil, state, subject } from '../testing/documents.ts';
import * as marks from './basic-marks.ts';

const list = '/suoritukset/2/osasuoritukset';
const optional = (weekly: number): { pakollinen: boolean; laajuus: ReturnType<typeof extent> } => ({ pakollinen: false, laajuus: extent(weekly, '3') });
const confirmedOn = (day: string): Record<string, string> => ({
  '/suoritukset/0/vahvistus/päivä': '2020-05-30',
  '/suoritukset/0/alkamispäivä': '2018-08-09',
  '/suoritukset/1/vahvistus/päivä': '2020-05-30',
  '/suoritukset/1/alkamispäivä': '2019-08-08',
  '/suoritukset/2/vahvistus/päivä': day,
  '/tila/opiskeluoikeusjaksot/1/alku': day,
});
const noExtent = { [`${list}/1/koulutusmoduuli/laajuus`]: null };

describeRules('marks and extents of basic education', marks, {
  wordsForSubjectWithNumber: {
    of: graduated,
    with: { [`${list}/1/arviointi`]: [mark('S')] },
    fine: [
      { [`${list}/1/arviointi`]: [mark('S', '2026-01-10'), mark('8', '2026-05-20')] },
      { [`${list}/1/arviointi`]: [mark('S')], [`${list}/1/yksilöllistettyOppimäärä`]: true },
      { [`${list}/5/arviointi`]: [mark('S')] },
      { [`${list}/-`]: localSubject('KOODI', 'S', 3) },
      { [`${list}/1/arviointi`]: [mark('S')], '/suoritukset/2/vahvistus': null, '/tila/opiskeluoikeusjaksot/1': null },
    ],
    also: [
      { of: graduated, with: { [`${list}/5/arviointi`]: [mark('O')] } },
      { of: graduated, with: { [`${list}/-`]: localSubject('KOODI', 'O', 2) } },
    ],
  },
  numberForNarrowOptional: {
    of: graduated,
    with: { [`${list}/-`]: subject('LI', '9', optional(1)) },
    fine: [{ [`${list}/-`]: subject('LI', 'S', optional(1)) }, { [`${list}/-`]: subject('LI', '9', optional(2)) }, { [`${list}/-`]: localSubject('KOODI', '9', 1) }],
  },
  subjectWithoutExtent: {
    of: graduated,
    with: noExtent,
    fine: [
      { ...noExtent, '/lisätiedot': { kotiopetusjaksot: [{ alku: '2026-01-07' }] } },
      { ...noExtent, [`${list}/1/suoritustapa`]: code('erityinentutkinto', 'perusopetuksensuoritustapa') },
      { ...noExtent, '/suoritukset/2/suoritustapa': code('erityinentutkinto', 'perusopetuksensuoritustapa') },
      { ...noExtent, ...confirmedOn('2020-07-31') },
    ],
    also: [
      { of: graduated, with: { ...noExtent, ...confirmedOn('2020-08-01') } },
      { of: pupil, with: { '/suoritukset/0/osasuoritukset/1/koulutusmoduuli/laajuus': null } },
    ],
  },
  activityAreaWithoutExtent: {
    of: byActivityAreas,
    with: { '/suoritukset/1/osasuoritukset/2/koulutusmoduuli/laajuus': null },
    fine: [
      {
        '/suoritukset/1/osasuoritukset/2/koulutusmoduuli/laajuus': null,
        '/suoritukset/0/vahvistus/päivä': '2024-05-31',
        '/suoritukset/0/alkamispäivä': '2023-08-10',
        '/suoritukset/1/vahvistus/päivä': '2024-07-31',
        '/tila/opiskeluoikeusjaksot': [state('2017-08-10', 'lasna'), state('2024-07-31', 'valmistunut')],
      },
    ],
  },
});
