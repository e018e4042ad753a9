import type { JsonObject } from '../json.ts';
import { describeRules, type Changes } from '../testing/cases.ts';
import { code, graduated, mark, pupil, subject } from '../testing/documents.ts';
import * as reduced from './reduced-syllabus.ts';

const certificate = '/suoritukset/2/osasuoritukset/1';
const inGrade = '/suoritukset/0/osasuoritukset/1';
const decided: Changes = { '/lisätiedot': { tuenPäätöksenJaksot: [{ alku: '2025-08-01' }] } };
const limited = (at: string, value: string): Changes => ({ [`${at}/rajattuOppimäärä`]: true, [`${at}/arviointi`]: [mark(value)] });
const repeated = (subjectOf: JsonObject): Changes => ({ '/suoritukset/1/jääLuokalle': true, '/suoritukset/1/osasuoritukset': [subjectOf] });
const level = (value: string): Changes => ({ [`${inGrade}/luokkaAste`]: code(value, 'perusopetuksenluokkaaste') });
const combined: Changes = { '/lisätiedot': { yhdysluokka: [{ alku: '2025-08-01' }] } };

describeRules('individualised and limited syllabuses', reduced, {
  individualisedAndLimited: { of: graduated, with: { ...decided, ...limited(certificate, '5'), [`${certificate}/yksilöllistettyOppimäärä`]: true }, fine: [{ ...decided, ...limited(certificate, '5') }] },
  limitedBeforeReform: {
    of: graduated,
    with: { '/suoritukset/0/osasuoritukset/1/rajattuOppimäärä': true },
    fine: [{ ...decided, ...limited(certificate, '5') }],
  },
  limitedWithoutDecision: {
    of: graduated,
    with: limited(certificate, '5'),
    fine: [
      { ...decided, ...limited(certificate, '5') },
      { ...limited(certificate, '5'), '/lisätiedot': { erityisenTuenPäätökset: [{ alku: '2025-08-07', loppu: '2026-05-30', opiskeleeToimintaAlueittain: false }] } },
    ],
    also: [{ of: graduated, with: { ...limited(certificate, '5'), '/lisätiedot': { tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2026-05-29' }] } } }],
  },
  limitedMarkInGrade: { of: pupil, with: { ...decided, ...limited(inGrade, '5') }, fine: [{ ...decided, ...limited(inGrade, 'S') }, { ...decided, ...limited(inGrade, 'H') }] },
  limitedMarkWhenRepeating: {
    of: graduated,
    with: { ...decided, ...repeated(subject('MA', '5', {}, { rajattuOppimäärä: true })) },
    fine: [{ ...decided, ...repeated(subject('MA', 'H', {}, { rajattuOppimäärä: true })) }],
  },
  limitedMarkInCertificate: { of: graduated, with: { ...decided, ...limited(certificate, '6') }, fine: [{ ...decided, ...limited(certificate, '5') }] },
  individualisedTooLate: {
    of: pupil,
    with: { [`${inGrade}/yksilöllistettyOppimäärä`]: true, '/suoritukset/0/vahvistus/päivä': '2026-09-01' },
    fine: [{ [`${inGrade}/yksilöllistettyOppimäärä`]: true, '/suoritukset/0/vahvistus/päivä': '2026-08-31' }],
  },
  gradeLevelWithoutPeriod: {
    of: pupil,
    with: level('5'),
    fine: [
      { ...level('5'), ...combined },
      { ...level('5'), '/lisätiedot': { tuenPäätöksenJaksot: [{ alku: '2025-08-01' }], tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-08-01' }] } },
      { ...level('5'), '/suoritukset/0/vahvistus': null },
      { ...level('5'), '/suoritukset/0/alkamispäivä': '2024-08-08', '/suoritukset/0/vahvistus/päivä': '2025-05-31', '/lisätiedot': { vuosiluokkiinSitoutumatonOpetus: true } },
    ],
    also: [{ of: pupil, with: { ...level('5'), '/lisätiedot': { vuosiluokkiinSitoutumatonOpetus: true } } }],
  },
  gradeLevelOfItsGrade: { of: pupil, with: { ...level('6'), ...combined }, fine: [{ ...level('5'), ...combined }] },
});
