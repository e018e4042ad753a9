import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { insertSession } from '@digione/access/server';
import type { ServerModule } from '@digione/platform/http';
import { createTestDatabase } from '@digione/platform/testing';
import { stoppedClock } from '@digione/platform/time';
import { startServer, type RunningServer, type ServerConfig } from '../src/start.ts';
import { Builders } from './builders.ts';

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers of many shapes; each checks what it reads
  body: any;
  text: string;
  headers: Record<string, unknown>;
}

/** Speaks to the server as one signed-in account. */
export interface Client {
  readonly token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A school day in term time: Tuesday 24.11.2026 at 9.20 in Finland. */
export const TUESDAY_MORNING = '2026-11-24T07:20:00.000Z';
export const TEST_AUDIT_KEY = Buffer.alloc(32, 7);
export const TEST_SESSION_KEY = Buffer.alloc(32, 8);

export interface World {
  readonly server: RunningServer;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly databaseUrl: string;
  provider(key: string): Promise<Builders>;
  /** Signs a human in who is these persons (one per provider). */
  signIn(...persons: readonly { of: Builders; personId: string }[]): Promise<Client>;
  anonymous(): Omit<Client, 'token'>;
  /** Runs the outbox until it is empty, as the dispatcher of a live server would. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** A whole server on a database of its own, spoken to without a socket. One per test file. */
export async function createWorld(options: { now?: string; modules?: readonly ServerModule[]; listens?: boolean; runsJobs?: boolean; config?: Partial<ServerConfig> } = {}): Promise<World> {
  const database = await createTestDatabase();
  const clock = stoppedClock(options.now ?? TUESDAY_MORNING);
  const server = await startServer(
    {
      databaseUrl: database.url,
    blobFolder: mkdtempSync(join(tmpdir(), 'digione-files-')),
      auditKey: TEST_AUDIT_KEY,
      sessionKey: TEST_SESSION_KEY,
      clock,
      host: '127.0.0.1',
      port: 0,
      baseUrl: 'http://127.0.0.1',
      mode: 'test',
      version: 'test',
      logLevel: process.env['DIGIONE_TEST_LOG'] ?? 'silent',
      trustProxy: false,
      requestsPerMinute: 1_000_000,
      maxConnections: 8,
      namesStatements: true,
      runsJobs: options.runsJobs ?? false,
      listens: options.listens ?? false,
      ...options.config,
    },
    ...(options.modules === undefined ? [] : [options.modules]),
  );
  const pool = server.kernel.database.system;

  const clientWith = (credentials: Record<string, string>) => {
    const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
      const response = await server.app.inject({
        method,
        url,
        headers: { ...credentials, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      return { status: response.statusCode, body: isJson && response.body !== '' ? response.json() : undefined, text: response.body, headers: response.headers };
    };
    return {
      get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
      post: (path: string, body: unknown = {}, headers?: Record<string, string>) => send('POST', path, body, headers),
      put: (path: string, body: unknown = {}, headers?: Record<string, string>) => send('PUT', path, body, headers),
      patch: (path: string, body: unknown = {}, headers?: Record<string, string>) => send('PATCH', path, body, headers),
      delete: (path: string, body?: unknown, headers?: Record<string, string>) => send('DELETE', path, body, headers),
    };
  };

  return {
    server,
    clock,
    databaseUrl: database.url,
    provider: (key) => Builders.provider(pool, key),
    async signIn(...persons) {
      const accountId = uuidv7();
      await pool.query('insert into access.account (account_id) values ($1)', [accountId]);
      for (const { of, personId } of persons) {
        await of.insert('access.account_identity', { person_id: personId, account_id: accountId, source: 'test' });
      }
      const session = await insertSession(pool, clock, { accountId, kind: 'token', hours: 1_000 });
      return { token: session.token, ...clientWith({ authorization: `Bearer ${session.token}` }) };
    },
    anonymous: () => clientWith({}),
    async settle() {
      for (let round = 0; round < 500; round++) {
        server.dispatcher.wake();
        const { rows } = await pool.query<{ waiting: number }>('select count(*)::int as waiting from events.outbox where dispatched_at is null');
        if (rows[0]?.waiting === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error('The outbox did not empty.');
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}
