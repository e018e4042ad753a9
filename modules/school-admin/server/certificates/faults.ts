import type { CertificateContent, CertificateFault, CertificateKind } from '../../contract/certificates/index.ts';
import { KINDS } from './kinds.ts';

/** Guidance is never given a number. */
const WITHOUT_NUMBER = new Set(['OP']);
const isReligion = (code: string | null) => code === 'KT' || code === 'ET';

/** What keeps a certificate from being signed off: what is missing, and what the national register would refuse of it later. */
export function findFaults(kind: CertificateKind, { subjects, gradeLevel }: CertificateContent, { hasIdentity }: { hasIdentity: boolean }): CertificateFault[] {
  const rules = KINDS[kind];
  const faults: CertificateFault[] = [];
  if (subjects.length === 0) faults.push({ fault: 'no-subjects', subjectKey: null });
  for (const { key, code, mark, words, section, units } of subjects) {
    const isWithout = mark === null && (words === null || words === '');
    // Studies under way have units with marks and no mark of the subject yet.
    if (isWithout && !(rules.hasUnits && units.some((unit) => unit.mark !== null))) faults.push({ fault: 'mark-missing', subjectKey: key });
    else if (rules.wantsNumbers && section === 'common' && !WITHOUT_NUMBER.has(code ?? '') && (mark === null || mark === 'S' || mark === 'O')) faults.push({ fault: 'number-needed', subjectKey: key });
  }
  const religions = subjects.filter(({ code }) => isReligion(code));
  if (religions.length > 1) faults.push({ fault: 'both-religion-and-ethics', subjectKey: religions[1]?.key ?? null });
  if (rules.gradeLevel !== undefined && gradeLevel !== rules.gradeLevel) faults.push({ fault: 'wrong-grade', subjectKey: null });
  if (!hasIdentity) faults.push({ fault: 'no-identity-code', subjectKey: null });
  return faults;
}
