import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione config-'));
const base = { DIGIONE_DATA_DIR: folder };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64');
const provider = { key: 'mpassid', name: { fi: 'MPASSid', sv: 'MPASSid', en: 'MPASSid' }, issuer: 'https://mpass.example', clientId: 'a', clientSecret: 'b' };
const production = {
  ...base,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://a:b@db.example:5432/digione?sslmode=verify-full',
  DIGIONE_BASE_URL: 'https://digione.example.fi/',
  DIGIONE_AUDIT_KEY: key('a'),
  DIGIONE_SESSION_KEY: key('b'),
  DIGIONE_IDENTITY_PROVIDERS: JSON.stringify([provider]),
};

describe('a demo', () => {
  test('starts without any setting, on this machine alone', () => {
    const config = readConfig(base);
    expect(config).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, baseUrl: 'http://localhost:3000', demo: 'small', databaseUrl: undefined, now: undefined });
  });

  test('keeps its keys between starts, in a file only its owner reads', () => {
    const [first, second] = [readConfig(base), readConfig(base)];
    expect(first.secrets.auditKey.equals(second.secrets.auditKey)).toBe(true);
    expect(first.secrets.auditKey.equals(first.secrets.sessionKey)).toBe(false);
    expect(first.secrets.auditKey).toHaveLength(32);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('never makes new keys over damaged ones', () => {
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'secrets.json'), '{"auditKey":');
    expect(() => readConfig({ DIGIONE_DATA_DIR: damaged })).toThrow(/restore the file from a backup/);
    expect(readFileSync(join(damaged, 'secrets.json'), 'utf8')).toBe('{"auditKey":');
  });

  test('lets the command line win over the environment, and takes an empty value for none', () => {
    const config = readConfig({ ...base, PORT: '4000', DIGIONE_DEMO: '', HOST: '' }, { port: '4100' });
    expect(config).toMatchObject({ port: 4100, demo: 'small', host: '127.0.0.1' });
  });
});

describe('the set clock', () => {
  test('is wall-clock time in Finland, summer and winter', () => {
    expect(readConfig(base, { now: '2026-11-24T09:20' }).now).toBe('2026-11-24T07:20:00.000Z');
    expect(readConfig(base, { now: '2026-08-24T09:20' }).now).toBe('2026-08-24T06:20:00.000Z');
  });

  test.each(['2026-02-30T09:20', '2026-11-24', 'yesterday', '2026-11-24T25:00', '2026-11-24T09:20+xx'])('refuses %s', (now) => {
    expect(() => readConfig(base, { now })).toThrow(/--now must be a moment such as/);
  });
});

describe('a wrong setting', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT must be a whole number from 1 to 65535, not "abc"\.$/],
    [{ PORT: '70000' }, /^PORT must be a whole number/],
    [{ DIGIONE_DEMO: 'huge' }, /^DIGIONE_DEMO must be one of small, city, seven-cities, none, not "huge"\.$/],
    [{ DIGIONE_TRUST_PROXY: 'yes' }, /^DIGIONE_TRUST_PROXY must be true or false/],
    [{ DIGIONE_AUDIT_KEY: 'c2hvcnQ=' }, /must both be keys of 32 bytes or more/],
    [{ DIGIONE_IDENTITY_PROVIDERS: '[{"key":"A"}]' }, /DIGIONE_IDENTITY_PROVIDERS is not a list of identity providers: 0\.key/],
    [{ DIGIONE_IDENTITY_PROVIDERS: JSON.stringify([provider, provider]) }, /names the identity provider "mpassid" twice/],
    [{ DIGIONE_IDENTITY_PROVIDERS: '/no/such/file' }, /neither a JSON list of identity providers nor a file/],
  ])('%o is told in one sentence', (settings, sentence) => {
    expect(() => readConfig({ ...base, ...settings })).toThrow(sentence);
  });

  test('never repeats a password', () => {
    const reading = (): unknown => readConfig({ ...base, DATABASE_URL: 'mysql://root:hunter2@host/db' });
    expect(reading).toThrow(/^DATABASE_URL must be an address such as postgres:/);
    expect(reading).not.toThrow(/hunter2/);
  });

  test('names the flag that was typed', () => {
    expect(() => readConfig(base, { port: '-1' })).toThrow(/^--port must be/);
  });
});

describe('production', () => {
  test('starts with safe settings, without demo people', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', demo: 'none', baseUrl: 'https://digione.example.fi', logLevel: 'info' });
  });

  test('tells everything that is missing at once', () => {
    const reading = (): unknown => readConfig({ NODE_ENV: 'production' });
    for (const name of ['DATABASE_URL', 'DIGIONE_BASE_URL', 'DIGIONE_AUDIT_KEY', 'DIGIONE_SESSION_KEY', 'DIGIONE_IDENTITY_PROVIDERS']) {
      expect(reading).toThrow(new RegExp(`^  - ${name}:`, 'm'));
    }
  });

  test.each([
    [{ DIGIONE_BASE_URL: 'http://digione.example.fi' }, /DIGIONE_BASE_URL: must begin with https/],
    [{ DATABASE_URL: 'postgres://a:b@db.example/digione' }, /sslmode=verify-full/],
    [{ DIGIONE_AUDIT_KEY: 'short' }, /DIGIONE_AUDIT_KEY: must hold at least 32 bytes/],
    [{ DIGIONE_SESSION_KEY: key('a') }, /must differ from each other/],
    [{ DIGIONE_DEMO: 'small' }, /DIGIONE_DEMO \(--demo\): leave it out/],
    [{ DIGIONE_NOW: '2026-11-24T09:20' }, /DIGIONE_NOW \(--now\): leave it out/],
    [{ DIGIONE_IDENTITY_PROVIDERS: JSON.stringify([{ ...provider, issuer: 'http://mpass.example' }]) }, /issuer of "mpassid" must begin with https/],
    [{ DIGIONE_IDENTITY_PROVIDERS: '[]' }, /at least one identity provider/],
  ])('refuses %o', (settings, sentence) => {
    expect(() => readConfig({ ...production, ...settings })).toThrow(sentence);
  });
});
