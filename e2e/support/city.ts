import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '@digione/app-server';
import { personas, registeredNewcomers, seedDemo } from '@digione/demo';
import { runImport, standInRegisters } from '@digione/exchange/server';
import { createFilledDatabase } from '@digione/platform/testing';
import { clockStartingAt } from '@digione/platform/time';

const AUDIT_KEY = Buffer.alloc(32, 1);

/** A Tuesday in term time, twenty minutes into the second lesson. */
export const SCHOOL_MORNING = '2026-11-24T07:20:00.000Z';

/** The demonstration city, served as a visitor meets it: its own database, real sign-in, the built workspace. */
export interface City {
  readonly url: string;
  readonly server: RunningServer;
  /** Another server on the same database, as behind a load balancer; closed with the city. */
  startAnother(): Promise<{ readonly url: string }>;
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

async function serve(databaseUrl: string, blobFolder: string, now: string): Promise<RunningServer> {
  const port = await findFreePort();
  const registers = standInRegisters(registeredNewcomers, now);
  return startServer({
    databaseUrl,
    blobFolder,
    auditKey: AUDIT_KEY,
    sessionKey: Buffer.alloc(32, 2),
    personas,
    registers: () => registers.connections,
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
}

/** A city of one's own: what happens in it stays in it. The first of a run is made in seconds, the others in a moment. */
export async function openCity(options: { now?: string } = {}): Promise<City> {
  const now = options.now ?? SCHOOL_MORNING;
  const database = await createFilledDatabase(`city_${now.replaceAll(/\D/g, '')}`, async (databaseUrl) => {
    await seedDemo({ databaseUrl, size: 'small', now, log: () => {}, importFile: (request) => runImport({ ...request, databaseUrl, auditKey: AUDIT_KEY, dryRun: false }) });
  });
  const blobFolder = mkdtempSync(join(tmpdir(), 'digione-files-'));
  const server = await serve(database.url, blobFolder, now);
  const servers = [server];
  return {
    url: server.url,
    server,
    async startAnother() {
      const another = await serve(database.url, blobFolder, now);
      servers.push(another);
      return { url: another.url };
    },
    async close() {
      for (const each of servers) await each.close();
      await database.drop();
      rmSync(blobFolder, { recursive: true, force: true });
    },
  };
}
