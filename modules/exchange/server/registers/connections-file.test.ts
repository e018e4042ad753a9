import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRegisterConnections } from './connections-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione-registers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: unknown): string => {
  const path = join(folder, 'registers.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const population = { url: 'https://exchange.example/r1/api/v1', user: 'koivula', password: 'salainen-sana' };

test('each provider has its own connections; one that is not named has none', () => {
  const connections = readRegisterConnections(file({ koivula: { population } }));
  expect(connections?.('koivula')).toEqual({ population });
  expect(connections?.('saarela')).toEqual({});
  expect(readRegisterConnections(undefined)).toBeUndefined();
});

test.each([
  ['half a file', '{"koivula": {"population": {"password": "salainen-sana"'],
  ['an unknown field', { koivula: { population: { ...population, salasana: 'salainen-sana' } } }],
  ['an address without encryption', { koivula: { population: { ...population, url: 'http://exchange.example/api' } } }],
])('%s is refused in one sentence that repeats no secret', (_what, content) => {
  const read = () => readRegisterConnections(file(content));
  expect(read).toThrow(/DIGIONE_REGISTERS_FILE/);
  expect(() => read()).not.toThrow(/salainen-sana/);
});

test('a stand-in on the same machine is spoken to without encryption', () => {
  expect(readRegisterConnections(file({ koivula: { population: { ...population, url: 'http://127.0.0.1:7022/api/v1' } } }))?.('koivula').population?.url).toBe('http://127.0.0.1:7022/api/v1');
});
