/**
 * Writes db/generated/tables.ts from a freshly migrated database, so that every query is checked against the schema.
 * Usage: npm run generate
 */
import { writeFileSync } from 'node:fs';
import { createTestDatabase } from '@digione/platform/testing';
import { renderTables } from './generate-tables.ts';

const database = await createTestDatabase();
try {
  writeFileSync(new URL('./generated/tables.ts', import.meta.url), await renderTables(database.url));
} finally {
  await database.drop();
}
