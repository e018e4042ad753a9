import pg from 'pg';
import '@digione/platform/db';
import { clockStartingAt, systemClock, type Clock } from '@digione/platform/time';
import { DEMO_ISSUER } from '../options.ts';
import { insertSession } from '../session/sessions.queries.ts';

/** Programs of a demonstration run for weeks. */
const TOKEN_HOURS = 30 * 24;

export class NoSuchPersona extends Error {}

/**
 * A bearer token of a demo persona, so that a program can act through the API as that person can.
 * @param options.now the server's clock, when it is not the real one (ISO 8601); `clock` says the same
 * @throws NoSuchPersona when the database has no such persona, or anything about the persona is not demo
 */
export async function issueToken(options: { databaseUrl: string; personaKey: string; now?: string; clock?: Clock }): Promise<{ token: string; expiresAt: string }> {
  const clock = options.clock ?? (options.now === undefined ? systemClock : clockStartingAt(options.now));
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'digione token' });
  await client.connect();
  try {
    const { rows } = await client.query<{ accountId: string; isDemo: boolean }>(
      `select a.account_id as "accountId", coalesce(bool_and(p.is_demo), false) as "isDemo"
       from access.account_login l join access.account a using (account_id)
       left join access.account_identity i using (account_id)
       left join core_data.education_provider p on p.education_provider_id = i.education_provider_id
       where l.issuer = $1 and l.subject = $2 and a.closed_at is null group by a.account_id`,
      [DEMO_ISSUER, options.personaKey],
    );
    const found = rows[0];
    if (found === undefined || !found.isDemo) throw new NoSuchPersona(`There is no demo persona "${options.personaKey}" in this database.`);
    const { token, expiresAt } = await insertSession(client, clock, { accountId: found.accountId, kind: 'token', issuer: DEMO_ISSUER, hours: TOKEN_HOURS });
    return { token, expiresAt };
  } finally {
    await client.end();
  }
}
