import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Report } from './report.ts';
import type { Plan } from './sync.queries.ts';

const MAX_NAMED = 500;

/** Tells which rows were left as the school has closed them. */
export async function reportIgnored(tx: Transaction, plan: Plan, report: Report): Promise<void> {
  const { rows } = await sql
    .raw<{ file: string; line: number; externalId: string }>(`select file, line, external_id as "externalId" from ${plan.name} where op = 'ignored' order by file, line limit ${MAX_NAMED}`)
    .execute(tx.db);
  for (const { file, line, externalId } of rows) report.add('warning', 'closed-by-school', { file, line, values: { entity: plan.kind, id: externalId } });
}
