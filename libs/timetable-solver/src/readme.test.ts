import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import * as library from './index.ts';
import * as solver from './solve/index.ts';

const folder = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');

/** Every kind of rule with the sentence and the deviation its type's comment tells. */
function tableOfRules(): string[] {
  const constraints = path.join(folder, 'src/model/constraints');
  const rows = readdirSync(constraints).flatMap((name) => {
    const source = readFileSync(path.join(constraints, name), 'utf8');
    return [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export interface \w+ extends ConstraintBase<'(\w+)'>/g)].map(([, comment = '', kind = '']) => {
      const text = comment.replaceAll(/\s*\n\s*\*\s*/g, ' ').replaceAll(/\s+/g, ' ').trim();
      const at = /(?:One point; d|D)eviation/.exec(text)?.index ?? text.length;
      return { kind, isBenchmark: name === 'events.ts' || name === 'resources.ts', row: `| \`${kind}\` | ${text.slice(0, at).trim()} | ${text.slice(at).replace(/^Deviation, /, '').trim()} |` };
    });
  });
  return rows.toSorted((one, other) => Number(other.isBenchmark) - Number(one.isBenchmark) || one.kind.localeCompare(other.kind)).map(({ row }) => row);
}

test('the table of rules is what the types say', () => {
  const rows = readme.split('\n').filter((line) => /^\| `\w+` \| .* \| .* \|$/.test(line));
  expect(rows).toEqual(tableOfRules());
});

test('the example runs and finds the timetable it promises', async () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(code.split('\n').length).toBeLessThanOrEqual(21);
  const said: string[] = [];
  const imported = /^import \{ (.*) \} from '(.*)';$/gm;
  const names = [...code.matchAll(imported)].flatMap(([, list = '', from = '']) => list.split(', ').filter((name) => !name.startsWith('type ')).map((name) => ({ name, from })));
  const modules: Readonly<Record<string, object>> = { '@digione/timetable-solver': library, '@digione/timetable-solver/solve': solver };
  const values = names.map(({ name, from }) => Object.entries(modules[from] ?? {}).find(([key]) => key === name)?.[1] as unknown);
  const body = transformSync(`async () => {${code.replaceAll(imported, '')}}`, { loader: 'ts' }).code;
  // eslint-disable-next-line typescript/no-implied-eval -- the README's own example is what is run
  const run = new Function('console', ...names.map(({ name }) => name), `return (${body.trim().replace(/;$/, '')})()`) as (...given: unknown[]) => Promise<void>;
  await run({ log: (...words: unknown[]) => said.push(words.join(' ')), error: () => undefined }, ...values);
  expect(said[0]).toBe('0 0');
});
