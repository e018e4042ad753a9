import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Batch } from '../rows/batch.ts';
import { tables, type AnyRow, type TableName } from '../rows/tables.ts';
import { copyLines } from './copy-text.ts';

const ROWS_PER_CHUNK = 2_000;

/** Copies rows into a table of these columns, inside the running transaction. */
export async function copyInto(client: pg.ClientBase, target: string, columns: string, table: TableName, rows: readonly AnyRow[]): Promise<void> {
  const stream = client.query(from(`copy ${target} (${columns}) from stdin`));
  const done = finished(stream);
  // A refused row ends the stream between two chunks: the reason comes with `done`.
  done.catch(() => {});
  for (let start = 0; start < rows.length && !stream.destroyed; start += ROWS_PER_CHUNK) {
    if (!stream.write(copyLines(table, rows.slice(start, start + ROWS_PER_CHUNK)))) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}

/** Does row-level security keep this role from COPY? A superuser it does not, the owner of a hosted database it does. */
export async function isBoundByRowSecurity(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ bound: boolean }>(`select row_security_active('core_data.person') as bound`);
  return rows[0]?.bound === true;
}

export async function isSuperuser(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(`select current_setting('is_superuser') = 'on' as is`);
  return rows[0]?.is === true;
}

/**
 * Copies a batch inside the running transaction, parents first.
 * @param isBound COPY is not possible into tables under row-level security: then by way of a temporary table
 */
export async function copyBatch(client: pg.ClientBase, batch: Batch, isBound: boolean): Promise<number> {
  let count = 0;
  for (const [table, rows] of batch.rows) {
    const columns = tables[table].join(', ');
    if (isBound) {
      const staging = `demo_${table.replace('.', '_')}`;
      await client.query(`create temporary table if not exists ${staging} on commit drop as select ${columns} from ${table} with no data`);
      await copyInto(client, `pg_temp.${staging}`, columns, table, rows);
      await client.query(`insert into ${table} (${columns}) select ${columns} from pg_temp.${staging}`);
      await client.query(`truncate pg_temp.${staging}`);
    } else {
      await copyInto(client, table, columns, table, rows);
    }
    count += rows.length;
  }
  return count;
}
