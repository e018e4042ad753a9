/**
 * Writes db/generated/tables.ts from a freshly migrated database, so that every query is checked against the schema.
 * Usage: npm run generate [-- --check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createTestDatabase } from '@digione/platform/testing';
import { renderTables } from './generate-tables.ts';

const target = new URL('./generated/tables.ts', import.meta.url);
const database = await createTestDatabase();
try {
  const text = await renderTables(database.url);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('db/generated/tables.ts is stale: run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
} finally {
  await database.drop();
}
