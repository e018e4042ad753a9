import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** The id that a thing new to DigiOne is to have: for data that other rows already name by it. */
export interface GivenId {
  /** Kind of thing, as in external keys: `school`, `person`. */
  readonly kind: string;
  /** What the file calls it. */
  readonly externalId: string;
  /** @example '0f4c1a2b-…' */
  readonly id: string;
}

/** Keeps them at hand for the run; mostly there are none. */
export async function stageGivenIds(tx: Transaction, givenIds: readonly GivenId[]): Promise<void> {
  await sql`create temporary table given_id (kind text, external_id text, id uuid, primary key (kind, external_id)) on commit drop`.execute(tx.db);
  if (givenIds.length === 0) return;
  await sql`insert into given_id select g.kind, g."externalId", g.id from json_to_recordset(${JSON.stringify(givenIds)}::json) as g(kind text, "externalId" text, id uuid)`.execute(tx.db);
  await sql`analyze given_id`.execute(tx.db);
}

/** SQL for the id of a new thing: the given one, else one that is made. @param externalId an SQL expression */
export const newId = (kind: string, externalId: string): string =>
  `coalesce((select given.id from given_id given where given.kind = '${kind}' and given.external_id = ${externalId}), exchange.new_id())`;
