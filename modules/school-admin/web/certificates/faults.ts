import type { CertificateFault } from '@digione/school-admin/contract';
import type { useText } from '../messages.ts';

/** What is missing, each kind once with its number: “3 arvosanaa, henkilötunnus”. */
export function faultsText(t: ReturnType<typeof useText>, faults: readonly CertificateFault[]): string {
  const kinds = [...new Set(faults.map(({ fault }) => fault))];
  return kinds.map((fault) => t(`schoolAdmin.certificates.fault.${fault}`, { count: faults.filter((one) => one.fault === fault).length })).join(', ');
}
