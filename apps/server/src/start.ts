import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessModule, SessionAuthenticator, type Persona } from '@digione/access/server';
import type { IdentityProvider } from '@digione/platform/config';
import { sealAudit } from '@digione/platform/audit';
import { exchangeModule, openRegisters, type FindKoskiAccess, type RegisterConnections } from '@digione/exchange/server';
import { learnerPathModule } from '@digione/school-admin/server';
import { openFolderStore } from '@digione/platform/files';
import { assertWalls, Database } from '@digione/platform/db';
import { Bus, Dispatcher, LivePages } from '@digione/platform/events';
import { buildHttp, deleteOldAnswers, type Kernel, type ServerModule } from '@digione/platform/http';
import { startJobs, type JobDefinition } from '@digione/platform/jobs';
import type { Clock } from '@digione/platform/time';
import { deskRoute } from './desk.ts';
import { meRoute } from './me.ts';
import { modules as allModules, countUnread } from './modules.ts';

import { findWebFolder, serveWeb } from './web.ts';

export interface ServerConfig {
  databaseUrl: string;
  /** Where uploaded files lie; a folder of the machine's own when left out. */
  blobFolder?: string;
  auditKey: Buffer;
  clock: Clock;
  host: string;
  port: number;
  baseUrl: string;
  /** Secret of sign-in, the same in every process. */
  sessionKey: Buffer;
  identityProviders?: readonly IdentityProvider[];
  /** Demo people to sign in as; refused in production. */
  personas?: readonly Persona[] | undefined;
  /** How each provider reaches KOSKI, by its key; from the operator's file, since it holds secrets. */
  findKoskiAccess?: FindKoskiAccess | undefined;
  mode: 'demo' | 'production' | 'test';
  version: string;
  logLevel: string;
  trustProxy: boolean;
  requestsPerMinute: number;
  maxConnections: number;
  namesStatements: boolean;
  /** How the provider of a key reaches the national registers; without it everything is entered by hand. */
  registers?: ((providerKey: string) => RegisterConnections) | undefined;
  /** Job queue on; tests that need none leave it out. */
  runsJobs: boolean;
  /** Off in tests that speak to the routes without a socket. */
  listens: boolean;
}

export interface RunningServer {
  url: string;
  kernel: Kernel;
  app: Awaited<ReturnType<typeof buildHttp>>;
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

const platformJobs = (auditKey: Buffer, tell: (fields: object, message: string) => void): JobDefinition[] => [
  {
    name: 'platform.sealAudit',
    schedule: '* * * * *',
    run: async (_payload, { database }) => {
      const seal = await sealAudit(database.system, auditKey, database.clock.iso());
      // Outside the database: whoever takes away the last seals there cannot take them away here.
      if (seal !== undefined) tell({ sealNo: seal.sealNo, hash: seal.hash }, 'audit sealed');
    },
  },
  {
    name: 'platform.sweep',
    schedule: '37 * * * *',
    run: async (_payload, { database }) => deleteOldAnswers(database.system, database.clock.iso()),
  },
];

async function getProviderKey(pool: Database['system'], educationProviderId: string): Promise<string> {
  const { rows } = await pool.query<{ key: string }>('select key from core_data.education_provider where education_provider_id = $1', [educationProviderId]);
  return rows[0]?.key ?? '';
}

/** Composes the modules on the kernel and listens. The database is already migrated. */
export async function startServer(config: ServerConfig, services: readonly ServerModule[] = allModules): Promise<RunningServer> {
  const { mode, baseUrl, sessionKey, identityProviders = [], personas } = config;
  let log: (fields: object, message: string) => void = () => {};
  let tell: typeof log = () => {};
  const database = new Database({
    url: config.databaseUrl,
    clock: config.clock,
    auditKey: config.auditKey,
    maxConnections: config.maxConnections,
    namesStatements: config.namesStatements,
    onError: (error) => log({ err: error }, 'database connection failed'),
  });
  const registers = openRegisters(
    async (educationProviderId) => config.registers?.(await getProviderKey(database.system, educationProviderId)) ?? {},
    config.clock,
    (failure) => log({ err: failure }, 'register failed'),
  );
  const modules = [
    accessModule({ mode, baseUrl, sessionKey, identityProviders, personas }),
    ...services,
    learnerPathModule(registers),
    exchangeModule({ registers, files: openFolderStore(config.blobFolder ?? join(tmpdir(), 'digione-files')), findKoskiAccess: config.findKoskiAccess }),
  ];
  await assertWalls(database.system);
  const bus = new Bus(config.databaseUrl, (error) => log({ err: error }, 'bus failed'));
  await bus.open();
  const jobs = config.runsJobs
    ? await startJobs(database, [...platformJobs(config.auditKey, (fields, message) => tell(fields, message)), ...modules.flatMap((module) => module.jobs ?? [])], (error, job) => log({ err: error, job }, 'job failed'))
    : undefined;
  const workspace: ServerModule = {
    id: 'workspace',
    routes: [meRoute(modules, config.mode, countUnread), deskRoute(modules.flatMap((module) => module.desk ?? []))],
  };
  const kernel: Kernel = {
    database,
    clock: config.clock,
    bus,
    live: new LivePages(bus),
    authenticator: new SessionAuthenticator(database, bus, config.baseUrl.startsWith('https:')),
    modules: [workspace, ...modules],
    jobs,
    settings: {
      mode: config.mode,
      baseUrl: config.baseUrl,
      isSecure: config.baseUrl.startsWith('https:'),
      trustProxy: config.trustProxy,
      version: config.version,
      logLevel: config.logLevel,
      requestsPerMinute: config.requestsPerMinute,
    },
  };
  const app = await buildHttp(kernel);
  log = (fields, message) => app.log.error(fields, message);
  tell = (fields, message) => app.log.info(fields, message);
  const webFolder = findWebFolder();
  if (webFolder !== undefined) await serveWeb(app, webFolder);
  const dispatcher = new Dispatcher(database, bus, modules.flatMap((module) => module.subscribers ?? []), (error, event) => log({ err: error, event }, 'event failed'));
  dispatcher.start();
  if (config.listens) await app.listen({ host: config.host, port: config.port });
  else await app.ready();
  return {
    url: config.baseUrl,
    kernel,
    app,
    dispatcher,
    async close() {
      await app.close();
      await dispatcher.close();
      await jobs?.close();
      await sealAudit(database.system, config.auditKey, config.clock.iso()).catch((error: unknown) => log({ err: error }, 'sealing failed'));
      await bus.close();
      await database.close();
    },
  };
}
