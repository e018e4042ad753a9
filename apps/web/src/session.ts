import { fetchJson, setServerNow, type Me } from '@digione/platform/web';
import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '@digione/platform/i18n';
import type { Theme } from './theme.ts';

/** The read of who is signed in. */
export const meQuery = {
  queryKey: ['access.getMe', {}, {}],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const me = await fetchJson<Me>('/api/me', { signal });
    setServerNow(me.now);
    return me;
  },
  meta: { refreshOn: ['access', 'notification'] },
};

/** Where to go for a sign-in, with the way back. */
export function signInAddress(returnTo: string, reason?: 'expired'): string {
  const query = new URLSearchParams({ returnTo });
  if (reason) query.set('reason', reason);
  return `/sign-in?${query.toString()}`;
}

/** Goes to the sign-in page and comes back here after it; a full load, so that nothing of the former person stays in memory. */
export function leaveForSignIn(reason?: 'expired'): void {
  if (location.pathname === '/sign-in') return;
  location.assign(signInAddress(location.pathname + location.search, reason));
}

/** Asks for a fresh sign-in of the same person and comes back. */
export function leaveForStepUp(): void {
  location.assign(`/sign-in/step-up?${new URLSearchParams({ returnTo: location.pathname + location.search }).toString()}`);
}

/** Keeps a wish of the account; what the page shows changes at once. */
export function savePreferences(client: QueryClient, wishes: { language?: Language; theme?: Theme }): Promise<unknown> {
  client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, ...wishes });
  return fetchJson('/api/me/preferences', { method: 'PATCH', body: wishes });
}

/** Ends the session here or everywhere and shows the sign-in page. */
export async function signOut(isEverywhere: boolean): Promise<void> {
  const answer = await fetchJson<{ redirectTo?: string | null } | undefined>(isEverywhere ? '/api/sign-out-everywhere' : '/api/sign-out', { method: 'POST' });
  location.assign(answer?.redirectTo ?? '/sign-in?reason=signed-out');
}
