import { asSystem, type Database, type Transaction } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { stageGivenIds, type GivenId } from './given-ids.queries.ts';
import type { ImportContext, Importer, ImportKind, Stage } from './import-kind.ts';
import { ImportRefused } from './refusal.ts';
import { Report, type ReportSummary } from './report.ts';
import { finishRun, holdRun, saveProgress, type RunEnd } from './runs.queries.ts';
import { PLATFORM_SCOPE, setSource } from './scope.queries.ts';
import { refreshStatistics } from './stage.queries.ts';

/** People named in one audit record; the gin index and the reader's page both take lists of this length well. */
const PEOPLE_PER_RECORD = 1_000;
const PROGRESS_EVERY_MS = 1_000;
/** After so many rows the planner's picture of the tables is another. */
const MANY_ROWS = 10_000;

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number | undefined;
}

export interface RunToExecute {
  readonly importRunId: string;
  readonly kind: ImportKind;
  readonly importer: Importer;
  readonly path: string;
  readonly fileName: string;
  readonly isDryRun: boolean;
  readonly provider: ImportContext['provider'];
  readonly wantedProviderKey: string | undefined;
  readonly personId: string | undefined;
  /** Who asked for it; null for the operator at the command line. */
  readonly actor: { readonly accountId: string; readonly personId: string } | null;
  /** The outcome that was shown and is now wanted; null when none was shown. */
  readonly expectedDigest: string | null;
  readonly givenIds?: readonly GivenId[];
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export interface ExecutedRun extends RunEnd {
  readonly summary: ReportSummary;
}

/** Ends the transaction of a run that is not to be kept. */
class Halt extends Error {
  readonly end: 'dry-run' | 'refused' | 'changed-since';

