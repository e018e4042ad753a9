import { sql } from 'kysely';
import type { PrivacyWatch } from '@digione/privacy/contract';
import type { Transaction } from '@digione/platform/db';

/** Refused attempts and looks at protected contact data: a week's counts, by the index made for them. */
export async function findWatch(tx: Transaction): Promise<PrivacyWatch | undefined> {
  const { rows } = await sql<PrivacyWatch>`
    select count(*) filter (where outcome = 'denied') as refused, count(*) filter (where action = 'person.revealProtectedContact' and outcome = 'done') as reveals
    from audit.entry where education_provider_id = (select platform.current_provider()) and (outcome = 'denied' or action = 'person.revealProtectedContact')
      and at >= platform.now() - interval '7 days'`.execute(tx.db);
  return rows[0];
}
