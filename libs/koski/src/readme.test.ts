import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withRulesTable } from '../bin/readme.ts';

test('the table of rules in the README is up to date (npx tsx libs/koski/bin/rules-table.ts)', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme === withRulesTable(readme)).toBe(true);
});
