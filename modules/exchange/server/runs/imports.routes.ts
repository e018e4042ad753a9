import { v7 as uuidv7 } from 'uuid';
import * as contract from '@digione/exchange/contract';
import { isFileKey } from '@digione/platform/files';
import { forbidden, HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { hasProviderWideRole } from '@digione/platform/access';
import * as actions from '../actions.ts';
import { insertRun } from '../pipeline/runs.queries.ts';
import { describeRow, describeRun } from './describe-run.ts';
import * as runs from './run-list.queries.ts';

/** Puts a run that was just written into the job queue. */
export type QueueRun = (educationProviderId: string, importRunId: string) => void;

async function insertAndQueue(context: ProviderContext, queue: QueueRun, run: Parameters<typeof insertRun>[2]): Promise<contract.ImportRun> {
  const { tx, actor, language } = context;
  // The code sets of all providers are not one city's to change.
  if (run.kind === 'codes' && !hasProviderWideRole(actor, 'platform-operator')) throw forbidden();
  const importRunId = uuidv7();
  await insertRun(tx, importRunId, run);
  tx.afterCommit(() => queue(actor.educationProviderId, importRunId));
  const stored = await runs.findRun(tx, importRunId);
  if (stored === undefined) throw new Error('The run was written and is not there.');
  return describeRun(stored, language);
}

export const importRoutes = (queue: QueueRun): readonly Route[] => [
  providerRoute(contract.startImport, {
    action: actions.runImports,
    async handle(context, { body }) {
      if (!isFileKey(body.fileKey)) throw invalid({ path: 'fileKey', key: 'exchange.problem.no-file' });
      return insertAndQueue(context, queue, {
        kind: body.kind,
        fileName: body.fileName,
        isDryRun: body.dryRun,
        fileKey: body.fileKey,
        fileBytes: null,
        personId: body.personId,
        basedOn: null,
      });
    },
  }),

  providerRoute(contract.applyImport, {
    action: actions.runImports,
    async handle(context, { params }) {
      const shown = await runs.findRun(context.tx, params.importRunId);
      if (shown === undefined) throw notFound();
      if (!describeRun(shown, context.language).can.apply) throw new HttpProblem(409, { detail: 'exchange.problem.not-applicable' });
      return insertAndQueue(context, queue, {
        kind: shown.kind,
        fileName: shown.fileName,
        isDryRun: false,
        fileKey: shown.fileKey,
        fileBytes: null,
        personId: shown.personId ?? undefined,
        basedOn: shown.importRunId,
      });
    },
  }),

  providerRoute(contract.listImports, {
    action: actions.runImports,
    async handle({ tx, language }, { query }) {
      const before = query.cursor;
      if (before !== undefined && !/^[0-9a-f-]{36}$/.test(before)) throw invalid({ path: 'query.cursor', key: 'exchange.problem.cursor' });
      const found = await runs.listRuns(tx, before, query.limit + 1);
      const items = found.slice(0, query.limit);
      return { items: items.map((run) => describeRun(run, language)), nextCursor: found.length > query.limit ? (items.at(-1)?.importRunId ?? null) : null };
    },
  }),

  providerRoute(contract.getImport, {
    action: actions.runImports,
    async handle({ tx, language }, { params }) {
      const run = await runs.findRun(tx, params.importRunId);
      if (run === undefined) throw notFound();
      return describeRun(run, language);
    },
  }),

  providerRoute(contract.listImportRows, {
    action: actions.runImports,
    async handle({ tx, language }, { params, query }) {
      if ((await runs.findRun(tx, params.importRunId)) === undefined) throw notFound();
      const after = query.cursor === undefined ? 0 : Number.parseInt(query.cursor, 10);
      if (Number.isNaN(after)) throw invalid({ path: 'query.cursor', key: 'exchange.problem.cursor' });
      const found = await runs.listRows(tx, params.importRunId, { after, severity: query.severity, limit: query.limit + 1 });
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      return { items: items.map((row) => describeRow(row, language)), nextCursor: found.length > query.limit && last !== undefined ? String(last.rowNo) : null };
    },
  }),
];
