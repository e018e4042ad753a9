import { createHash } from 'node:crypto';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { sendTogether } from './packet.ts';
import type { Tables } from '../../db/generated/tables.ts';

/** Statement names by SQL text: a named statement is planned once per connection. */
const names = new Map<string, string>();
const MAX_NAMES = 5_000;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  // A list of values makes a new text per length: past the bound such queries stay unnamed.
  if (names.size >= MAX_NAMES) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

class OneConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  readonly #namesStatements: boolean;

  constructor(client: pg.ClientBase, namesStatements: boolean) {
    this.#client = client;
    this.#namesStatements = namesStatements;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#namesStatements ? nameOf(query.sql) : undefined;
    sendTogether(this.#client);
    const result = await this.#client.query({ text: query.sql, values: [...query.parameters], ...(name === undefined ? {} : { name }) });
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming goes through copyOut, not through a query builder.');
  }
}

/**
 * A query builder bound to one connection. Beginning and ending the transaction is not its business:
 * whoever holds the connection does that (see transaction.ts).
 */
export function queryBuilderOn(client: pg.ClientBase, namesStatements: boolean): Kysely<Tables> {
  const connection = new OneConnection(client, namesStatements);
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      throw new Error('The transaction of a request is begun by the kernel.');
    },
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
