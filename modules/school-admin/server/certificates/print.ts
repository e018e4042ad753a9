import { renderPdf, renderSvg, type DocumentSource } from '@digione/platform/documents';
import type { CertificateRow } from './certificates.queries.ts';
import { CERTIFICATE_TYP } from './certificate.typ.ts';
import { printModelOf, type ToPrint } from './print-model.ts';
import type { SavedTemplate } from './template.queries.ts';

export const toPrint = (row: CertificateRow): ToPrint => ({
  kind: row.kind,
  language: row.language,
  content: row.content,
  issuedOn: row.issuedOn,
  number: row.number,
  replacesNumber: row.replaces?.number ?? null,
  identityCode: row.identityCode,
});

function sourceOf(certificates: readonly ToPrint[], { template, logo }: SavedTemplate, title: string | undefined): DocumentSource {
  const data = printModelOf(certificates, template, { hasLogo: logo !== null, ...(title !== undefined && { title }) });
  return { template: CERTIFICATE_TYP, data, ...(logo !== null && { images: { logo } }) };
}

export const printPdf = (certificates: readonly ToPrint[], template: SavedTemplate, title?: string): Promise<Buffer> => renderPdf(sourceOf(certificates, template, title));
export const printSvg = (certificates: readonly ToPrint[], template: SavedTemplate): Promise<string> => renderSvg(sourceOf(certificates, template, undefined));
