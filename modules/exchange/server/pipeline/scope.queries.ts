import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Under which runs and audit records of the platform itself stand: code sets, many providers' organisations at once. */
export const PLATFORM_SCOPE = '00000000-0000-0000-0000-000000000000';

/**
 * Lifts the tenants' walls for one piece of work inside the transaction and puts them up again before it goes on. For what the operator
 * of the platform does for all providers; the reason is for the reader of the code.
 */
export async function withoutTenantScope<T>(_reason: string, tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`set local role none`.execute(tx.db);
  const result = await work();
  // Not in a `finally`: after an error the transaction can only be rolled back, which ends the setting as well.
  await sql`set local role digione_app`.execute(tx.db);
  return result;
}

/**
 * Says in row history and in `app.source` where what follows comes from.
 * @param keys under which source its names for things are kept; see {@link keysOf}
 */
export async function setSource(tx: Transaction, source: ImportSource, keys: string = source): Promise<void> {
  await sql`select set_config('app.source', ${source}, true), set_config('app.import_keys', ${keys}, true), set_config('work_mem', '64MB', true), set_config('default_statistics_target', '25', true)`.execute(tx.db);
}

/** SQL for the source of the run's external keys. */
export const KEYS = `(select current_setting('app.import_keys'))`;

/**
 * The source of external keys: `oneroster:primus`. Two systems of one school may call different things alike, and what one of them leaves
 * out the other may still hold.
 * @param system as the system calls itself; null when it does not
 */
export function keysOf(source: ImportSource, system: string | null): string {
  const code = (system ?? '').trim().toLowerCase().replaceAll(/\s+/g, '-').slice(0, 60);
  return code === '' ? source : `${source}:${code}`;
}

/** Sources of imports, as they stand in `source` columns and history. */
export type ImportSource = 'oneroster' | 'spreadsheet' | 'population-register' | 'organisation-service' | 'code-service' | 'curriculum-service';
