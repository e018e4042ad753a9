import type { Account } from '../access/index.ts';
import type { Clock } from '../time/index.ts';
import { HttpProblem, STEP_UP } from './problem.ts';

/** How long a proof of identity counts as fresh for sensitive acts. */
const STEP_UP_MINUTES = 10;

/** Until when the account's last proof of identity is fresh, in milliseconds since 1970. */
export const freshUntil = (account: Pick<Account, 'authenticatedAt'>): number => Date.parse(account.authenticatedAt) + STEP_UP_MINUTES * 60_000;

/**
 * For acts that are sensitive only at times (giving one role but not another); endpoints that always are say `stepUp: true`.
 * @throws HttpProblem 403 of the type STEP_UP, upon which the page asks for a new identification
 */
export function requireFreshSignIn(account: Pick<Account, 'authenticatedAt'>, clock: Clock): void {
  if (clock.ms() > freshUntil(account)) throw new HttpProblem(403, { type: STEP_UP, detail: 'problem.403.step-up.detail' });
}
