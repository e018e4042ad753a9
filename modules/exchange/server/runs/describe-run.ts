import type { ImportRow, ImportRun } from '@digione/exchange/contract';
import { hasMessage, translate, type Language } from '@digione/platform/i18n';
import { reasonText, rowAdvice, rowMessage } from '../import-report.ts';
import type { ReportRow } from '../pipeline/report.ts';
import type { StoredRun } from './run-list.queries.ts';

const entityName = (entity: string, language: Language) => {
  const key = `exchange.entity.${entity}`;
  return hasMessage(language, key) ? translate(language, key) : entity;
};

/** A run as the reader sees it: texts in their language, and whether its outcome can be carried out. */
export function describeRun(run: StoredRun, language: Language): ImportRun {
  const { report, progress } = run;
  return {
    importRunId: run.importRunId,
    kind: run.kind,
    fileName: run.fileName,
    isDryRun: run.isDryRun,
    state: run.state,
    startedBy: run.startedById === null ? null : { personId: run.startedById, callName: run.callName ?? '', lastName: run.lastName ?? '' },
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
    progress: progress.stage === undefined ? null : { stage: progress.stage, done: progress.done ?? 0, total: progress.total ?? null },
    reason: run.reason === null ? null : reasonText({ code: run.reason, values: run.reasonValues }, language),
    summary:
      report === null
        ? null
        : {
            read: report.read,
            counts: report.counts,
            byEntity: Object.entries(report.byEntity).map(([entity, counts]) => ({ entity, name: entityName(entity, language), counts })),
            problems: report.problems,
          },
    can: { apply: run.isDryRun && run.state === 'succeeded' && !run.isApplied && run.fileKey !== null },
  };
}

export const describeRow = (row: ReportRow, language: Language): ImportRow => ({
  rowNo: row.rowNo,
  severity: row.severity,
  file: row.file,
  line: row.line,
  field: row.field,
  code: row.code,
  message: rowMessage(row, language),
  advice: rowAdvice(row, language),
});
