import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKoskiAccess } from './access-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione-koski-access-'));
function read(content: string) {
  const path = join(folder, 'koski.json');
  writeFileSync(path, content);
  return readKoskiAccess(path);
}
const SECRET = { url: 'https://koski.example/koski/api/', user: 'u', password: 'hyvinsalainen' };

test('each provider has its own access; who is not named has none', () => {
  const find = read(JSON.stringify({ koivula: SECRET }));
  expect(find('koivula')).toEqual({ url: 'https://koski.example/koski/api', user: 'u', password: 'hyvinsalainen' });
  expect(find('saarela')).toBeUndefined();
  expect(readKoskiAccess(undefined)('koivula')).toBeUndefined();
});

test.each([
  ['no JSON', '{"koivula": hyvinsalainen'],
  ['a missing field', JSON.stringify({ koivula: { url: SECRET.url, password: SECRET.password } })],
  ['an address without encryption', JSON.stringify({ koivula: { ...SECRET, url: 'http://koski.example/koski/api' } })],
])('%s: one sentence, without the secret', (_, content) => {
  expect(() => read(content)).toThrow(/DIGIONE_KOSKI_FILE/);
  try {
    read(content);
  } catch (error) {
    expect(String(error)).not.toContain('hyvinsalainen');
  }
});

test('a stand-in on the same machine needs no encryption', () => {
  expect(read(JSON.stringify({ koivula: { ...SECRET, url: 'http://127.0.0.1:7021/koski/api' } }))('koivula')).toMatchObject({ url: 'http://127.0.0.1:7021/koski/api' });
});
