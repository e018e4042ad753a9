import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };

const keys = new Set(Object.keys(en));

/** Codes as the sources write them: in reports, refusals and the faults of the readers. */
function writtenCodes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .flatMap((entry) => {
      const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      return [...source.matchAll(/(?:add\('(?:error|warning|notice)', |ImportRefused\(|code: |tell\()'([a-z0-9-]+)'/g)].map(([, code]) => code ?? '');
    });
}

test('whatever an import tells has a text', () => {
  const codes = new Set(writtenCodes(import.meta.dirname));
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes].filter((code) => !keys.has(`exchange.problem.${code}`))).toEqual([]);
});

test('every finding of the roster reader has one, too', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../libs/oneroster/src/finding.ts'), 'utf8');
  const list = /const MESSAGES = \{([\s\S]*?)\} as const/.exec(source)?.[1] ?? '';
  const codes = [...list.matchAll(/^ {2}'?([a-z-]+)'?: '/gm)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(35);
  // Only the writer says this one.
  expect(codes.filter((code) => code !== 'unwritable-value' && !keys.has(`exchange.problem.${code}`))).toEqual([]);
});

test('every advice belongs to a problem', () => {
  expect([...keys].filter((key) => key.startsWith('exchange.advice.') && !keys.has(key.replace('advice', 'problem')))).toEqual([]);
});

test('every finding of the curriculum reader has one, too', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../libs/eperusteet/src/messages.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}'?([a-z-]+)'?: \{$/gm)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !keys.has(`exchange.problem.curriculum-${code}`) || !keys.has(`exchange.advice.curriculum-${code}`))).toEqual([]);
});
