import { createHash } from 'node:crypto';
import type { Database } from '@digione/platform/db';

/** At most `max` in a window of so many seconds. */
export interface Limit {
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

// A whole school signs in from one address at eight on Monday: by address the limits stop floods, not classes.
export const SIGN_IN_BY_ADDRESS: Limit = { name: 'sign-in', max: 1_200, seconds: 60 };
export const FAILED_SIGN_IN_BY_ADDRESS: Limit = { name: 'failed-sign-in', max: 60, seconds: 60 };
export const STEP_UP_BY_ACCOUNT: Limit = { name: 'step-up', max: 20, seconds: 600 };
export const BAD_TOKEN_BY_ADDRESS: Limit = { name: 'bad-token', max: 120, seconds: 60 };
export const LOGOUT_TOKEN_BY_ADDRESS: Limit = { name: 'logout-token', max: 600, seconds: 60 };

export interface Counted {
  readonly isOver: boolean;
  /** Seconds until the window ends. */
  readonly retryAfter: number;
}

const keyOf = (limit: Limit, who: string): string => `${limit.name}:${createHash('sha256').update(who).digest('base64url').slice(0, 22)}`;

/** Counts one more, over all server processes (one atomic statement), and says whether it was too many. */
export const countOne = (database: Database, limit: Limit, who: string): Promise<Counted> => count(database, limit, who, 1);

/** Whether the limit is reached already, without counting. */
export const isOverLimit = (database: Database, limit: Limit, who: string): Promise<Counted> => count(database, limit, who, 0);

async function count(database: Database, limit: Limit, who: string, more: 0 | 1): Promise<Counted> {
  const now = Math.floor(database.clock.ms() / 1000);
  const start = now - (now % limit.seconds);
  const { rows } = await database.requests.query<{ count: number }>(
    more === 1
      ? `insert into platform.rate_limit (key, window_starts_at, count) values ($1, to_timestamp($2), 1)
         on conflict (key, window_starts_at) do update set count = rate_limit.count + 1 returning count`
      : 'select count from platform.rate_limit where key = $1 and window_starts_at = to_timestamp($2)',
    [keyOf(limit, who), start],
  );
  const counted = rows[0]?.count ?? 0;
  return { isOver: more === 1 ? counted > limit.max : counted >= limit.max, retryAfter: start + limit.seconds - now };
}
