import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './index.ts';
import { waitUntil } from './processes.ts';

const root = mkdtempSync(join(tmpdir(), 'digione embedded-'));
const dataDir = join(root, 'data');
const quiet = (): void => undefined;
const start = (folder = dataDir) => startEmbeddedPostgres({ dataDir: folder, log: quiet, fast: true });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = (): number => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

beforeAll(async () => {
  const server = await start();
  await query(server.url, 'CREATE TABLE kept (word text)');
  await query(server.url, "INSERT INTO kept VALUES ('säilyy')");
  await server.stop();
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what was written is there after a stop and a start', async () => {
  const server = await start();
  expect(await query(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'säilyy' }]);
  expect(server.owned).toBe(true);
  await server.stop();
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a wrong password is refused, and the password lies in a file only its owner reads', async () => {
  const server = await start();
  const wrong = new URL(server.url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
  await server.stop();
});

test('programs reach it by its socket, which nobody but its owner may enter, and by the port', async () => {
  const server = await start();
  const bySocket = new URL(server.url);
  expect(bySocket.searchParams.get('host')).toBe(join(dataDir, 'postgres'));
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
  const byPort = new URL(server.url);
  byPort.search = '';
  const asked = "SELECT inet_server_port() IS NOT NULL AS by_port";
  expect(await query(bySocket.href, asked)).toEqual([{ by_port: false }]);
  expect(await query(byPort.href, asked)).toEqual([{ by_port: true }]);
  await server.stop();
});

test('a folder from before there was a socket gets one, and a folder too deep for one is reached by the port', async () => {
  writeFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const server = await start();
  expect(await query(server.url, 'SELECT inet_server_port() AS port')).toEqual([{ port: null }]);
  await server.stop();
  const deep = await start(join(root, 'x'.repeat(100)));
  expect(await query(deep.url, 'SELECT inet_server_port() AS port')).toEqual([{ port: deep.port }]);
  await deep.stop();
}, 30_000);

test('a server that is killed under its user comes back on the same address', async () => {
  const server = await start();
  const before = postmaster();
  process.kill(before, 'SIGKILL');
  const after = (): number => (existsSync(join(dataDir, 'postgres', 'postmaster.pid')) ? postmaster() : before);
  expect(await waitUntil(() => after() !== before, 15)).toBe(true);
  await expect.poll(() => query(server.url, 'SELECT word FROM kept').catch(() => []), { timeout: 15_000 }).toHaveLength(1);
  await server.stop();
}, 40_000);

test('a server that outlived its killed program is taken over, with the address it had', async () => {
  const first = await start();
  const state = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'));
  // As if the program had been killed: its number is noted, but no such program runs.
  writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ ...state, users: [{ pid: 2 ** 22 + 1, started: '1' }] }));
  const second = await start();
  expect(second.owned).toBe(true);
  expect(second.url).toBe(first.url);
  await second.stop();
  await first.stop();
});

test('a lost password file heals', async () => {
  renameSync(join(dataDir, 'postgres.json'), join(root, 'lost.json'));
  const server = await start();
  expect(await query(server.url, 'SELECT word FROM kept')).toHaveLength(1);
  await server.stop();
});

test('a lock left by a killed program is broken', async () => {
  writeFileSync(join(dataDir, 'postgres.lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
  const server = await start();
  await server.stop();
  expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
});

test('a cluster with a part missing is refused in one sentence, and nothing is deleted', async () => {
  const control = join(dataDir, 'postgres', 'global', 'pg_control');
  renameSync(control, join(root, 'pg_control'));
  await expect(start()).rejects.toThrow(/is incomplete \(postgres\/global\/pg_control is missing\)/);
  renameSync(join(root, 'pg_control'), control);
  const server = await start();
  expect(await query(server.url, 'SELECT word FROM kept')).toHaveLength(1);
  await server.stop();
});

test('a first start that was cut off is begun again', async () => {
  const folder = join(root, 'cut off');
  mkdirSync(join(folder, 'postgres.half.77', 'base'), { recursive: true });
  const server = await start(folder);
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(folder, 'postgres.half.77'))).toBe(false);
  await server.stop();
}, 60_000);

test('a data folder that is a file is refused in one sentence', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  await expect(start(file)).rejects.toThrow(/cannot be written \(it is not a folder\)/);
});
