import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { cleanFileName, FileMissing, FileTooLarge, isFileKey, openFolderStore } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = openFolderStore(folder);
const put = (text: string, fileName = 'oppilaat.csv', maxBytes = 1000) => store.put(Readable.from([Buffer.from(text)]), { fileName, maxBytes });
const read = (key: string) => store.withFile(key, async (path) => readFileSync(path, 'utf8'));
const listFiles = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('what was kept is read back by its key, and by no other', async () => {
  const stored = await put('Åsa');
  expect(stored).toMatchObject({ bytes: 4, sha256: '873296011f0dfda67656e1e22308d876b3d41fa6dbf9a8ba02e477c560fabc04' });
  expect(stored.key).toMatch(/^[0-9a-f]{48}\/oppilaat\.csv$/);
  expect(await read(stored.key)).toBe('Åsa');
  await expect(read(`${'0'.repeat(48)}/oppilaat.csv`)).rejects.toThrow(FileMissing);
});

test('two files of the same name are two files', async () => {
  const [one, other] = await Promise.all([put('one'), put('other')]);
  expect([await read(one.key), await read(other.key)]).toEqual(['one', 'other']);
});

test('only the owner may read', async () => {
  const { key } = await put('secret');
  const modes = await store.withFile(key, async (path) => [statSync(path).mode & 0o077, statSync(dirname(path)).mode & 0o077]);
  expect(modes).toEqual([0, 0]);
});

test('nothing is left of a file that is too large or whose sender breaks off', async () => {
  const before = listFiles().length;
  await expect(put('x'.repeat(1001))).rejects.toThrow(FileTooLarge);
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection reset');
    })(),
  );
  await expect(store.put(broken, { fileName: 'a.csv', maxBytes: 1000 })).rejects.toThrow('connection reset');
  expect(listFiles()).toHaveLength(before);
});

test.each(['../../etc/passwd', `${'a'.repeat(48)}/../secret`, '/etc/passwd', '', `${'A'.repeat(48)}/x`, `${'a'.repeat(48)}/.x`])('the key %j leads nowhere', async (key) => {
  expect(isFileKey(key)).toBe(false);
  await expect(read(key)).rejects.toThrow(FileMissing);
  await store.delete(key);
});

test.each([
  ['C:\\koulu\\oppilaat 2026.csv', 'oppilaat_2026.csv'],
  ['../../.bashrc', 'bashrc'],
  ['Häst & Öl.xlsx', 'Hast_Ol.xlsx'],
  ['…', 'file'],
  [`${'a'.repeat(200)}.zip`, `${'a'.repeat(76)}.zip`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
  expect(isFileKey(`${'a'.repeat(48)}/${kept}`)).toBe(true);
});

test('a deleted file is gone, and so is what is older than wished', async () => {
  const [gone, old, young] = await Promise.all([put('gone'), put('old'), put('young')]);
  await store.delete(gone.key);
  await store.delete(gone.key);
  await expect(read(gone.key)).rejects.toThrow(FileMissing);
  await store.withFile(old.key, async (path) => utimesSync(dirname(path), 0, 0));
  expect(await store.deleteOlderThan('2000-01-01T00:00:00Z')).toBe(1);
  await expect(read(old.key)).rejects.toThrow(FileMissing);
  expect(await read(young.key)).toBe('young');
});
