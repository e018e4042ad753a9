import { renderPdf, renderSvg, type DocumentSource } from '@digione/platform/documents';
import type { CertificateRow } from './certificates.queries.ts';
import { CERTIFICATE_TYP } from './certificate.typ.ts';
import { printModelOf, type ToPrint } from './print-model.ts';
import type { SavedTemplate } from './template.queries.ts';

/** A certificate and the version of the template that it is printed by. */
export interface Sheet {
  readonly row: CertificateRow;
  readonly by: SavedTemplate;
}

const logoOf = ({ number, logo }: SavedTemplate): string | null => (logo === null ? null : `logo-${number}`);

const toPrint = ({ row, by }: Sheet): ToPrint => ({
  kind: row.kind,
  language: row.language,
  content: row.content,
  issuedOn: row.issuedOn,
  number: row.number,
  replacesNumber: row.replaces?.number ?? null,
  identityCode: row.identityCode,
  template: by.template,
  logo: logoOf(by),
});

const sourceOf = (sheets: readonly Sheet[], title: string | undefined): DocumentSource => ({
  template: CERTIFICATE_TYP,
  data: printModelOf(sheets.map(toPrint), title),
  images: Object.fromEntries(sheets.flatMap(({ by }) => (by.logo === null ? [] : [[logoOf(by) ?? '', by.logo]]))),
});

export const printPdf = (sheets: readonly Sheet[], title?: string): Promise<Buffer> => renderPdf(sourceOf(sheets, title));
export const printSvg = (sheets: readonly Sheet[]): Promise<string> => renderSvg(sourceOf(sheets, undefined));
