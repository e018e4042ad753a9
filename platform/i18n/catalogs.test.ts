import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeholdersOf } from './catalog.ts';
import { languages } from './language.ts';
import { compileCatalog } from './register.ts';

const root = join(import.meta.dirname, '../..');
const folders = [
  { folder: 'platform/i18n/messages', prefixes: ['ui', 'platform'] },
  { folder: 'platform/http/messages', prefixes: ['problem', 'validation'] },
  { folder: 'apps/web/i18n', prefixes: ['web'] },
  ...readdirSync(join(root, 'modules')).flatMap((module) =>
    // Beside the shared catalog a module may have texts that only the server says.
    ['i18n', 'server/messages'].map((place) => ({ folder: `modules/${module}/${place}`, prefixes: [module, camelCase(module)] })),
  ),
].filter(({ folder }) => existsSync(join(root, folder, 'fi.json')));

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function readCatalog(folder: string, language: string): Record<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(join(root, folder, `${language}.json`), 'utf8'));
  const catalog: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed ?? {})) {
    if (typeof value !== 'string') throw new Error(`${folder}/${language}.json: ${key} is not a text; catalogs are flat`);
    catalog[key] = value;
  }
  return catalog;
}

test('there are catalogs to check', () => {
  expect(folders.length).toBeGreaterThanOrEqual(1);
});

describe.each(folders)('$folder', ({ folder, prefixes }) => {
  const fi = readCatalog(folder, 'fi');

  test.each(languages.filter((language) => language !== 'fi'))('%s says everything Finnish says, and no more', (language) => {
    expect(Object.keys(readCatalog(folder, language)).sort()).toEqual(Object.keys(fi).sort());
  });

  test('keys begin with the package', () => {
    expect(Object.keys(fi).filter((key) => !prefixes.includes(key.split('.')[0] ?? ''))).toEqual([]);
  });

  test('messages parse, are not empty, and hold the same placeholders in all languages', () => {
    const sources = compileCatalog(fi);
    for (const language of languages) {
      const catalog = readCatalog(folder, language);
      for (const [key, compiled] of Object.entries(compileCatalog(catalog))) {
        expect(catalog[key]?.trim(), `${language} ${key}`).not.toBe('');
        const source = sources[key];
        if (!Array.isArray(compiled) || !Array.isArray(source)) throw new Error(`${key} did not compile`);
        expect(placeholdersOf(compiled), `${language} ${key}`).toEqual(placeholdersOf(source));
      }
    }
  });
});
