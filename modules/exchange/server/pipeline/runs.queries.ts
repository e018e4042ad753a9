import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { MessageValues } from '@digione/platform/i18n';
import type { ImportKind, Stage } from './import-kind.ts';
import type { ReportRow, ReportSummary } from './report.ts';

export interface RunRequest {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly isDryRun: boolean;
  readonly fileKey: string | null;
  readonly fileBytes: number | null;
  readonly personId: string | undefined;
  readonly basedOn: string | null;
}

export async function insertRun(tx: Transaction, importRunId: string, run: RunRequest): Promise<void> {
  await tx.db
    .insertInto('exchange.import_run')
    .values({
      education_provider_id: tx.educationProviderId ?? '',
      import_run_id: importRunId,
      kind: run.kind,
      file_name: run.fileName,
      is_dry_run: run.isDryRun,
      state: 'waiting',
      started_by: tx.personId ?? null,
      account_id: tx.accountId ?? null,
      created_at: sql`platform.now()`,
      file_key: run.fileKey,
      file_bytes: run.fileBytes,
      options: JSON.stringify(run.personId === undefined ? {} : { personId: run.personId }),
      based_on: run.basedOn,
    })
    .execute();
}

export interface WaitingRun {
  kind: ImportKind;
  fileName: string;
  fileKey: string | null;
  isDryRun: boolean;
  startedBy: string | null;
  accountId: string | null;
  personId: string | null;
  expectedDigest: string | null;
}

/** Takes a waiting run; undefined when another process has it, or it is done. */
export async function claimRun(tx: Transaction, importRunId: string): Promise<WaitingRun | undefined> {
  const { rows } = await sql<WaitingRun>`
    update exchange.import_run r set state = 'running', started_at = platform.now()
    where r.import_run_id = ${importRunId} and r.state = 'waiting'
    returning r.kind, r.file_name as "fileName", r.file_key as "fileKey", r.is_dry_run as "isDryRun", r.started_by as "startedBy", r.account_id as "accountId",
      r.options->>'personId' as "personId",
      (select b.plan_digest from exchange.import_run b where b.education_provider_id = r.education_provider_id and b.import_run_id = r.based_on) as "expectedDigest"`.execute(tx.db);
  return rows[0];
}

/** Held by the transaction that works on a run: whoever gets it knows that nobody does. */
export async function holdRun(tx: Transaction, importRunId: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${importRunId}, 7364)) as got`.execute(tx.db);
  return rows[0]?.got === true;
}

export async function saveProgress(tx: Transaction, importRunId: string, progress: { stage: Stage; done: number; total: number | null }): Promise<void> {
  await sql`update exchange.import_run set progress = ${JSON.stringify(progress)} where import_run_id = ${importRunId} and state = 'running'`.execute(tx.db);
}

export interface RunEnd {
  readonly state: 'succeeded' | 'refused' | 'failed';
  readonly summary: ReportSummary | null;
  readonly rows: readonly ReportRow[];
  readonly digest: string | null;
  readonly reason: { code: string; values: MessageValues } | null;
}

export async function finishRun(tx: Transaction, importRunId: string, end: RunEnd): Promise<void> {
  await sql`update exchange.import_run set state = ${end.state}, finished_at = platform.now(), report = ${JSON.stringify(end.summary)},
      plan_digest = ${end.digest}, reason = ${end.reason?.code ?? null}, reason_values = ${JSON.stringify(end.reason?.values ?? {})}
    where import_run_id = ${importRunId}`.execute(tx.db);
  if (end.rows.length === 0) return;
  await sql`insert into exchange.import_row (education_provider_id, import_run_id, row_no, severity, file, line, field, code, values)
    select ${tx.educationProviderId}, ${importRunId}, r."rowNo", r.severity, r.file, r.line, r.field, r.code, r.values
    from json_to_recordset(${JSON.stringify(end.rows)}::json) as r("rowNo" int, severity text, file text, line int, field text, code text, values jsonb)`.execute(tx.db);
}

/**
 * A run whose process was killed: it says `running`, and nobody holds it. Nothing of it was written, so it can simply be repeated.
 * @returns how many were found
 */
export async function failAbandonedRuns(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ import_run_id: string }>`select import_run_id from exchange.import_run where state = 'running'`.execute(tx.db);
  let found = 0;
  for (const { import_run_id: importRunId } of rows) {
    if (!(await holdRun(tx, importRunId))) continue;
    // The one who finished it between the look and the lock has said so.
    const { rows: failed } = await sql`update exchange.import_run set state = 'failed', finished_at = platform.now(), reason = 'interrupted'
      where import_run_id = ${importRunId} and state = 'running' and started_at < platform.now() - interval '10 seconds' returning 1`.execute(tx.db);
    found += failed.length;
  }
  return found;
}
