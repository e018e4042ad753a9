import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';

/** Systems whose rows are here, when this one has none yet: it may be a new one, or an old one under a new name. */
export async function listFormerSystems(tx: Transaction, keys: string): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`select distinct k.source from core_data.external_key k
    where k.education_provider_id = (select platform.current_provider()) and k.kind = 'school' and k.source like 'oneroster%' and k.content_hash is not null
      and not exists (select from core_data.external_key own where own.education_provider_id = k.education_provider_id and own.source = ${keys}) order by k.source`.execute(tx.db);
  return rows.map(({ source }) => source.split(':').slice(1).join(':') || '–');
}