  constructor(end: Halt['end']) {
    super(end);
    this.end = end;
  }
}

const scopeOf = ({ provider, actor, importer }: RunToExecute) => ({
  educationProviderId: provider?.educationProviderId ?? PLATFORM_SCOPE,
  source: importer.source,
  accountId: actor?.accountId ?? null,
  personId: actor?.personId ?? null,
});

/**
 * Carries out one run, from the file to the report. Reading, comparing and writing are one transaction: everything or nothing. The
 * audit records and the run's own end are written with what was imported.
 * @throws what is no fault of the file; the run is then marked as failed
 */
export async function executeRun(database: Database, run: RunToExecute): Promise<ExecutedRun> {
  const report = new Report(run.importer.apart);
  const scope = scopeOf(run);
  let digest: string | null = null;
  let reason: RunEnd['reason'] = null;
  try {
    const applied = await asSystem('an import', database, scope, async (tx) => {
      if (!(await holdRun(tx, run.importRunId))) throw new Error('Another process works on this run.');
      await setSource(tx, run.importer.source);
      await stageGivenIds(tx, run.givenIds ?? []);
      const prepared = await run.importer.prepare({ ...contextOf(database, run), tx, report });
      digest = prepared.digest;
      if (report.hasErrors) throw new Halt('refused');
      if (run.expectedDigest !== null && run.expectedDigest !== digest) throw new Halt('changed-since');
      if (run.isDryRun) throw new Halt('dry-run');
      run.onProgress?.({ stage: 'writing', done: 0, total: undefined });
      await prepared.apply();
      const end = { state: 'succeeded', summary: report.summary(), rows: report.rows, digest, reason: null } as const;
      await finishRun(tx, run.importRunId, end);
      record(tx, run, 'import.apply', prepared.personIds);
      await emit(tx, { name: 'import.applied', payload: { importRunId: run.importRunId, kind: run.kind }, live: liveOf(run) }, null);
      return end;
    });
    const { created, changed, ended } = applied.summary.counts;
    if (created + changed + ended > MANY_ROWS) await refreshStatistics(database);
    return applied;
  } catch (error) {
    if (error instanceof Halt) {
      if (error.end === 'changed-since') reason = { code: 'changed-since', values: {} };
      if (error.end === 'refused') reason = { code: 'has-errors', values: { errors: report.summary().problems.error } };
    } else if (error instanceof ImportRefused) {
      report.add('error', error.code, { file: error.file, line: error.line, values: error.values });
      reason = { code: error.code, values: error.values };
    } else if (conflictOf(error) !== undefined) {
      report.add('error', 'conflict', { file: run.fileName, values: { rule: conflictOf(error) ?? '' } });
      reason = { code: 'conflict', values: {} };
    } else {
      await writeEnd({ state: 'failed', summary: report.summary({ isKept: false }), rows: report.rows, digest: null, reason: { code: 'fault', values: {} } });
      throw error;
    }
  }
  return writeEnd({ state: reason === null ? 'succeeded' : 'refused', summary: report.summary({ isKept: reason === null }), rows: report.rows, digest, reason });

  /** Writes how a run ended of which nothing else is kept. */
  async function writeEnd<E extends RunEnd>(outcome: E): Promise<E> {
    await asSystem('the end of an import', database, scope, async (tx) => {
      await finishRun(tx, run.importRunId, outcome);
      record(tx, run, run.isDryRun ? 'import.dryRun' : 'import.refuse', []);
      await emit(tx, { name: 'import.ended', payload: { importRunId: run.importRunId, kind: run.kind, state: outcome.state }, live: liveOf(run) }, null);
    });
    return outcome;
  }
}

const liveOf = ({ actor }: RunToExecute) => ({ topics: ['import'], personIds: actor === null ? [] : [actor.personId] });

function contextOf(database: Database, run: RunToExecute): Omit<ImportContext, 'tx' | 'report'> {
  let told = 0;
  let stage: Stage | undefined;
  return {
    today: database.clock.today(),
    path: run.path,
    fileName: run.fileName,
    provider: run.provider,
    wantedProviderKey: run.wantedProviderKey,
    personId: run.personId,
    givenIds: run.givenIds ?? [],
    progress(next, done, total) {
      // Measured by the process's own time: a set clock may stand still.
      if (next === stage && performance.now() - told < PROGRESS_EVERY_MS) return;
      stage = next;
      told = performance.now();
      run.onProgress?.({ stage: next, done, total });
    },
  };
}

/** One record for the run; the people it touched in as many as they fill. */
function record(tx: Transaction, run: RunToExecute, action: string, personIds: readonly string[]): void {
  for (let at = 0; at === 0 || at < personIds.length; at += PEOPLE_PER_RECORD) {
    tx.audit.push({
      accountId: run.actor?.accountId ?? null,
      actorPersonId: run.actor?.personId ?? null,
      action,
      basis: run.actor === null ? 'operator' : 'is-main-user',
      purpose: 'purpose.import',
      endpoint: null,
      objectId: run.importRunId,
      personIds: personIds.slice(at, at + PEOPLE_PER_RECORD),
      outcome: 'done',
      traceId: null,
    });
  }
}

/** The rule of the database that the file's content broke, when it is one. */
function conflictOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const isConflict = ['23505', '23P01', '23503', '23514', '23502'].includes(error.code);
  if (!isConflict) return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : error.code;
}

/** A progress report that writes to the run's row on a connection of its own, so that others see it while the import's transaction is open. */
export function progressWriter(database: Database, run: Omit<RunToExecute, 'onProgress'>, onFault: (error: unknown) => void) {
  let last: Promise<void> = Promise.resolve();
  const scope = scopeOf({ ...run, onProgress: undefined });
  return {
    tell({ stage, done, total }: Progress): void {
      last = last
        .then(() =>
          asSystem('progress of an import', database, scope, async (tx) => {
            await saveProgress(tx, run.importRunId, { stage, done, total: total ?? null });
            await emit(tx, { name: 'import.progressed', payload: { importRunId: run.importRunId }, live: liveOf({ ...run, onProgress: undefined }) }, null);
          }),
        )
        .catch(onFault);
    },
    settled: () => last,
  };
}
