import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Any process may start first; only one migrates, the others wait for it. */
const MIGRATION_LOCK = 7_364_001;

export class MigrationError extends Error {}

function findDatabaseFolder(): string {
  // The sources and the bundled program lie at different depths below the project's root.
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'db', 'migrations'))) return join(folder, 'db');
    if (folder === dirname(folder)) throw new MigrationError('The folder db/migrations was not found beside the program.');
  }
}

const sqlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .map((file) => ({ ...file, checksum: createHash('sha256').update(file.text).digest('hex') }));

/**
 * Brings the database to the newest schema: migrations forward only, each in a transaction of its own, then the
 * repeatable files (views, functions) that changed.
 * @param options.url a role that may create schemas and roles
 * @param options.log receives one line per applied file
 * @throws MigrationError when an applied migration was changed afterwards
 */
export async function migrate(options: { url: string; log?: (line: string) => void }): Promise<void> {
  const folder = findDatabaseFolder();
  const client = new pg.Client({ connectionString: options.url, application_name: 'digione migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`create schema if not exists migration;
      create table if not exists migration.applied (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration.applied');
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));

    const apply = async (file: { name: string; text: string; checksum: string }) => {
      await client.query('begin');
      try {
        await client.query(file.text);
        await client.query(
          `insert into migration.applied (name, checksum) values ($1, $2)
           on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
          [file.name, file.checksum],
        );
        await client.query('commit');
        options.log?.(file.name);
      } catch (error) {
        await client.query('rollback');
        throw new MigrationError(`${file.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    };

    let isChanged = false;
    for (const file of sqlFiles(join(folder, 'migrations'))) {
      const known = applied.get(file.name);
      if (known === undefined) {
        await apply(file);
        isChanged = true;
      } else if (known !== file.checksum) {
        throw new MigrationError(`${file.name} was changed after it was applied; write a new migration instead.`);
      }
    }
    for (const file of sqlFiles(join(folder, 'repeatable'))) {
      // A new migration may have dropped or widened what a view stands on, so then all are made again.
      if (isChanged || applied.get(file.name) !== file.checksum) await apply(file);
    }
  } finally {
    await client.end();
  }
}
