import { listImportRows, type ImportRow } from '@digione/exchange/contract';
import { call } from '@digione/platform/web';
import type { ExchangeText } from '../messages.ts';
import { toCsv } from './report-csv.ts';

async function listAllRows(params: { educationProviderId: string; importRunId: string }): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(listImportRows, { params, query: { limit: 200, ...(cursor !== undefined && { cursor }) } });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** Saves the whole report on the reader's own machine. @throws ProblemError */
export async function downloadReport(params: { educationProviderId: string; importRunId: string }, fileName: string, t: ExchangeText): Promise<void> {
  const rows = await listAllRows(params);
  const header = [t('exchange.web.severity'), t('exchange.web.file'), t('exchange.web.line'), t('exchange.web.field'), t('exchange.web.message'), t('exchange.web.advice')];
  const lines = rows.map((row) => [t(`exchange.web.one.${row.severity}`), row.file, row.line > 0 ? row.line : '', row.field, row.message, row.advice]);
  const address = URL.createObjectURL(new Blob([toCsv([header, ...lines])], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName.replace(/\.[a-z0-9]+$/i, '')}-${t('exchange.web.reportFile')}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
