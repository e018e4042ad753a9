import type { JsonObject } from '../json.ts';
import { describeRules, type Case, type Changes } from '../testing/cases.ts';
import { additional, code, extent, mark, preparatory, pupil, state } from '../testing/documents.ts';
import * as rules from './preparatory.ts';

const told = (...periods: readonly JsonObject[]): Changes => ({ '/lisätiedot': { valmistavanLisäopetus: periods } });
const caseOf = (broken: Changes, ...fine: readonly Changes[]): Case => ({ of: pupil, with: broken, fine });
const part = '/suoritukset/0/osasuoritukset/0';

describeRules('preparatory and additional education', rules, {
  extensionBeforeLaw: caseOf(told({ alku: '2026-07-31', loppu: '2026-10-01' }), told({ alku: '2026-08-01', loppu: '2026-10-01' })),
  extensionTooLong: caseOf(told({ alku: '2026-08-01', loppu: '2027-07-31' }, { alku: '2027-08-10' }), told({ alku: '2026-08-01', loppu: '2027-07-31' })),
  extensionsOverlap: caseOf(told({ alku: '2026-08-01', loppu: '2026-10-01' }, { alku: '2026-10-01', loppu: '2026-11-01' }), told({ alku: '2026-08-01', loppu: '2026-10-01' }, { alku: '2026-10-02', loppu: '2026-11-01' })),
  openExtensionTooOld: { of: pupil, with: told({ alku: '2026-08-01' }), setting: { today: '2027-08-02' } },
  preparatoryLanguage: { of: preparatory, with: { '/suoritukset/0/suorituskieli': code('EN', 'kieli') }, fine: [{ '/suoritukset/0/suorituskieli': code('SV', 'kieli') }] },
  preparatorySubjectWithoutExtent: {
    of: preparatory,
    with: { [`${part}/koulutusmoduuli/laajuus`]: null },
    fine: [{ [`${part}/koulutusmoduuli/laajuus`]: null, [`${part}/suoritustapa`]: code('erityinentutkinto', 'perusopetuksensuoritustapa') }],
  },
  preparatorySubjectWithoutGradeLevel: { of: preparatory, with: { [`${part}/luokkaAste`]: null }, fine: [{ [`${part}/luokkaAste`]: null, [`${part}/arviointi`]: [mark('O')] }] },
  preparatoryExtentNotInHours: { of: preparatory, with: { '/suoritukset/0/kokonaislaajuus': extent(20, '3') }, fine: [{ '/suoritukset/0/kokonaislaajuus': null }] },
  additionalEducationTooLate: {
    of: additional,
    with: { '/tila/opiskeluoikeusjaksot/1': state('2023-06-01', 'valmistunut') },
    fine: [{ '/tila/opiskeluoikeusjaksot/1': state('2023-05-31', 'valmistunut') }],
  },
});
