import { sql } from 'kysely';
import { inTransaction, type Database } from '@digione/platform/db';
import type { Language } from '@digione/platform/i18n';
import type { MySession } from '../../contract/index.ts';

type Theme = 'auto' | 'light' | 'dark';

// An account has no provider: these run under the wall of the account alone, which sees its own rows.
const asAccount = (accountId: string) => ({ educationProviderId: null, accountId });

export async function updatePreferences(database: Database, accountId: string, wish: { language?: Language | undefined; theme?: Theme | undefined }): Promise<{ language: Language; theme: Theme }> {
  return inTransaction(database, asAccount(accountId), async ({ db }) => {
    const { rows } = await sql<{ language: Language; theme: Theme }>`
      update access.account set language = coalesce(${wish.language ?? null}, language), theme = coalesce(${wish.theme ?? null}, theme)
      where account_id = ${accountId} returning language, theme`.execute(db);
    // What other processes remember of the account speaks the old language.
    await sql`select pg_notify('digione_session', ${accountId})`.execute(db);
    return rows[0] ?? { language: 'fi', theme: 'auto' };
  });
}

export async function listSessions(database: Database, accountId: string, currentSessionId: string): Promise<MySession[]> {
  return inTransaction(database, asAccount(accountId), async ({ db }) => {
    const { rows } = await sql<MySession>`
      select session_id as "sessionId", kind, device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
             session_id = ${currentSessionId} as "isCurrent"
      from access.session where account_id = ${accountId} and expires_at > platform.now() and idle_expires_at > platform.now()
      order by session_id = ${currentSessionId} desc, last_seen_at desc limit 100`.execute(db);
    return rows;
  });
}

/** @returns false when the account has no such session */
export async function endSession(database: Database, accountId: string, sessionId: string): Promise<boolean> {
  return inTransaction(database, asAccount(accountId), async ({ db }) => {
    const { rows } = await sql`
      with ended as (delete from access.session where account_id = ${accountId} and session_id = ${sessionId} returning account_id)
      select pg_notify('digione_session', account_id::text) from ended`.execute(db);
    return rows.length > 0;
  });
}
