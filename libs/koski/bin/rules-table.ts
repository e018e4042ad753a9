/** Writes the table of rules into the README: `npx tsx libs/koski/bin/rules-table.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRulesTable } from './readme.ts';

const readme = join(import.meta.dirname, '..', 'README.md');
writeFileSync(readme, withRulesTable(readFileSync(readme, 'utf8')));
