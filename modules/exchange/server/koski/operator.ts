import type { Difference, Finding, Json, JsonObject, Language } from '@digione/koski';
import { asSystem, Database, type Transaction } from '@digione/platform/db';
import { clockStartingAt, systemClock } from '@digione/platform/time';
import { listStudyRights, ofLearner } from '@digione/school-admin/server';
import { findProviderByKey } from '../providers.queries.ts';
import { ProviderMissing, UnknownProvider } from '../run-import.ts';
import { judgeDocument, writeDocument, writeReceived } from './document.ts';
import { importDocument, type ImportedDocument } from './import-document.ts';
import { findLearner, findLearnerId } from './learner.queries.ts';
import { listProviderKeys } from './operator.queries.ts';

interface OperatorOptions {
  readonly databaseUrl: string;
  readonly auditKey: Buffer;
  /** Whose learner; may be left out where there is one provider, or the learner is known in one only. */
  readonly providerKey?: string;
  readonly now?: string;
  readonly language?: Language;
}

/** Nobody is known by what was asked for. */
export class UnknownLearner extends Error {
  override readonly name = 'UnknownLearner';
}

async function withScope<T>(options: OperatorOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const clock = options.now === undefined ? systemClock : clockStartingAt(options.now);
  const database = new Database({ url: options.databaseUrl, clock, auditKey: options.auditKey, maxConnections: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function listScopes(database: Database, { providerKey }: OperatorOptions) {
  if (providerKey === undefined) return listProviderKeys(database);
  const provider = await findProviderByKey(database, providerKey);
  if (provider === undefined) throw new UnknownProvider(`There is no education provider "${providerKey}".`);
  return [provider];
}

export interface ExportedDocument {
  readonly document: JsonObject;
  /** What KOSKI would refuse of it. */
  readonly findings: readonly Finding[];
}

/**
 * The KOSKI document of a learner with all study rights, for the platform's operator.
 * @param options.learner our id, the learner number or the identity code
 * @param options.asReceived as the document stood the study rights were imported from, instead of as this platform sends it
 * @throws UnknownLearner, UnknownProvider, ProviderMissing
 */
export const exportKoskiDocument = (options: OperatorOptions & { readonly learner: string; readonly asReceived: boolean }): Promise<ExportedDocument> =>
  withScope(options, async (database) => {
    const found: { educationProviderId: string; personId: string }[] = [];
    for (const { educationProviderId } of await listScopes(database, options)) {
      const personId = await asSystem('find a learner for the operator', database, { educationProviderId, source: 'export' }, (tx) => findLearnerId(tx, options.learner));
      if (personId !== undefined) found.push({ educationProviderId, personId });
    }
    const [only, ...others] = found;
    if (only === undefined) throw new UnknownLearner('No learner is known by that id, learner number or identity code.');
    if (others.length > 0) throw new ProviderMissing('The learner is known to several education providers: say which with --provider KEY.');
    const today = database.clock.today();
    return asSystem('an export by the operator', database, { educationProviderId: only.educationProviderId, source: 'export' }, (tx) => exportIn(tx, only.personId, options.asReceived, today, options.language ?? 'fi'));
  });

async function exportIn(tx: Transaction, personId: string, asReceived: boolean, today: string, language: Language): Promise<ExportedDocument> {
  const [learner, rows] = await Promise.all([findLearner(tx, personId), listStudyRights(tx, ofLearner(personId))]);
  if (learner === undefined || rows.length === 0) throw new UnknownLearner('The person has no study right.');
  tx.audit.push({ accountId: null, actorPersonId: null, action: 'koski.export', basis: 'operator', purpose: 'purpose.import', endpoint: null, objectId: null, personIds: [personId], outcome: 'done', traceId: null });
  const document = asReceived ? writeReceived(learner, rows) : writeDocument(learner, rows);
  return { document, findings: asReceived ? [] : judgeDocument(document, today, language) };
}

class DryRun extends Error {}

/**
 * Takes KOSKI documents back into study records, all or nothing, for the platform's operator.
 * @throws DocumentRefused with the reason; UnknownProvider, ProviderMissing
 */
export const importKoskiDocuments = (options: OperatorOptions & { readonly documents: readonly Json[]; readonly dryRun: boolean }): Promise<readonly ImportedDocument[]> =>
  withScope(options, async (database) => {
    const [provider, ...others] = await listScopes(database, options);
    if (provider === undefined) throw new UnknownProvider('There is no education provider yet.');
    if (others.length > 0) throw new ProviderMissing('Say with --provider KEY whose learner it is.');
    const imported: ImportedDocument[] = [];
    try {
      await asSystem('an import by the operator', database, { educationProviderId: provider.educationProviderId, source: 'koski' }, async (tx) => {
        for (const document of options.documents) imported.push(await importDocument(tx, document, database.clock.today(), options.language ?? 'fi'));
        if (options.dryRun) throw new DryRun();
      });
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
    }
    return imported;
  });

export type { Difference, ImportedDocument };
