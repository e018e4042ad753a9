import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { asSystem, Database } from '@digione/platform/db';
import type { Language } from '@digione/platform/i18n';
import { clockStartingAt, systemClock } from '@digione/platform/time';
import { v7 as uuidv7 } from 'uuid';
import { writeReport, type ImportReport } from './import-report.ts';
import { getImporter } from './importers.ts';
import { findProviderByKey } from './providers.queries.ts';
import { executeRun, type Progress, type RunToExecute } from './pipeline/execute-run.ts';
import type { GivenId } from './pipeline/given-ids.queries.ts';
import type { ImportKind } from './pipeline/import-kind.ts';
import { claimRun, insertRun } from './pipeline/runs.queries.ts';
import { PLATFORM_SCOPE } from './pipeline/scope.queries.ts';

export interface ImportOptions {
  readonly databaseUrl: string;
  /** Key of the audit chain: what is imported is written into the log as everything else. */
  readonly auditKey: Buffer;
  readonly kind: ImportKind;
  /** File, zip or folder. */
  readonly path: string;
  /** Whose data; for organisations left out: of all providers in the file. */
  readonly providerKey?: string;
  /** The person a population-register message is about when it names nobody itself: our id, or the learner number. */
  readonly personId?: string;
  readonly dryRun: boolean;
  /** Ids that new things are to have, where other data already names them so. */
  readonly givenIds?: readonly GivenId[];
  /** An instant (ISO 8601) to take for now; else the machine's clock. */
  readonly now?: string;
  readonly language?: Language;
  /** One short line now and then. */
  readonly onProgress?: (line: string) => void;
}

/** There is no education provider of this key. */
export class UnknownProvider extends Error {
  override readonly name = 'UnknownProvider';
}

/** The kind of data belongs to one provider, and it was not said to which. */
export class ProviderMissing extends Error {
  override readonly name = 'ProviderMissing';
}

/**
 * Imports a file for the operator of the platform: reads, compares, writes all or nothing, and keeps the run with its report.
 * @throws ProviderMissing, UnknownProvider
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const clock = options.now === undefined ? systemClock : clockStartingAt(options.now);
  const database = new Database({ url: options.databaseUrl, clock, auditKey: options.auditKey, maxConnections: 3 });
  try {
    return await importWith(database, options);
  } finally {
    await database.close();
  }
}

async function importWith(database: Database, options: ImportOptions): Promise<ImportReport> {
  const { kind, path, dryRun } = options;
  const provider = await findScope(database, options);
  const run = { importRunId: uuidv7(), kind, fileName: basename(path), isDryRun: dryRun };
  const scope = { educationProviderId: provider?.educationProviderId ?? PLATFORM_SCOPE, source: getImporter(kind).source };
  const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
  await asSystem('an import by the operator', database, scope, (tx) =>
    insertRun(tx, run.importRunId, { ...run, fileKey: null, fileBytes: size, personId: options.personId, basedOn: null }),
  );
  await asSystem('an import by the operator', database, scope, (tx) => claimRun(tx, run.importRunId));
  const toExecute: RunToExecute = {
    ...run,
    importer: getImporter(kind),
    path,
    provider,
    wantedProviderKey: provider === undefined ? options.providerKey : undefined,
    personId: options.personId,
    actor: null,
    expectedDigest: null,
    givenIds: options.givenIds ?? [],
    onProgress: options.onProgress === undefined ? undefined : (progress) => options.onProgress?.(describeProgress(progress)),
  };
  return writeReport(run, await executeRun(database, toExecute), options.language ?? 'en');
}

/** Under whose walls the import runs; code sets, and organisations of all providers, run for the platform. */
async function findScope(database: Database, { kind, providerKey }: ImportOptions): Promise<RunToExecute['provider']> {
  if (kind === 'codes') return undefined;
  if (providerKey === undefined) {
    // A curriculum without a provider is the platform's, for all to read.
    if (kind === 'organisations' || kind === 'curriculum') return undefined;
    throw new ProviderMissing(`Whose ${kind} are these? Say --provider KEY.`);
  }
  const found = await findProviderByKey(database, providerKey);
  if (found === undefined && kind !== 'organisations') {
    throw new UnknownProvider(`There is no education provider "${providerKey}". Import its organisation first: digione import organisations FILE --provider ${providerKey}`);
  }
  return found;
}

const describeProgress = ({ stage, done, total }: Progress): string =>
  `import: ${stage}${done === 0 ? '' : ` ${done.toLocaleString('en-GB')}`}${total === undefined ? '' : ` of ${total.toLocaleString('en-GB')}`}`;
