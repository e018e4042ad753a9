import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Target } from './load.ts';

const SAMPLE = 2_000;

interface Caller {
  token: string;
  accountId: string;
}

/** Signs accounts in by writing their sessions: the benchmark measures pages, not sign-ins. */
async function signIn(pool: pg.Pool, accountIds: readonly string[], now: string): Promise<Map<string, string>> {
  const tokens = new Map(accountIds.map((accountId) => [accountId, randomBytes(32).toString('base64url')]));
  const hashes = accountIds.map((id) => createHash('sha256').update(tokens.get(id) ?? '').digest());
  await pool.query(
    `insert into access.session (token_hash, session_id, account_id, kind, csrf_token, authenticated_at, created_at, last_seen_at, idle_expires_at, expires_at)
     select hash, gen_random_uuid(), account, 'token', '', $3, $3, $3, $3::timestamptz + interval '2 days', $3::timestamptz + interval '2 days'
     from unnest($1::bytea[], $2::uuid[]) as s(hash, account)`,
    [hashes, accountIds, now],
  );
  return tokens;
}

const inTurn = <T>(list: readonly T[]) => {
  let at = 0;
  return (): T => {
    const item = list[at++ % list.length];
    if (item === undefined) throw new Error('The data has nobody to ask as.');
    return item;
  };
};

/** The pages and, for each, thousands of different people asking for their own. */
export async function makeTargets(databaseUrl: string, now: string): Promise<Target[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    await pool.query(`delete from access.session where kind = 'token'`);
    const adults = await pool.query<{ account_id: string }>(
      `(select distinct i.account_id from core_data.guardianship g join access.account_identity i on i.education_provider_id = g.education_provider_id and i.person_id = g.guardian_id limit $1)
       union all
       (select distinct i.account_id from core_data.teaching_group_teacher g join access.account_identity i on i.education_provider_id = g.education_provider_id and i.person_id = g.person_id limit $2)`,
      [SAMPLE, SAMPLE / 4],
    );
    const learners = await pool.query<{ account_id: string; provider: string; person: string }>(
      `select i.account_id, i.education_provider_id as provider, i.person_id as person from core_data.study_right s
       join access.account_identity i on i.education_provider_id = s.education_provider_id and i.person_id = s.learner_id limit $1`,
      [SAMPLE],
    );
    const lessons = await pool.query<{ account_id: string; provider: string; lesson: string }>(
      `select i.account_id, w.education_provider_id as provider, w.weekly_lesson_id as lesson from timetable.weekly_lesson w
       join core_data.teaching_group_teacher t on t.education_provider_id = w.education_provider_id and t.teaching_group_id = w.teaching_group_id and t.valid @> $2::date
       join access.account_identity i on i.education_provider_id = t.education_provider_id and i.person_id = t.person_id
       where w.weekday = extract(isodow from $2::date) and w.valid @> $2::date limit $1`,
      [SAMPLE, now.slice(0, 10)],
    );
    const accounts = [...new Set([...adults.rows, ...learners.rows, ...lessons.rows].map((row) => row.account_id))];
    const tokens = await signIn(pool, accounts, now);
    await pool.query('analyze access.session');
    const caller = (accountId: string): Caller => ({ accountId, token: tokens.get(accountId) ?? '' });
    const home = inTurn(adults.rows.map((row) => ({ path: '/api/desk', ...caller(row.account_id) })));
    const week = inTurn(
      learners.rows.map((row) => ({ path: `/api/providers/${row.provider}/timetable/week?personId=${row.person}`, ...caller(row.account_id) })),
    );
    const register = inTurn(
      lessons.rows.map((row) => ({ path: `/api/providers/${row.provider}/lessons/${row.lesson}/${now.slice(0, 10)}/register`, ...caller(row.account_id) })),
    );
    return [
      { name: 'desk', next: home },
      { name: 'week', next: week },
      { name: 'register', next: register },
    ];
  } finally {
    await pool.end();
  }
}
