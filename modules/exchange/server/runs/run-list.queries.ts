import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { MessageValues } from '@digione/platform/i18n';
import type { ImportKind, Stage } from '../pipeline/import-kind.ts';
import type { ReportRow, ReportSummary } from '../pipeline/report.ts';

const provider = sql`(select platform.current_provider())`;

export interface StoredRun {
  importRunId: string;
  kind: ImportKind;
  fileName: string;
  isDryRun: boolean;
  state: 'waiting' | 'running' | 'succeeded' | 'refused' | 'failed';
  startedById: string | null;
  callName: string | null;
  lastName: string | null;
  createdAt: string;
  finishedAt: string | null;
  progress: { stage?: Stage; done?: number; total?: number | null };
  reason: string | null;
  reasonValues: MessageValues;
  report: ReportSummary | null;
  fileKey: string | null;
  personId: string | null;
  isApplied: boolean;
}

const columns = sql`r.import_run_id as "importRunId", r.kind, r.file_name as "fileName", r.is_dry_run as "isDryRun", r.state,
  p.person_id as "startedById", p.call_name as "callName", p.last_name as "lastName", r.created_at as "createdAt", r.finished_at as "finishedAt",
  r.progress, r.reason, r.reason_values as "reasonValues", r.report, r.file_key as "fileKey", r.options->>'personId' as "personId",
  exists (select from exchange.import_run a where a.education_provider_id = r.education_provider_id and a.based_on = r.import_run_id
    and a.state in ('waiting', 'running', 'succeeded')) as "isApplied"`;
const source = sql`exchange.import_run r left join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.started_by`;

export async function findRun(tx: Transaction, importRunId: string): Promise<StoredRun | undefined> {
  const { rows } = await sql<StoredRun>`select ${columns} from ${source} where r.education_provider_id = ${provider} and r.import_run_id = ${importRunId}`.execute(tx.db);
  return rows[0];
}

/** Ids are made in the order of time, so the id is the cursor. */
export async function listRuns(tx: Transaction, before: string | undefined, limit: number): Promise<StoredRun[]> {
  const { rows } = await sql<StoredRun>`select ${columns} from ${source}
    where r.education_provider_id = ${provider} and (${before ?? null}::uuid is null or r.import_run_id < ${before ?? null}::uuid)
    order by r.import_run_id desc limit ${limit}`.execute(tx.db);
  return rows;
}

export async function listRows(tx: Transaction, importRunId: string, filter: { after: number; severity: string | undefined; limit: number }): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`select row_no as "rowNo", severity, file, line, field, code, values from exchange.import_row
    where education_provider_id = ${provider} and import_run_id = ${importRunId} and row_no > ${filter.after}
      and (${filter.severity ?? null}::text is null or severity = ${filter.severity ?? null}) order by row_no limit ${filter.limit}`.execute(tx.db);
  return rows;
}

export async function findOwnKey(tx: Transaction): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`select key from core_data.education_provider where education_provider_id = ${provider}`.execute(tx.db);
  return rows[0]?.key;
}
