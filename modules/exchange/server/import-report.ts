import { hasMessage, registerMessages, translate, type Language } from '@digione/platform/i18n';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import type { ExecutedRun } from './pipeline/execute-run.ts';
import type { ImportKind } from './pipeline/import-kind.ts';
import type { ReportRow, ReportSummary } from './pipeline/report.ts';

// The command line speaks them, too, without a server.
registerMessages({ fi, sv, en });

/** A row of the report with its texts. */
export interface WrittenRow extends ReportRow {
  /** What is wrong, or what happened. */
  readonly message: string;
  /** What to do; empty when there is nothing to do. */
  readonly advice: string;
}

export interface ImportReport extends ReportSummary {
  readonly importRunId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly isDryRun: boolean;
  /** True when it was imported, or a dry run found nothing against importing it. */
  readonly isAccepted: boolean;
  readonly state: 'succeeded' | 'refused' | 'failed';
  /** Why it was not accepted. */
  readonly reason: string | null;
  readonly rows: readonly WrittenRow[];
}

export const rowMessage = (row: Pick<ReportRow, 'code' | 'values' | 'field'>, language: Language): string => {
  const key = `exchange.problem.${row.code}`;
  return hasMessage(language, key) ? translate(language, key, { field: row.field, value: '', ...row.values }) : row.code;
};

export const rowAdvice = (row: Pick<ReportRow, 'code' | 'values' | 'field'>, language: Language): string => {
  const key = `exchange.advice.${row.code}`;
  return hasMessage(language, key) ? translate(language, key, { field: row.field, value: '', ...row.values }) : '';
};

export const reasonText = (reason: { code: string; values: ReportRow['values'] } | null, language: Language): string | null =>
  reason === null ? null : rowMessage({ ...reason, field: '' }, language);

export function writeReport(run: { importRunId: string; kind: ImportKind; fileName: string; isDryRun: boolean }, executed: ExecutedRun, language: Language): ImportReport {
  const { summary, state, reason, rows } = executed;
  return {
    importRunId: run.importRunId,
    kind: run.kind,
    fileName: run.fileName,
    isDryRun: run.isDryRun,
    isAccepted: state === 'succeeded',
    state,
    reason: reasonText(reason, language),
    ...summary,
    rows: rows.map((row) => ({ ...row, message: rowMessage(row, language), advice: rowAdvice(row, language) })),
  };
}

const MAX_LINES = 40;

/** The report as a person reads it in a terminal. */
export function describeReport(report: ImportReport, language: Language = 'en'): string {
  const text = (key: string, values?: Record<string, string | number>): string => translate(language, `exchange.${key}`, values);
  const outcome = report.isAccepted ? (report.isDryRun ? 'report.dryRun' : 'report.imported') : 'report.refused';
  const lines = [text(outcome, { file: report.fileName }), ...(report.reason === null ? [] : [report.reason])];
  const entities = Object.entries(report.byEntity).flatMap(([entity, counts]) => {
    const parts = Object.entries(counts).flatMap(([each, count]) => (count > 0 ? [`${text(`outcome.${each}`)} ${count}`] : []));
    return parts.length === 0 ? [] : [`  ${text(`entity.${entity}`)}: ${parts.join(', ')}`];
  });
  if (entities.length > 0) lines.push('', ...entities);
  // What has to be mended stands first.
  const shown = (['error', 'warning', 'notice'] as const).flatMap((severity) => report.rows.filter((row) => row.severity === severity)).slice(0, MAX_LINES);
  if (shown.length > 0) lines.push('');
  for (const row of shown) {
    const place = [row.file, row.line > 0 ? String(row.line) : '', row.field].filter((part) => part !== '').join(':');
    lines.push(['', text(`severity.${row.severity}`), ...(place === '' ? [] : [place]), row.message, ...(row.advice === '' ? [] : [row.advice])].join(' '));
  }
  const more = Object.values(report.problems).reduce((sum, count) => sum + count, 0) - shown.length;
  if (more > 0) lines.push(`  ${text('report.more', { count: more })}`);
  return lines.join('\n');
}
