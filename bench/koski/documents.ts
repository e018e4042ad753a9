import type { Json } from '@digione/koski';
import { documentOf, grade, graduated, upperSecondaryGraduated, subject, syllabus, withChanges } from '@digione/koski/testing';

const SUBJECTS = ['MA', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO'];
const marks = (mark: string): Json[] => SUBJECTS.map((code) => subject(code, mark));

/** A learner who has gone through nine grades. */
function leaver(index: number): Json {
  const mark = String(6 + (index % 5));
  const grades = Array.from({ length: 8 }, (_, at) => grade(String(at + 1), `${2017 + at}-08-10`, `${2018 + at}-06-01`, marks(mark)));
  const records = [...grades, grade('9', '2025-08-10', '2026-05-30', undefined), syllabus('2026-05-30', marks(mark))];
  return documentOf(withChanges(graduated(), { '/suoritukset': records }));
}

const NO_SUCH_MODULE = 'MAA1';

/** A learner with the upper secondary syllabus, each subject with modules. */
function student(index: number): Json {
  const codes: readonly (readonly [at: number, module: string, count: number])[] = [[0, 'ÄI', 10], [1, 'MAA', 12], [2, 'FY', 8], [3, 'ENA', 8], [4, 'UE', 6], [6, 'LI', 5]];
  const added = codes.flatMap(([at, prefix, count]) => Array.from({ length: count }, (_, number) => ({ at, code: `${prefix}${number + 1}` })));
  const parts = '/suoritukset/0/osasuoritukset';
  const module = (code: string): Json => ({
    koulutusmoduuli: { tunniste: { koodiarvo: code, koodistoUri: 'moduulikoodistolops2021' }, laajuus: { arvo: 2, yksikkö: { koodiarvo: '2', koodistoUri: 'opintojenlaajuusyksikko' } }, pakollinen: true },
    arviointi: [{ arvosana: { koodiarvo: String(6 + (index % 5)), koodistoUri: 'arviointiasteikkoyleissivistava' }, päivä: '2025-10-02' }],
    tyyppi: { koodiarvo: 'lukionvaltakunnallinenmoduuli', koodistoUri: 'suorituksentyyppi' },
  });
  const right = added.reduce((current, { at, code }) => (code === NO_SUCH_MODULE ? current : withChanges(current, { [`${parts}/${at}/osasuoritukset/-`]: module(code) })), upperSecondaryGraduated());
  return documentOf(right);
}

/** As many of either kind. */
export const makeDocuments = (): readonly Json[] => Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? leaver(index) : student(index)));
