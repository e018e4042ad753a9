import { createServer } from 'node:net';
import type { Persona } from '@digione/demo';
import { codeOf, OperatorError, type Config } from '@digione/platform/config';
import { clockOf } from '../clock.ts';
import type { Command } from '../command.ts';
import { openDatabase, say } from '../database.ts';
import { prepareDatabase } from '../prepare.ts';
import { stopWished, within } from '../signals.ts';
import { findVersion } from '../version.ts';

/** Requests under way get this long to finish; the database needs the rest of the ten seconds people wait. */
const CLOSING_SECONDS = 5;

/** Asked before the database is started: a busy port is the commonest mistake, and cheap to see. */
async function refuseBusyPort({ host, port }: Config): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => fail(explainListening(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done()));
  });
}

function explainListening(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new OperatorError(`Port ${port} is taken by another program: end that one, or choose another with --port.`);
  if (code === 'EACCES') return new OperatorError(`Port ${port} may not be used by this user: choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new OperatorError(`${host} is no address of this machine: choose another with --host.`);
  return error;
}

/** Who one may sign in as; nobody outside a demo. */
async function listPersonas({ mode, demo }: Config): Promise<readonly Persona[]> {
  if (mode === 'production' || demo === 'none') return [];
  const { personas } = await import('@digione/demo');
  return personas;
}

/** The national registers as the operator's file says; without one a demonstration has them stood in for, so that somebody can move to the city. */
async function connectRegisters({ mode, demo }: Config, now: string) {
  const { readRegisterConnections, standInRegisters } = await import('@digione/exchange/server');
  const file = readRegisterConnections(process.env['DIGIONE_REGISTERS_FILE']);
  if (file !== undefined || mode === 'production' || demo === 'none') return file;
  const { registeredNewcomers } = await import('@digione/demo');
  const { connections } = standInRegisters(registeredNewcomers, now);
  return () => connections;
}

async function serve(config: Config, databaseUrl: string, personas: readonly Persona[]) {
  const { startServer } = await import('@digione/app-server');
  const { readKoskiAccess } = await import('@digione/exchange/server');
  const { secrets, host, port } = config;
  const clock = clockOf(config);
  try {
    return await startServer({
      ...config,
      registers: await connectRegisters(config, clock.iso()),
      findKoskiAccess: readKoskiAccess(process.env['DIGIONE_KOSKI_FILE']),
      databaseUrl,
      auditKey: secrets.auditKey,
      sessionKey: secrets.sessionKey,
      personas: personas.length > 0 ? personas : undefined,
      clock,
      version: findVersion(),
      listens: true,
    });
  } catch (error) {
    throw explainListening(error, host, port);
  }
}

function greet({ baseUrl }: Config, personas: readonly Persona[]): void {
  const people = personas.map(({ key, name, description }) => `  ${key.padEnd(26)}${name.padEnd(20)}${description.en}`);
  const lines = ['', `DigiOne is ready: ${baseUrl}`, ...(people.length > 0 ? ['', 'Sign in as one of:', ...people] : []), '', 'Ctrl-C stops.', ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function serveUntil(wish: Promise<void>, config: Config, databaseUrl: string): Promise<void> {
  const personas = await listPersonas(config);
  const server = await serve(config, databaseUrl, personas);
  greet(config, personas);
  await wish;
  say('Stopping.');
  await within(CLOSING_SECONDS, server.close());
}

export const start: Command = {
  name: 'start',
  summary: 'start the platform: database, demo city, server',
  usage: ['[--port 4100] [--host ADDRESS] [--data-dir DIR] [--demo small|city|seven-cities|none] [--now MOMENT]'],
  options: { port: { type: 'string' }, host: { type: 'string' }, demo: { type: 'string' } },
  optionHelp: {
    'port PORT': 'where to listen (default 3000; PORT)',
    'host ADDRESS': 'on which address (default 127.0.0.1: this machine only; HOST)',
    'demo SIZE': 'demo city loaded the first time: small, city, seven-cities, none (default small; DIGIONE_DEMO)',
  },
  async run(_typed, readConfig) {
    const config = readConfig();
    await refuseBusyPort(config);
    const wish = stopWished();
    const database = await openDatabase(config);
    try {
      const isReady = await Promise.race([prepareDatabase(config, database.url).then(() => true), wish.then(() => false)]);
      if (isReady) await serveUntil(wish, config, database.url);
    } finally {
      await database.close();
    }
    // A connection that somebody keeps open, or a load that was cut off, must not keep the program alive.
    process.exit(0);
  },
};
