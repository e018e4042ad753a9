import { sql } from 'kysely';
import type { Database, Transaction } from '@digione/platform/db';

const NAME = /^[a-z][a-z0-9_]{1,50}$/;
const BATCH_ROWS = 2_000;
const BATCH_CHARACTERS = 4_000_000;

/** A table of this transaction alone, gone with it. @param columns as in `create table` */
export async function createStage(tx: Transaction, name: string, columns: string): Promise<void> {
  if (!NAME.test(name)) throw new Error('A stage has a plain name.');
  await sql.raw(`create temporary table ${name} (${columns}) on commit drop`).execute(tx.db);
}

/** The planner knows nothing of a temporary table until it is told. */
export async function analyzeStage(tx: Transaction, ...names: readonly string[]): Promise<void> {
  for (const name of names) await sql.raw(`analyze ${name}`).execute(tx.db);
}

/** Lets the planner look at core data again, at once rather than when autovacuum comes by. What was imported stands, whatever comes of this. */
export async function refreshStatistics({ system }: Database): Promise<void> {
  try {
    const { rows } = await system.query<{ tables: string }>(`select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables where schemaname = 'core_data'`);
    await system.query(`analyze ${rows[0]?.tables ?? ''}`);
  } catch {
    // Autovacuum will.
  }
}

/** The batch that a transaction is still taking in: the next one is read meanwhile, by another processor. */
const underWay = new WeakMap<Transaction, Promise<unknown>>();

/** Fills a stage in batches, so that memory does not grow with the file. Columns by name; one left out is null. */
export class StageWriter<Row extends object> {
  readonly #tx: Transaction;
  readonly #insert: string;
  #rows: string[] = [];
  #characters = 0;
  written = 0;

  constructor(tx: Transaction, stage: string) {
    if (!NAME.test(stage)) throw new Error('A stage has a plain name.');
    this.#tx = tx;
    this.#insert = `insert into ${stage} select * from json_populate_recordset(null::${stage}, `;
  }

  async add(row: Row): Promise<void> {
    const text = JSON.stringify(row);
    this.#rows.push(text);
    this.#characters += text.length;
    if (this.#rows.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS) await this.#send();
  }

  /** Everything added is in the stage, of this writer and of the transaction's others. */
  async flush(): Promise<void> {
    await this.#send();
    await underWay.get(this.#tx);
  }

  async #send(): Promise<void> {
    if (this.#rows.length === 0) return;
    // One at a time: what was wrong with a batch is told before another one fails for it.
    await underWay.get(this.#tx);
    const batch = `[${this.#rows.join(',')}]`;
    this.written += this.#rows.length;
    this.#rows = [];
    this.#characters = 0;
    const sent = sql`${sql.raw(this.#insert)}${batch}::json)`.execute(this.#tx.db);
    sent.catch(() => undefined);
    underWay.set(this.#tx, sent);
  }
}

/** Text as PostgreSQL can keep it: one line, no NUL or other control characters, no spaces around. */
export function cleanText(text: string | null | undefined): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = (text ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return clean === '' ? null : clean.slice(0, 1_000);
}
