import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createTestDatabase } from '@digione/platform/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { runImport, type ImportOptions, type ImportReport } from '../index.ts';

/** Tuesday 24.11.2026 at 9.20 in Finland. */
const NOW = '2026-11-24T07:20:00.000Z';
const AUDIT_KEY = Buffer.alloc(32, 7);

export interface ImportWorld {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  /** The world's own folder. */
  readonly home: string;
  provider(key: string): Promise<string>;
  /** Writes a file into a new folder; a name with folders is a place in the world's own one. @returns its path */
  file(name: string, content: string | Buffer | object): string;
  /** Writes files into a new folder. @returns its path */
  folder(files: Readonly<Record<string, string | object>>): string;
  import(options: Pick<ImportOptions, 'kind' | 'path'> & Partial<ImportOptions>): Promise<ImportReport>;
  rows<Row extends object>(query: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How many rows of history there are: an import that changes nothing writes none. */
  historyLength(): Promise<number>;
  close(): Promise<void>;
}

/** A database and a folder for one test file. */
export async function createImportWorld(): Promise<ImportWorld> {
  const database = await createTestDatabase();
  // What the test itself asks and changes happens at the same time as the imports.
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: `-c app.now=${NOW}` });
  pool.on('error', () => undefined);
  const home = mkdtempSync(join(tmpdir(), 'digione-import-'));
  let folders = 0;
  const write = (path: string, content: string | Buffer | object): string => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return path;
  };
  return {
    pool,
    databaseUrl: database.url,
    home,
    async provider(key) {
      const id = uuidv7();
      await pool.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, $2, $3, 'test')`, [id, key, JSON.stringify({ fi: key })]);
      return id;
    },
    file: (name, content) => write(name.includes('/') ? join(home, name) : join(home, String((folders += 1)), name), content),
    folder(files) {
      const folder = join(home, String((folders += 1)));
      for (const [name, content] of Object.entries(files)) write(join(folder, name), content);
      return folder;
    },
    import: (options) => runImport({ databaseUrl: database.url, auditKey: AUDIT_KEY, now: NOW, dryRun: false, ...options }),
    rows: async (query, values = []) => (await pool.query(query, [...values])).rows,
    historyLength: async () => (await pool.query<{ n: number }>('select count(*)::int as n from platform.row_history')).rows[0]?.n ?? 0,
    async close() {
      await pool.end();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Real files of the national services beside the project; see the tests that read them. */
export const REFERENCE = resolve(import.meta.dirname, '../../../../../shared/reference');
const hasReference = existsSync(REFERENCE);
if (!hasReference) console.warn(`Reference data is missing (${REFERENCE}): the tests that read it are skipped.`);
/** It is not there in a fresh clone elsewhere; each rule is tested without it, too. */
export const skipsReference = !hasReference;
