import { getMe } from '@digione/access/contract';
import { call, endpointKey, isLeaving, setServerNow, type Me } from '@digione/platform/web';

/** The read of who is signed in. */
export const meQuery = {
  queryKey: endpointKey(getMe, {}),
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me> => {
    const me = await call(getMe, {}, { signal });
    setServerNow(me.now);
    return me;
  },
  meta: { refreshOn: getMe.refreshOn },
};

/** Goes to the sign-in page and comes back here after it; a full load, so that nothing of the former person stays in memory. */
export function leaveForSignIn(reason?: 'expired'): void {
  if (location.pathname === '/sign-in' || isLeaving()) return;
  const query = new URLSearchParams({ returnTo: location.pathname + location.search });
  if (reason) query.set('reason', reason);
  location.assign(`/sign-in?${query.toString()}`);
}

/** Asks for a fresh sign-in of the same person and comes back. */
export function leaveForStepUp(): void {
  location.assign(`/sign-in/step-up?${new URLSearchParams({ returnTo: location.pathname + location.search }).toString()}`);
}
