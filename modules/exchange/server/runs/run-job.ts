import { isoOf } from '@digione/platform/time';
import { z } from 'zod';
import { asSystem, type Database } from '@digione/platform/db';
import type { BlobStore } from '@digione/platform/files';
import type { JobDefinition } from '@digione/platform/jobs';
import { getImporter } from '../importers.ts';
import { executeRun, progressWriter, type RunToExecute } from '../pipeline/execute-run.ts';
import { claimRun, failAbandonedRuns } from '../pipeline/runs.queries.ts';
import { findOwnKey } from './run-list.queries.ts';
import { listProvidersWithRuns } from './sweep.queries.ts';

export const RUN_JOB = 'exchange.runImport';
const Payload = z.object({ educationProviderId: z.uuid(), importRunId: z.uuid() });

/** Files of imports that were never applied are not kept for ever. */
const KEEP_FILES_DAYS = 14;

async function work(database: Database, files: BlobStore, payload: unknown): Promise<void> {
  const { educationProviderId, importRunId } = Payload.parse(payload);
  const scope = { educationProviderId, source: 'import' };
  const claimed = await asSystem('take a waiting import', database, scope, async (tx) => ({ run: await claimRun(tx, importRunId), key: await findOwnKey(tx) }));
  const { run, key } = claimed;
  // Another process has it, or it is done: the queue may deliver twice.
  if (run === undefined || key === undefined || run.fileKey === null) return;
  const isOfPlatform = run.kind === 'codes';
  await files.withFile(run.fileKey, async (path) => {
    const toExecute: Omit<RunToExecute, 'onProgress'> = {
      importRunId,
      kind: run.kind,
      fileName: run.fileName,
      isDryRun: run.isDryRun,
      importer: getImporter(run.kind),
      path,
      provider: { educationProviderId, key },
      wantedProviderKey: undefined,
      personId: run.personId ?? undefined,
      actor: run.accountId === null || run.startedBy === null ? null : { accountId: run.accountId, personId: run.startedBy },
      expectedDigest: run.expectedDigest,
    };
    const progress = progressWriter(database, toExecute, () => {});
    await executeRun(database, { ...toExecute, onProgress: isOfPlatform ? undefined : progress.tell });
    await progress.settled();
  });
}

/** Imports run outside requests, one after the other per process; a killed one is marked so that it can be repeated. */
export const importJobs = (files: BlobStore): readonly JobDefinition[] => [
  { name: RUN_JOB, run: (payload, { database }) => work(database, files, payload) },
  {
    name: 'exchange.sweepImports',
    schedule: '* * * * *',
    async run(_payload, { database }) {
      for (const educationProviderId of await listProvidersWithRuns(database.system)) {
        await asSystem('mark imports of killed processes', database, { educationProviderId, source: 'import' }, failAbandonedRuns);
      }
      await files.deleteOlderThan(isoOf(database.clock.ms() - KEEP_FILES_DAYS * 86_400_000));
    },
  },
];
