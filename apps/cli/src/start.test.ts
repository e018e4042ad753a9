import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@digione/platform/db/embedded';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUNDLE = join(ROOT, 'dist', 'digione.mjs');
const folder = mkdtempSync(join(tmpdir(), 'digione start-'));
const pidFile = join(folder, 'postgres', 'postmaster.pid');
const running = new Set<ChildProcess>();

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'bin', 'digione.mjs'), '--version'], { stdio: 'pipe' });
});

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

interface Server {
  url: string;
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

async function start(): Promise<Server> {
  const port = await findFreePort();
  const args = [BUNDLE, 'start', '--demo', 'none', '--port', String(port), '--data-dir', folder];
  const child = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => {
    running.delete(child);
    done(code);
  }));
  const url = `http://127.0.0.1:${port}`;
  await expect.poll(() => answers(url), { timeout: 40_000, interval: 100 }).toBe(200);
  return { url, child, said: () => said, ended };
}

const answers = (url: string): Promise<number> => fetch(`${url}/readyz`).then(({ status }) => status, () => 0);

test('Ctrl-C stops server and database, also when npm passes its copy of the signal on', async () => {
  const server = await start();
  expect(server.said()).toContain(`DigiOne is ready: http://localhost:${new URL(server.url).port}`);
  server.child.kill('SIGINT');
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
  expect(server.said()).not.toMatch(/Error|\bat /);
}, 60_000);

test('two servers share the data folder: the first to go leaves the database to the other', async () => {
  const first = await start();
  const second = await start();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(await answers(second.url)).toBe(200);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
}, 90_000);

test('after kill -9 of the server, and of the database under it, the next start serves again', async () => {
  const first = await start();
  const database = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  first.child.kill('SIGKILL');
  process.kill(database, 'SIGKILL');
  await first.ended;
  const second = await start();
  expect(await answers(second.url)).toBe(200);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
}, 90_000);
