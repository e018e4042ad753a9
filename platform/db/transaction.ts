import { sql } from 'kysely';
import type { AuditFact } from '../audit/chain.ts';
import { sendTogether } from './packet.ts';
import { ConnectionUncertain, type Database, type HeldConnection, type QueryBuilder } from './database.ts';

/** For whom a transaction runs; row-level security sees nothing else. */
export interface TransactionScope {
  educationProviderId: string | null;
  accountId?: string | null;
  personId?: string | null;
  /** Written to row history as the source of changes, e.g. `manual` or `oneroster`. */
  source?: string;
}

export interface Transaction extends TransactionScope {
  readonly db: QueryBuilder;
  /** What is to be audited, written in this transaction right before it commits. */
  readonly audit: AuditFact[];
  /** Called after the commit; for waking others, never for work that must not be lost. */
  afterCommit(work: () => void): void;
}

/** The answer cannot be given because its audit record could not be written. */
export class AuditUnavailable extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

function uuidLiteral(id: string | null | undefined): string {
  if (id === null || id === undefined) return "''";
  // The settings travel as literals so that BEGIN and all of them are one message: nothing but a UUID may pass.
  if (!UUID.test(id)) throw new Error('A transaction scope takes UUIDs only.');
  return `'${id}'`;
}

function beginStatement(scope: TransactionScope, now: string | undefined): string {
  const source = scope.source ?? 'manual';
  if (!/^[a-z0-9.-]{1,40}$/.test(source)) throw new Error('A source is a short lower-case word.');
  return (
    `begin; set local role digione_app; set local app.education_provider_id = ${uuidLiteral(scope.educationProviderId)};` +
    `set local app.account_id = ${uuidLiteral(scope.accountId)}; set local app.person_id = ${uuidLiteral(scope.personId)};` +
    `set local app.source = '${source}'` +
    (now === undefined ? '' : `; set local app.now = '${now}'`)
  );
}

/**
 * Runs `work` in one transaction as `digione_app`, scoped to one education provider. Audit facts gathered in
 * `tx.audit` are written with the commit; if they cannot be, nothing is committed and nothing returned.
 * @throws AuditUnavailable when the audit record could not be written
 */
export async function inTransaction<T>(database: Database, scope: TransactionScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.withConnection(async (connection) => {
    const afterwards: (() => void)[] = [];
    const tx: Transaction = { ...scope, db: connection.db, audit: [], afterCommit: (call) => afterwards.push(call) };
    const now = database.clock.isReal ? undefined : database.clock.iso();
    // Sent ahead without waiting: the first query follows on the same connection.
    sendTogether(connection.client);
    const begun = connection.client.query(beginStatement(scope, now));
    begun.catch(() => {});
    let result: T;
    try {
      result = await work(tx);
      await begun;
    } catch (error) {
      await rollback(connection);
      throw error;
    }
    await commit(connection, tx, database.clock.iso());
    for (const call of afterwards) call();
    return result;
  });
}

async function rollback(connection: HeldConnection): Promise<void> {
  try {
    await connection.client.query('rollback');
  } catch (error) {
    throw new ConnectionUncertain('The transaction could not be rolled back.', { cause: error });
  }
}

async function commit(connection: HeldConnection, tx: Transaction, at: string): Promise<void> {
  const entries = tx.audit.map((fact, index) =>
    connection.chain.prepare(index, { ...fact, at, educationProviderId: tx.educationProviderId ?? NIL_UUID }),
  );
  // The audit insert and the commit leave together: one round trip, one transaction.
  sendTogether(connection.client);
  const inserts = entries.length === 0 ? undefined : connection.client.query(connection.chain.insertStatement(entries));
  inserts?.catch(() => {});
  const committed = connection.client.query('commit');
  try {
    const { command } = await committed;
    if (command !== 'COMMIT') {
      await inserts?.catch((error: unknown) => {
        throw new AuditUnavailable('The audit record could not be written.', { cause: error });
      });
      throw new Error('The transaction was already broken and has been rolled back.');
    }
  } catch (error) {
    if (error instanceof AuditUnavailable || !isConnectionFault(error)) throw error;
    throw new ConnectionUncertain('The connection broke while committing.', { cause: error });
  }
  connection.chain.advance(entries);
}

function isConnectionFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('08') || code.startsWith('57') || code.startsWith('E');
}

/**
 * Work of the platform itself inside one provider, without a person: event subscribers, jobs, imports by file.
 * The reason is for the reader of the code; what is done is still audited and under the provider's wall.
 */
export async function asSystem<T>(
  _reason: string,
  database: Database,
  scope: { educationProviderId: string; source: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, scope, work);
}

/** Moves a running transaction under another provider's wall; only for the platform's own composed work. */
export async function dangerouslySwitchProvider(tx: Transaction, educationProviderId: string): Promise<void> {
  await sql`select set_config('app.education_provider_id', ${educationProviderId}, true)`.execute(tx.db);
}
