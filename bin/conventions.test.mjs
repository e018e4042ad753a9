// What the linter cannot say. A list of exceptions may only become shorter.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function* list(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (['node_modules', 'dist', 'generated'].includes(entry.name)) continue;
    if (entry.isDirectory()) {
      yield { path, name: entry.name, isFolder: true };
      yield* list(path);
    } else yield { path, name: entry.name, isFolder: false };
  }
}

const everything = ['libs', 'platform', 'modules', 'apps', 'demo', 'bin', 'e2e', 'bench'].flatMap((folder) => [...list(folder)]);
const sources = everything
  .filter(({ isFolder, name }) => !isFolder && /\.(tsx?|mjs|css)$/.test(name))
  .map(({ path }) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n') }));

const linesThat = (pattern, isBound) =>
  sources.filter(({ path }) => isBound(path)).flatMap(({ path, lines }) => lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(200);
});

test('only platform/time asks the machine what time it is', () => {
  const isBound = (path) => !/^platform\/time\/|\.test\.(tsx?|mjs)$|\/testing\/|^(bin|bench|e2e)\//.test(path);
  expect(linesThat(/\bnew Date\(\)|\bDate\.now\(/, isBound)).toEqual([]);
});

test('no hand-written file is over 600 lines', () => {
  const long = sources.filter(({ lines }) => lines.length > 600).map(({ path, lines }) => `${path}: ${lines.length}`);
  expect(long).toEqual([]);
});

test('nine of ten files are under 300 lines', () => {
  const code = sources.filter(({ path }) => !path.endsWith('.css'));
  const long = code.filter(({ lines }) => lines.length > 300).length;
  expect(long / code.length).toBeLessThan(0.1);
});

test('folders are named after what they are about, not after a layer', () => {
  const layers = ['services', 'mappers', 'dto', 'dtos', 'utils', 'util', 'helpers', 'controllers', 'common', 'misc'];
  expect(everything.filter(({ isFolder, name }) => isFolder && layers.includes(name)).map(({ path }) => path)).toEqual([]);
});

test('an exception from the linter or the compiler states its reason after two dashes', () => {
  const exception = /(oxlint|eslint)-disable|@ts-(expect-error|ignore|nocheck)/;
  const unreasoned = linesThat(exception, (path) => path !== 'bin/conventions.test.mjs').filter((place) => {
    const [path, line] = place.split(':');
    const text = sources.find((source) => source.path === path).lines[Number(line) - 1];
    return !/ -- \S/.test(text);
  });
  expect(unreasoned).toEqual([]);
});

test('every runtime package has its line in docs/dependencies.md, and no line is left over', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  expect(told.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('the root has at most 15 scripts', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(scripts).length).toBeLessThanOrEqual(15);
});
