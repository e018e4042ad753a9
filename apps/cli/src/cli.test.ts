import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'digione cli-'));

let database: TestDatabase;
let stranger: Server;
let strangerPort: number;

beforeAll(async () => {
  // The program people run is the bundle; from sources each of these runs would take a second.
  execFileSync(process.execPath, [join(ROOT, 'bin', 'digione.mjs'), '--version'], { stdio: 'pipe' });
  database = await createTestDatabase();
  stranger = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  const address = stranger.address();
  strangerPort = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(async () => {
  stranger.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  error: string;
}

function digione(args: string[], settings: Record<string, string> = {}): Promise<Ended> {
  const env = { PATH: process.env['PATH'], DIGIONE_DATA_DIR: folder, DATABASE_URL: database.url, ...settings };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'digione.mjs'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, error }));
  });
}

const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe('what was typed', () => {
  test.each([
    [['fly'], /There is no command "fly"/],
    [['start', '--prot', '1'], /Unknown option '--prot'/],
    [['import', 'cats', 'x'], /What to import\? One of organisations, codes, people, population/],
    [['import', 'people'], /Give one path/],
    [['export', 'people'], /--provider KEY and --out FILE are both needed/],
    [['token'], /--persona KEY is missing/],
    [['grant', 'principal', '--provider', 'x'], /Only "grant main-user" is known/],
    [['grant', 'main-user', '--provider', 'x', '--email', 'a@x.example', '--learner-number', '1'], /Give one of/],
    [['grant', 'main-user', '--provider', 'x', '--email', 'a@x.example', '--force'], /--force needs --reason/],
    [['check', 'weather'], /Only "check audit" and "check timetable FILE" are known/],
  ])('%j is answered with the usage and exit code 2', async (args, sentence) => {
    const ended = await digione(args);
    expect(ended.error).toMatch(sentence);
    expect(ended.error).toMatch(/digione/);
    expect(ended).toMatchObject({ code: 2, out: '' });
  });

  test.each(['start', 'migrate', 'seed', 'import', 'export', 'token', 'check', 'solve'])('%s --help tells its usage', async (name) => {
    const ended = await digione([name, '--help']);
    expect(ended.out).toContain(`digione ${name}`);
    expect(ended).toMatchObject({ code: 0, error: '' });
  });
});

describe('a database that is no use is told in one sentence', () => {
  test.each([
    ['a wrong password', () => changed((url) => (url.password = 'guess')), /refuses the user "postgres" or the password in DATABASE_URL\.$/],
    ['a missing database', () => changed((url) => (url.pathname = '/nowhere')), /has no database "nowhere" \(DATABASE_URL\): create it, or name another\.$/],
    ['something else', () => `postgres://a:b@127.0.0.1:${strangerPort}/x`, /is not PostgreSQL, or does not take connections now/],
    ['nobody there', () => 'postgres://a:b@127.0.0.1:9/x', /No database answers at 127\.0\.0\.1:9 \(DATABASE_URL\): ECONNREFUSED\.$/],
    ['no address', () => 'localhost', /^DATABASE_URL must be an address such as/],
  ])('%s', async (_what, url, sentence) => {
    const ended = await digione(['migrate'], { DATABASE_URL: url() });
    expect(ended.error.trim()).toMatch(sentence);
    expect(ended.error.trim().split('\n')).toHaveLength(1);
    expect(ended).toMatchObject({ code: 1, out: '' });
  });
});

describe('starting', () => {
  test('a busy port is told before anything is started', async () => {
    const ended = await digione(['start', '--port', String(strangerPort), '--demo', 'none']);
    expect(ended.error.trim()).toBe(`Port ${strangerPort} is taken by another program: end that one, or choose another with --port.`);
    expect(ended.code).toBe(1);
  });

  test('a data folder that is a file is told in one sentence', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const ended = await digione(['migrate', '--data-dir', file]);
    expect(ended.error.trim()).toMatch(/^The data folder .* cannot be written \(it is not a folder\)/);
    expect(ended.code).toBe(1);
  });

  test('production lists what to set and has no demo people', async () => {
    const ended = await digione(['start'], { NODE_ENV: 'production', DATABASE_URL: '' });
    expect(ended.error).toMatch(/DATABASE_URL:.*\n.*DIGIONE_BASE_URL:/);
    expect(ended.code).toBe(1);
    const token = await digione(['token', '--persona', 'teacher'], { NODE_ENV: 'production', DATABASE_URL: '' });
    expect(token).toMatchObject({ code: 1, out: '' });
  });
});

describe('output for programs', () => {
  test('migrate --json prints one JSON object and nothing else', async () => {
    const ended = await digione(['migrate', '--json']);
    expect(JSON.parse(ended.out)).toEqual({ applied: [] });
    expect(ended.code).toBe(0);
  });

  test('check audit --json finds an untouched log whole', async () => {
    const ended = await digione(['check', 'audit', '--json']);
    expect(JSON.parse(ended.out)).toMatchObject({ faults: [] });
    expect(ended.code).toBe(0);
  });
});
