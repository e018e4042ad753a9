import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { startServer, type RunningServer } from '@digione/app-server';
import { personas, seedDemo } from '@digione/demo';
import { createTestDatabase } from '@digione/platform/testing';
import { clockStartingAt } from '@digione/platform/time';

/** A Tuesday in term time, twenty minutes into the second lesson. */
export const SCHOOL_MORNING = '2026-11-24T07:20:00.000Z';

/** The demonstration city, served as a visitor meets it: its own database, real sign-in, the built workspace. */
export interface City {
  readonly url: string;
  readonly server: RunningServer;
  close(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export async function openCity(options: { now?: string } = {}): Promise<City> {
  const now = options.now ?? SCHOOL_MORNING;
  const database = await createTestDatabase();
  await seedDemo({ databaseUrl: database.url, size: 'small', now, log: () => {} });
  const port = await findFreePort();
  const server = await startServer({
    databaseUrl: database.url,
    blobFolder: mkdtempSync(join(tmpdir(), 'digione-files-')),
    auditKey: Buffer.alloc(32, 1),
    sessionKey: Buffer.alloc(32, 2),
    personas,
    clock: clockStartingAt(now),
    host: '127.0.0.1',
    port,
    baseUrl: `http://localhost:${port}`,
    mode: 'demo',
    version: 'test',
    logLevel: 'silent',
    trustProxy: false,
    requestsPerMinute: 1_000_000,
    maxConnections: 8,
    namesStatements: true,
    runsJobs: true,
    listens: true,
  });
  return {
    url: `http://localhost:${port}`,
    server,
    async close() {
      await server.close();
      await database.drop();
    },
  };
}
