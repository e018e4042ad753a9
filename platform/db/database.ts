import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../../db/generated/tables.ts';
import type { Clock } from '../time/index.ts';
import { AuditChain } from '../audit/chain.ts';
import { queryBuilderOn } from './connection-driver.ts';
import './types.ts';

export type QueryBuilder = Kysely<Tables>;

/** A pooled connection with what the kernel keeps beside it. */
export interface HeldConnection {
  readonly client: pg.PoolClient;
  readonly db: QueryBuilder;
  readonly chain: AuditChain;
}

export interface DatabaseOptions {
  url: string;
  clock: Clock;
  /** Secret key of the audit chain; lives outside the database. */
  auditKey: Buffer;
  maxConnections?: number;
  /** Off for connection poolers that cannot keep named statements. */
  namesStatements?: boolean;
  onError?: (error: Error) => void;
}

/**
 * The connections of one server process. Requests use `withConnection` by way of a transaction; `system` is for
 * what has no actor (migrations, job queue, listening) and is not under the tenants' walls where the login owns them.
 */
export class Database {
  readonly clock: Clock;
  readonly #requests: pg.Pool;
  readonly #system: pg.Pool;
  readonly #kept = new WeakMap<pg.PoolClient, HeldConnection>();
  readonly #namesStatements: boolean;
  readonly #auditKey: Buffer;

  constructor(options: DatabaseOptions) {
    this.clock = options.clock;
    this.#namesStatements = options.namesStatements ?? true;
    this.#auditKey = options.auditKey;
    const shared = { connectionString: options.url, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 };
    // Requests look things up by key: planning each anew cost more than running it (1.2 of 2.8 ms of a guardian's desk).
    // Also between transactions a request's connection is the app's role, never the login's (poolers that share
    // connections refuse start-up options: there the transaction alone sets it).
    const asApp = this.#namesStatements ? { options: '-c role=digione_app -c plan_cache_mode=force_generic_plan' } : {};
    this.#requests = new pg.Pool({ ...shared, ...asApp, max: options.maxConnections ?? 10, application_name: 'digione', pipeline: true });
    this.#system = new pg.Pool({ ...shared, max: 5, application_name: 'digione system' });
    for (const pool of [this.#requests, this.#system]) {
      pool.on('error', (error) => options.onError?.(error));
      // A connection in use that breaks fails its query; unheard, its event would end the process as well.
      pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
    }
  }

  /** Connections without an actor; every use names its reason in the code around it. */
  get system(): pg.Pool {
    return this.#system;
  }

  /** Connections on which the statements of a caller without a session run (finding the session itself). */
  get requests(): pg.Pool {
    return this.#requests;
  }

  async withConnection<T>(work: (connection: HeldConnection) => Promise<T>): Promise<T> {
    const client = await this.#requests.connect();
    let held = this.#kept.get(client);
    if (held === undefined) {
      held = { client, db: queryBuilderOn(client, this.#namesStatements), chain: new AuditChain(this.#auditKey) };
      this.#kept.set(client, held);
    }
    let fault: Error | undefined;
    try {
      return await work(held);
    } catch (error) {
      // Where it is unknown whether the commit happened, the connection and its audit chain end.
      if (error instanceof ConnectionUncertain) fault = error;
      throw error;
    } finally {
      client.release(fault);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#requests.end(), this.#system.end()]);
  }
}

/** The outcome of a commit is unknown: the connection broke while it was asked for. */
export class ConnectionUncertain extends Error {}
